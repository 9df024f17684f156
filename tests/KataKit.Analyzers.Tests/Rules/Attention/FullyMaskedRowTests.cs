using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class FullyMaskedRowTests
{
    [Theory]
    [InlineData("loops", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var top = logits.Row(i).Maximum(); var sum = 0.0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = [|Math.Exp(logits[i, j] - top) / sum|]; } return w;")]
    [InlineData("a running maximum", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var top = double.NegativeInfinity; for (var j = 0; j < logits.ColumnCount; j++) if (logits[i, j] > top) top = logits[i, j]; var sum = 0.0; for (var j = 0; j < logits.ColumnCount; j++) { w[i, j] = Math.Exp(logits[i, j] - top); sum += w[i, j]; } for (var j = 0; j < logits.ColumnCount; j++) [|w[i, j] /= sum|]; } return w;")]
    [InlineData("rows as vectors", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var row = (logits.Row(i) - logits.Row(i).Maximum()).PointwiseExp(); w.SetRow(i, [|row / row.Sum()|]); } return w;")]
    [InlineData("an attention that does not use the softmax", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = (scores - 1).PointwiseExp(); for (var i = 0; i < weights.RowCount; i++) weights.SetRow(i, [|weights.Row(i) / weights.Row(i).Sum()|]); return new AttentionResult(weights, weights * values);")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1007", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("a test of the maximum", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var top = logits.Row(i).Maximum(); if (double.IsNegativeInfinity(top)) top = 0; var sum = 0.0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = Math.Exp(logits[i, j] - top) / sum; } return w;")]
    [InlineData("a pattern of the maximum", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var sum0 = 0.0; var top = logits.Row(i).Maximum(); if (top is double.NegativeInfinity) { top = 0; sum0 = 1; } var sum = sum0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = Math.Exp(logits[i, j] - top) / sum; } return w;")]
    [InlineData("a switch on the maximum", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var sum0 = 0.0; var top = logits.Row(i).Maximum(); switch (top) { case double.NegativeInfinity: top = 0; sum0 = 1; break; } var sum = sum0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = Math.Exp(logits[i, j] - top) / sum; } return w;")]
    [InlineData("a test whether any key is open", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = scores.PointwiseExp(); for (var i = 0; i < weights.RowCount; i++) { var any = mask is null; for (var j = 0; j < keys.RowCount; j++) any = any || mask![i, j]; var total = weights.Row(i).Sum(); if (!any) total = 1; weights.SetRow(i, weights.Row(i) / total); } return new AttentionResult(weights, weights * values);")]
    [InlineData("a test of the sum", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var top = Math.Max(logits.Row(i).Maximum(), double.MinValue); var sum = 0.0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = sum > 0 ? Math.Exp(logits[i, j] - top) / sum : 0; } return w;")]
    [InlineData("a larger sum", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var top = Math.Max(logits.Row(i).Maximum(), double.MinValue); var sum = 0.0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = Math.Exp(logits[i, j] - top) / Math.Max(sum, double.Epsilon); } return w;")]
    [InlineData("a test of the result", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var row = (logits.Row(i) - logits.Row(i).Maximum()).PointwiseExp(); w.SetRow(i, row / row.Sum()); } return w.Map(e => double.IsNaN(e) ? 0 : e);")]
    [InlineData("a test of the row", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { if (logits.Row(i).All(double.IsNegativeInfinity)) { w.ClearRow(i); continue; } var row = (logits.Row(i) - logits.Row(i).Maximum()).PointwiseExp(); w.SetRow(i, row / row.Sum()); } return w;")]
    [InlineData("rows of zeros that the library leaves alone", "Softmax", "var top = Vector<double>.Build.Dense(logits.RowCount, i => Math.Max(logits.Row(i).Maximum(), double.MinValue)); return logits.MapIndexed((i, j, z) => Math.Exp(z - top[i])).NormalizeRows(1);")]
    [InlineData("no key is ever closed", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = (scores - 1).PointwiseExp().NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("the softmax of the contract", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
