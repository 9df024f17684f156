using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class InverseForgetsMeanTests
{
    [Theory]
    [InlineData("return [|scores * model.Axes|];")]
    [InlineData("if (model.Mean.Count != model.Axes.ColumnCount) throw new ArgumentException(\"\", nameof(model)); var points = scores.Multiply(model.Axes); return [|points|];")]
    [InlineData("return [|Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count, (i, j) => scores.Row(i) * model.Axes.Column(j))|];")]
    public Task Reports_a_mean_that_is_not_used(string body) => Verify.Reports("KATA4009", Inverse(body));

    [Theory]
    [InlineData("return Shifted(scores * model.Axes, [|-model.Mean|]);")]
    [InlineData("return Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count, (i, j) => [|scores.Row(i) * model.Axes.Column(j) - model.Mean[j]|]);")]
    public Task Reports_a_mean_that_is_taken_off(string body) => Verify.Reports("KATA4009", Inverse(body));

    [Theory]
    [InlineData("return Shifted(scores * model.Axes, model.Mean);")]
    [InlineData("return Shifted(scores * model.Axes, -(-model.Mean));")]
    [InlineData("return Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count, (i, j) => scores.Row(i) * model.Axes.Column(j) - -model.Mean[j]);")]
    [InlineData("var (mean, axes, _, _) = model; var points = scores * axes; for (var i = 0; i < points.RowCount; i++) points.SetRow(i, points.Row(i) + mean); return points;")]
    [InlineData("var points = Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count); for (var i = 0; i < scores.RowCount; i++) for (var j = 0; j < model.Mean.Count; j++) { var sum = model.Mean[j]; for (var c = 0; c < scores.ColumnCount; c++) sum += scores[i, c] * model.Axes[c, j]; points[i, j] = sum; } return points;")]
    [InlineData("var points = Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count); for (var i = 0; i < scores.RowCount; i++) for (var j = 0; j < model.Mean.Count; j++) points[i, j] = model.Mean[j]; return points + scores * model.Axes;")]
    [InlineData("var rows = Enumerable.Repeat(model.Mean, scores.RowCount); return Matrix<double>.Build.DenseOfRowVectors(rows) + (scores * model.Axes);")]
    [InlineData("return Back.Through(model, scores);", "private static class Back { public static Func<PcaModel, Matrix<double>, Matrix<double>> Through { get; } = (m, s) => s; }")]
    public Task Is_silent_where_the_mean_is_added(string body, string members = "") => Verify.IsSilent(Inverse(body, members));

    private static string Inverse(string body, string members = "") => KataSource.WithBody("Pca", "InverseTransform", body, members);
}
