using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class SoftmaxAxisTests
{
    [Theory]
    [InlineData("transposed scores", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = [|Softmax(scores.Transpose())|].Transpose(); return new AttentionResult(weights, weights * values);")]
    [InlineData("columns of a matrix of exponentials", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = [|scores.PointwiseExp().NormalizeColumns(1)|]; return new AttentionResult(weights, weights * values);")]
    [InlineData("index loops", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = scores.Clone(); for (var j = 0; j < keys.RowCount; j++) { var sum = 0.0; for (var i = 0; i < queries.RowCount; i++) { weights[i, j] = Math.Exp(scores[i, j] - 1); sum += weights[i, j]; } for (var i = 0; i < queries.RowCount; i++) [|weights[i, j] /= sum|]; } return new AttentionResult(weights, weights * values);")]
    [InlineData("the inverse of the sum", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = scores.Clone(); for (var j = 0; j < keys.RowCount; j++) { var sum = 0.0; for (var i = 0; i < queries.RowCount; i++) sum += Math.Exp(scores[i, j] - 1); var inverse = 1 / sum; for (var i = 0; i < queries.RowCount; i++) weights[i, j] = [|Math.Exp(scores[i, j] - 1) * inverse|]; } return new AttentionResult(weights, weights * values);")]
    [InlineData("the softmax itself", "Softmax", "var w = logits.Clone(); for (var j = 0; j < logits.ColumnCount; j++) { var top = logits.Column(j).Maximum(); if (double.IsNegativeInfinity(top)) continue; var sum = 0.0; for (var i = 0; i < logits.RowCount; i++) sum += Math.Exp(logits[i, j] - top); for (var i = 0; i < logits.RowCount; i++) w[i, j] = [|Math.Exp(logits[i, j] - top) / sum|]; } return w;")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1003", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("scores", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("transposed scores down their columns", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = scores.Transpose().PointwiseExp().NormalizeColumns(1).Transpose(); return new AttentionResult(weights, weights * values);")]
    [InlineData("rows of exponentials", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = (scores - 1).PointwiseExp().NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("sums over the queries that divide nothing", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var sums = scores.PointwiseExp().ColumnSums(); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("one length for both", "Forward", "var s = (x * wq) * (x * wk).Transpose() / Math.Sqrt(x.ColumnCount); return Softmax(s.Transpose()).Transpose() * (x * wv) * wo;")]
    [InlineData("the softmax itself", "Softmax", "var w = logits.Clone(); for (var i = 0; i < logits.RowCount; i++) { var top = logits.Row(i).Maximum(); if (double.IsNegativeInfinity(top)) continue; var sum = 0.0; for (var j = 0; j < logits.ColumnCount; j++) sum += Math.Exp(logits[i, j] - top); for (var j = 0; j < logits.ColumnCount; j++) w[i, j] = Math.Exp(logits[i, j] - top) / sum; } return w;")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
