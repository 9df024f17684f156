using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class NotCentredTests
{
    [Theory]
    [InlineData("a product", "Covariance", "return [|x.Transpose() * x|] / (x.RowCount - 1);")]
    [InlineData("a method for the product", "Covariance", "return [|x.TransposeThisAndMultiply(x)|] / (x.RowCount - 1);")]
    [InlineData("loops", "Covariance", "var s = Matrix<double>.Build.Dense(x.ColumnCount, x.ColumnCount); for (var a = 0; a < x.ColumnCount; a++) for (var b = 0; b < x.ColumnCount; b++) { var sum = 0.0; for (var i = 0; i < x.RowCount; i++) sum += [|x[i, a] * x[i, b]|]; s[a, b] = sum / (x.RowCount - 1); } return s;")]
    [InlineData("the mean of a sample", "Centre", "var c = x.Clone(); for (var i = 0; i < x.RowCount; i++) { var mean = 0.0; for (var j = 0; j < x.ColumnCount; j++) mean += x[i, j]; mean /= [|x.ColumnCount|]; for (var j = 0; j < x.ColumnCount; j++) c[i, j] = x[i, j] - mean; } return c;")]
    [InlineData("the mean of a row as LINQ", "Centre", "return x.MapIndexed((i, j, e) => e - [|x.Row(i).Average()|], Zeros.Include);")]
    [InlineData("the mean of all entries", "Centre", "var mean = [|x.Enumerate().Average()|]; return x.Map(e => e - mean, Zeros.Include);")]
    [InlineData("the wrong divisor", "Centre", "var mean = x.ColumnSums() / [|x.ColumnCount|]; return x.MapIndexed((i, j, e) => e - mean[j], Zeros.Include);")]
    [InlineData("the sum", "Centre", "var sum = x.ColumnSums(); [|return x.MapIndexed((i, j, e) => e - sum[j], Zeros.Include);|]")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA4002", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("centred by a method", "Covariance", "var c = Centre(x); return c.Transpose() * c / (x.RowCount - 1);")]
    [InlineData("one centred factor", "Covariance", "return x.TransposeThisAndMultiply(Centre(x)) / (x.RowCount - 1);")]
    [InlineData("centred in loops", "Covariance", "var mean = new double[x.ColumnCount]; for (var i = 0; i < x.RowCount; i++) for (var j = 0; j < x.ColumnCount; j++) mean[j] += x[i, j] / x.RowCount; var s = Matrix<double>.Build.Dense(x.ColumnCount, x.ColumnCount); for (var a = 0; a < x.ColumnCount; a++) for (var b = 0; b < x.ColumnCount; b++) { var sum = 0.0; for (var i = 0; i < x.RowCount; i++) sum += (x[i, a] - mean[a]) * (x[i, b] - mean[b]); s[a, b] = sum / (x.RowCount - 1); } return s;")]
    [InlineData("centred afterwards", "Covariance", "var mean = x.ColumnSums() / x.RowCount; return (x.Transpose() * x - x.RowCount * mean.OuterProduct(mean)) / (x.RowCount - 1);")]
    [InlineData("columns as vectors", "Centre", "var c = x.Clone(); for (var j = 0; j < x.ColumnCount; j++) { var column = x.Column(j); c.SetColumn(j, column - column.Average()); } return c;")]
    [InlineData("the mean added with its sign", "Centre", "var mean = -x.ColumnSums() / x.RowCount; return x.MapIndexed((i, j, e) => e + mean[j], Zeros.Include);")]
    [InlineData("the mean put together", "Centre", "var mean = Vector<double>.Build.Dense(x.ColumnCount); foreach (var row in x.EnumerateRows()) mean += row; mean /= x.RowCount; return x.MapIndexed((i, j, e) => e - mean[j], Zeros.Include);")]
    [InlineData("a mean that is mended", "Centre", "var mean = x.ColumnSums() / x.RowCount; var c = x.MapIndexed((i, j, e) => e - mean[j], Zeros.Include); var rest = c.ColumnSums() / x.RowCount; return c.MapIndexed((i, j, e) => e - rest[j], Zeros.Include);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
