using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class KeysByQueriesTests
{
    [Theory]
    [InlineData("a product", "Attend", "var weights = Softmax([|keys * queries.Transpose()|] / Math.Sqrt(queries.ColumnCount)); return new AttentionResult(weights, weights * values);")]
    [InlineData("a method for the product", "Attend", "var weights = Softmax([|keys.TransposeAndMultiply(queries)|] / Math.Sqrt(queries.ColumnCount)); return new AttentionResult(weights, weights * values);")]
    [InlineData("a scale before the product", "Attend", "var weights = Softmax([|(keys / Math.Sqrt(queries.ColumnCount)) * queries.Transpose()|]); return new AttentionResult(weights, weights * values);")]
    [InlineData("loops", "Attend", "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount); for (var i = 0; i < queries.RowCount; i++) for (var j = 0; j < keys.RowCount; j++) for (var c = 0; c < keys.ColumnCount; c++) s[i, j] += [|keys[i, c]|] * queries[j, c] / Math.Sqrt(keys.ColumnCount); var weights = Softmax(s); return new AttentionResult(weights, weights * values);")]
    [InlineData("rows in loops", "Attend", "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount); for (var i = 0; i < queries.RowCount; i++) for (var j = 0; j < keys.RowCount; j++) s[i, j] = queries.Row(j) * [|keys.Row(i)|] / Math.Sqrt(keys.ColumnCount); var weights = Softmax(s); return new AttentionResult(weights, weights * values);")]
    [InlineData("transposed weights", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, [|weights.Transpose() * values|]);")]
    [InlineData("transposed weights in loops", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); var o = Matrix<double>.Build.Dense(queries.RowCount, values.ColumnCount); for (var i = 0; i < queries.RowCount; i++) for (var c = 0; c < values.ColumnCount; c++) for (var j = 0; j < keys.RowCount; j++) o[i, c] += [|weights[j, i]|] * values[j, c]; return new AttentionResult(weights, o);")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1010", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("the right way", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("transposed before the softmax", "Attend", "var weights = Softmax((keys * queries.Transpose()).Transpose() / Math.Sqrt(queries.ColumnCount)); return new AttentionResult(weights, weights * values);")]
    [InlineData("transposed twice", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, (values.Transpose() * weights.Transpose()).Transpose());")]
    [InlineData("loops over the keys outside", "Attend", "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount); for (var j = 0; j < keys.RowCount; j++) for (var i = 0; i < queries.RowCount; i++) for (var c = 0; c < keys.ColumnCount; c++) s[i, j] += keys[j, c] * queries[i, c] / Math.Sqrt(keys.ColumnCount); var weights = Softmax(s); return new AttentionResult(weights, weights * values);")]
    [InlineData("one length for both", "Forward", "return Softmax((x * wk) * (x * wq).Transpose() / Math.Sqrt(x.ColumnCount)) * (x * wv) * wo;")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
