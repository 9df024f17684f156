using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class CovarianceDivisorFixTests
{
    [Theory]
    [InlineData("Covariance", "var c = Centre(x); return c.Transpose() * c / x.RowCount;", "var c = Centre(x); return c.Transpose() * c / (x.RowCount - 1);")]
    [InlineData("Covariance", "var n = x.RowCount; var c = Centre(x); return c.Transpose() * c / (x.ColumnCount - 1);", "var n = x.RowCount; var c = Centre(x); return c.Transpose() * c / (n - 1);")]
    [InlineData("Covariance", "var c = Centre(x); var n = x.RowCount; return c.Transpose() * c / n;", "var c = Centre(x); var n = x.RowCount; return c.Transpose() * c / (n - 1);")]
    [InlineData("Covariance", "var n = x.RowCount; var c = Centre(x); return c.TransposeThisAndMultiply(c);", "var n = x.RowCount; var c = Centre(x); return c.TransposeThisAndMultiply(c) / (n - 1);")]
    public Task Mends(string member, string before, string after)
        => Verify.Fixes_to(KataSource.Of(member, before), KataSource.Of(member, after));
}
