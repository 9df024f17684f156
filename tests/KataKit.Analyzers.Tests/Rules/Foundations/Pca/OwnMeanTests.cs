using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class OwnMeanTests
{
    [Theory]
    [InlineData("the samples’ own mean", "Transform", "return [|Centre(x) * model.Axes.Transpose()|];")]
    [InlineData("no mean", "Transform", "return [|x.TransposeAndMultiply(model.Axes)|];")]
    [InlineData("no mean in loops", "Transform", "var t = Matrix<double>.Build.Dense(x.RowCount, model.Axes.RowCount); for (var i = 0; i < x.RowCount; i++) for (var c = 0; c < model.Axes.RowCount; c++) { var sum = 0.0; for (var j = 0; j < x.ColumnCount; j++) sum += [|x[i, j] * model.Axes[c, j]|]; t[i, c] = sum; } return t;")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA4004", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("the mean of the model", "Transform", "return x.MapIndexed((i, j, e) => e - model.Mean[j], Zeros.Include) * model.Axes.Transpose();")]
    [InlineData("the mean in the coordinates of the axes", "Transform", "var at = model.Axes * model.Mean; return (x * model.Axes.Transpose()).MapIndexed((i, c, e) => e - at[c], Zeros.Include);")]
    [InlineData("the mean in loops", "Transform", "var t = Matrix<double>.Build.Dense(x.RowCount, model.Axes.RowCount); for (var i = 0; i < x.RowCount; i++) for (var c = 0; c < model.Axes.RowCount; c++) for (var j = 0; j < x.ColumnCount; j++) t[i, c] += (x[i, j] - model.Mean[j]) * model.Axes[c, j]; return t;")]
    [InlineData("the mean as a row taken off each row", "Transform", "var t = x.Clone(); for (var i = 0; i < x.RowCount; i++) t.SetRow(i, x.Row(i) - model.Mean); return t.TransposeAndMultiply(model.Axes);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
