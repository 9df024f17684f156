using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class FiniteFillTests
{
    [Theory]
    [InlineData("a choice", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : [|-1e9|]); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a negated choice", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => !mask[i, j] ? [|-1e20|] : s); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("zero", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : [|0|]); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("an assignment", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) for (var i = 0; i < queries.RowCount; i++) for (var j = 0; j < keys.RowCount; j++) if (!mask[i, j]) scores[i, j] = [|double.MinValue|]; var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a comparison with false", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) for (var i = 0; i < queries.RowCount; i++) for (var j = 0; j < keys.RowCount; j++) if (mask[i, j] == false) scores[i, j] = [|-1e9|]; var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a bias", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var bias = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => mask is null || mask[i, j] ? 0 : [|-1e9|]); var weights = Softmax(scores + bias); return new AttentionResult(weights, weights * values);")]
    [InlineData("an array of scores", "Attend", "var s = (queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount)).ToArray(); if (mask is not null) for (var i = 0; i < queries.RowCount; i++) for (var j = 0; j < keys.RowCount; j++) s[i, j] = mask[i, j] ? s[i, j] : [|-10000|]; var weights = Softmax(Matrix<double>.Build.DenseOfArray(s)); return new AttentionResult(weights, weights * values);")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1005", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("minus infinity", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("minus one by zero", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : -1 / 0.0); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a sentinel that is asked for", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : -1e9); var weights = scores.Map(s => s == -1e9 ? 0 : Math.Exp(s - 1)).NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("exponentials of open keys alone", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : -1e9); var weights = scores.MapIndexed((i, j, s) => mask is null || mask[i, j] ? Math.Exp(s) : 0).NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("weights cleared afterwards", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : -1e9); var weights = Softmax(scores); if (mask is not null) weights = weights.MapIndexed((i, j, w) => mask[i, j] ? w : 0).NormalizeRows(1); return new AttentionResult(weights, weights * values);")]
    [InlineData("a constant that is no mask", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); scores.MapInplace(s => double.IsNaN(s) ? -1e9 : s); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("values of closed keys", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var v = values.MapIndexed((j, c, e) => mask is null || mask[0, j] ? e : 0); var weights = Softmax(scores); return new AttentionResult(weights, weights * v);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
