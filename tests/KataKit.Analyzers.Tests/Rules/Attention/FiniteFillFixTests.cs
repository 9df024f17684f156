using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class FiniteFillFixTests
{
    [Theory]
    [InlineData("Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : -1e9); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.MinValue); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : 0); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); if (mask is not null) scores.MapIndexedInplace((i, j, s) => mask[i, j] ? s : double.NegativeInfinity); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    public Task Mends(string member, string before, string after)
        => Verify.Fixes_to(KataSource.Of(member, before), KataSource.Of(member, after));
}
