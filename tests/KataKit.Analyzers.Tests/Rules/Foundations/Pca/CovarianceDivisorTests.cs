using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class CovarianceDivisorTests
{
    [Theory]
    [InlineData("the samples", "Covariance", "var c = Centre(x); return c.Transpose() * c / [|x.RowCount|];")]
    [InlineData("nothing", "Covariance", "var c = Centre(x); return [|c.TransposeThisAndMultiply(c)|];")]
    [InlineData("the features", "Covariance", "var c = Centre(x); return c.Transpose() * c / ([|x.ColumnCount - 1|]);")]
    [InlineData("a factor", "Covariance", "var c = Centre(x); return c.Transpose() * c * ([|1.0 / x.RowCount|]);")]
    [InlineData("loops", "Covariance", "var z = Centre(x); var s = Matrix<double>.Build.Dense(x.ColumnCount, x.ColumnCount); for (var a = 0; a < x.ColumnCount; a++) for (var b = 0; b < x.ColumnCount; b++) { var sum = 0.0; for (var i = 0; i < x.RowCount; i++) sum += [|z[i, a] * z[i, b]|]; s[a, b] = sum; } return s;")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA4003", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("one less than the samples", "Covariance", "var c = Centre(x); return c.Transpose() * c / (x.RowCount - 1);")]
    [InlineData("as a factor", "Covariance", "var c = Centre(x); return c.Transpose() * c * (1.0 / (x.RowCount - 1));")]
    [InlineData("in two steps", "Covariance", "var c = Centre(x); return c.Transpose() * c / x.RowCount * (x.RowCount / (x.RowCount - 1.0));")]
    [InlineData("on both sides", "Covariance", "var c = Centre(x) / Math.Sqrt(x.RowCount - 1); return c.Transpose() * c;")]
    [InlineData("a number of degrees of freedom", "Covariance", "var free = x.RowCount - 1; var c = Centre(x); return c.Transpose() * c / free;")]
    [InlineData("at least one", "Covariance", "var c = Centre(x); return c.Transpose() * c / Math.Max(1, x.RowCount - 1);")]
    [InlineData("a parameter", "Covariance", "var ddof = int.Parse(\"1\"); var c = Centre(x); return c.Transpose() * c / (x.RowCount - ddof);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
