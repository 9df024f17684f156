using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class MaskAxisTests
{
    [Theory]
    [InlineData("a map", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => [|mask[j, i]|] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("loops", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) for (var i = 0; i < scores.RowCount; i++) for (var j = 0; j < scores.ColumnCount; j++) if (![|mask[j, i]|]) scores[i, j] = double.NegativeInfinity; var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a method", "Attend", "bool Open(int query, int key) => mask is null || [|mask[key, query]|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); scores.MapIndexedInplace((i, j, s) => Open(i, j) ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("the query on the key axis", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => [|mask[0, i]|] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1009", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("the right way", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("other names", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((j, i, s) => mask[j, i] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("scores that are held transposed", "Attend", "var t = keys * queries.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) t.MapIndexedInplace((j, i, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(t.Transpose()); return new AttentionResult(weights, weights * values);")]
    [InlineData("one length for both", "Forward", "var s = (x * wq) * (x * wk).Transpose() / Math.Sqrt(x.ColumnCount); if (mask is not null) s.MapIndexedInplace((i, j, e) => mask[j, i] ? e : double.NegativeInfinity); return Softmax(s) * (x * wv) * wo;")]
    [InlineData("as many queries as keys", "Attend", "if (queries.RowCount == keys.RowCount) { var m = mask is not null && mask[0, 0]; } var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[j, i] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
