using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class ShapeMismatchTests
{
    [Theory]
    [InlineData("a product", "Attend", "var weights = Softmax([|queries * keys|] / Math.Sqrt(queries.ColumnCount)); return new AttentionResult(weights, weights * values);")]
    [InlineData("a method for a product", "Attend", "var weights = Softmax([|queries.Multiply(keys)|] / Math.Sqrt(queries.ColumnCount)); return new AttentionResult(weights, weights * values);")]
    [InlineData("both factors transposed", "Attend", "var t = [|queries.Transpose() * keys.Transpose()|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a sum", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax([|scores + scores.Transpose()|]); return new AttentionResult(weights, weights * values);")]
    [InlineData("a difference of vectors", "Attend", "var d = [|queries.Row(0) - keys.Column(0)|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a dot product of a row and a column", "Attend", "var d = [|queries.Row(0).DotProduct(keys.Column(0))|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a row of another length", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); [|scores.SetRow(0, keys.Row(0))|]; var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("an index", "Attend", "var n = 0.0; for (var j = 0; j < queries.RowCount; j++) n += [|keys[j, 0]|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("an index of a row", "Attend", "Vector<double>? last = null; for (var j = 0; j < queries.RowCount; j++) last = [|keys.Row(j)|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("an index that is written", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); for (var j = 0; j < keys.RowCount; j++) [|scores[j, 0]|] = 1; var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("an index of a copy", "Attend", "var k = keys.ToArray(); var n = 0.0; for (var j = 0; j < queries.RowCount; j++) n += [|k[j, 0]|]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a result", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); [|return new AttentionResult(weights, (weights * values).Transpose());|]")]
    [InlineData("arguments of a call", "Forward", "return [|Attend(x * wq, (x * wk).Transpose(), x * wv, mask)|].Output * wo;")]
    [InlineData("the result of a covariance", "Covariance", "var centred = Centre(x); [|return centred * centred.Transpose() / (x.RowCount - 1);|]")]
    [InlineData("the scores of a model", "Transform", "[|return (x.MapIndexed((i, j, e) => e - model.Mean[j]) * model.Axes.Transpose()).Transpose();|]")]
    public Task Reports(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1002", KataSource.Of(member, body));
    }

    [Theory]
    [InlineData("what is right", "Attend", "var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a test of equality anywhere", "Attend", "if (queries.RowCount != keys.RowCount) Console.WriteLine(); var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores + scores.Transpose()); return new AttentionResult(weights, weights * values);")]
    [InlineData("a test through a method", "Attend", "bool Same(Matrix<double> a, Matrix<double> b) => a.RowCount == b.RowCount; if (Same(queries, keys)) { var w = queries + keys; } var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a test of tuples", "Attend", "if ((queries.RowCount, 1) == (keys.RowCount, 1)) { var t = queries + keys; } var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a counter with two bounds", "Attend", "var n = 0.0; for (var j = 0; j < queries.RowCount && j < keys.RowCount; j++) n += keys[j, 0]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a counter that a test holds back", "Attend", "var n = 0.0; for (var j = 0; j < queries.RowCount; j++) if (j < keys.RowCount) n += keys[j, 0]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a counter that an unknown number holds back", "Attend", "var top = int.Parse(\"4\"); var n = 0.0; for (var j = 0; j < queries.RowCount; j++) if (j < top) n += keys[j, 0]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("a loop that is left", "Attend", "var n = 0.0; for (var j = 0; j < queries.RowCount; j++) { if (n > 3) break; n += keys[j, 0]; } var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("an index that is wrapped", "Attend", "var n = 0.0; for (var j = 0; j < queries.RowCount; j++) n += keys[j % keys.RowCount, 0]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("the smaller of two lengths", "Attend", "var n = 0.0; for (var j = 0; j < Math.Min(queries.RowCount, keys.RowCount); j++) n += keys[j, 0]; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    [InlineData("the columns of one head", "Forward", "var d = x.ColumnCount / heads; var n = 0.0; for (var c = 0; c < d; c++) n += x[0, c]; return x * wq * wk * wv * wo;")]
    [InlineData("the first components", "Fit", "var all = Covariance(x); var v = Vector<double>.Build.Dense(components); for (var c = 0; c < components; c++) v[c] = all[c, c]; throw new NotImplementedException(v.ToString());")]
    [InlineData("a matrix of which nothing is known", "Forward", "var parts = new[,] { { x } }; return Matrix<double>.Build.DenseOfMatrixArray(parts) * wq * wk * wv * wo;")]
    [InlineData("as many components as features", "Transform", "return model.Axes.RowCount == model.Axes.ColumnCount ? x * model.Axes - (model.Axes * model.Mean).ToRowMatrix() : (x - x) * model.Axes.Transpose();")]
    [InlineData("lengths that a path knows to be equal", "Attend", "if (queries.RowCount != queries.ColumnCount || queries.RowCount != keys.RowCount) throw new NotSupportedException(); var t = queries * keys; var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); var weights = Softmax(scores); return new AttentionResult(weights, weights * values);")]
    public Task Is_silent(string what, string member, string body)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Of(member, body));
    }
}
