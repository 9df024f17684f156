using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class ScaleAfterSoftmaxTests
{
    [Theory]
    [InlineData("a quotient", "Attend", "var weights = Softmax(queries * keys.Transpose()) / [|Math.Sqrt(queries.ColumnCount)|]; return new AttentionResult(weights, weights * values);")]
    [InlineData("a factor", "Attend", "var weights = [|Math.Pow(keys.ColumnCount, -0.5)|] * Softmax(queries * keys.Transpose()); return new AttentionResult(weights, weights * values);")]
    [InlineData("beside the right scale", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores).Divide([|Math.Sqrt(keys.ColumnCount)|]); return new AttentionResult(weights, weights * values);")]
    [InlineData("in a loop", "Attend", "var weights = Softmax(queries * keys.Transpose()); for (var i = 0; i < weights.RowCount; i++) for (var j = 0; j < weights.ColumnCount; j++) weights[i, j] /= [|Math.Sqrt(keys.ColumnCount)|]; return new AttentionResult(weights, weights * values);")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1006", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("before it", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a number of its own", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores) * 0.5; return new AttentionResult(weights, weights * values);")]
    [InlineData("a scale and its inverse", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores) / Math.Sqrt(keys.ColumnCount); weights *= Math.Sqrt(keys.ColumnCount); return new AttentionResult(weights, weights * values);")]
    [InlineData("weights that are not returned", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); var half = weights / Math.Sqrt(keys.ColumnCount); return new AttentionResult(weights, weights * values);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
