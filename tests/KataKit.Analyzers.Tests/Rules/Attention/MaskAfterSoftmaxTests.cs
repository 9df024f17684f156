using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class MaskAfterSoftmaxTests
{
    [Theory]
    [InlineData("zeros by a map", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); if (mask is not null) weights = weights.MapIndexed((i, j, w) => mask[i, j] ? w : [|0|]); return new AttentionResult(weights, weights * values);")]
    [InlineData("zeros in a loop", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); if (mask is not null) for (var i = 0; i < queries.RowCount; i++) for (var j = 0; j < keys.RowCount; j++) if (!mask[i, j]) weights[i, j] = [|0|]; return new AttentionResult(weights, weights * values);")]
    [InlineData("zeros after continue", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); for (var i = 0; i < queries.RowCount && mask is not null; i++) for (var j = 0; j < keys.RowCount; j++) { if (mask[i, j]) continue; weights[i, j] = [|0.0|]; } return new AttentionResult(weights, weights * values);")]
    [InlineData("weights times 0 and 1", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); if (mask is not null) weights.MapIndexedInplace((i, j, w) => w * (mask[i, j] ? 1 : [|0|])); return new AttentionResult(weights, weights * values);")]
    [InlineData("scores times 0 and 1", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => s * (mask[i, j] ? 1.0 : [|0.0|])); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a truth value of its own", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores).MapIndexed((i, j, w) => { bool open = mask is null || mask[i, j]; return open ? w : [|0|]; }); return new AttentionResult(weights, weights * values);")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1004", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("minus infinity before", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("before and after", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); if (mask is not null) weights.MapIndexedInplace((i, j, w) => mask[i, j] ? w : 0); return new AttentionResult(weights, weights * values);")]
    [InlineData("divided again", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); if (mask is not null) weights = weights.MapIndexed((i, j, w) => mask[i, j] ? w : 0).NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("divided again by row sums", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); if (mask is not null) { weights.MapIndexedInplace((i, j, w) => mask[i, j] ? w : 0); var sums = weights.RowSums(); weights.MapIndexedInplace((i, j, w) => sums[i] == 0 ? 0 : w / sums[i]); } return new AttentionResult(weights, weights * values);")]
    [InlineData("exponentials masked before the sum", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = (scores - 1).PointwiseExp(); if (mask is not null) weights = weights.MapIndexed((i, j, e) => mask[i, j] ? e : 0); weights = weights.NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("a dropout", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var random = new Random(1); var weights = Softmax(scores).Map(w => random.NextDouble() < 0.1 ? 0 : w / 0.9); return new AttentionResult(weights, weights * values);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
