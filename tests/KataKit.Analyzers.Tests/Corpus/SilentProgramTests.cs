using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Right answers written so that a careless analysis would get them wrong: aliases, partial loops, buffers used again, scales that are
/// put together on the way. Each must pass in silence. A false alarm that is found later starts here, as a row.
/// </summary>
public sealed class SilentProgramTests
{
    private const string Finish = "var w = Softmax(s); return new AttentionResult(w, w * values);";
    private const string Heads = "int n = x.RowCount, d = x.ColumnCount, hd = d / heads; Matrix<double> q = x * wq, k = x * wk, v = x * wv; var o = x.Clone();";
    private const string Root = "var root = Math.Sqrt(queries.ColumnCount); ";

    [Theory]
    [InlineData("an alias is scaled", "var s = queries * keys.Transpose(); var t = s; t.MapInplace(a => a / Math.Sqrt(queries.ColumnCount));")]
    [InlineData("an array is scaled through an alias", Root + "var a = (queries * keys.Transpose()).ToArray(); var b = a; for (int i = 0; i < b.GetLength(0); i++) for (int j = 0; j < b.GetLength(1); j++) b[i, j] /= root; var s = Matrix<double>.Build.DenseOfArray(a);")]
    [InlineData("the result is written into an argument", "var s = queries * keys.Transpose(); s.Divide(Math.Sqrt(queries.ColumnCount), s);")]
    [InlineData("somebody else scales", "var s = queries * keys.Transpose(); Elsewhere.Scale(s);")]
    [InlineData("a lambda that somebody else calls scales", "var s = queries * keys.Transpose(); Elsewhere.Call(() => s = s / Math.Sqrt(queries.ColumnCount));")]
    [InlineData("the rows are scaled in two halves", Root + "var s = queries * keys.Transpose(); int h = s.RowCount / 2; for (int i = 0; i < h; i++) for (int j = 0; j < s.ColumnCount; j++) s[i, j] /= root; for (int i = h; i < s.RowCount; i++) for (int j = 0; j < s.ColumnCount; j++) s[i, j] /= root;")]
    [InlineData("even and odd columns are scaled apart", Root + "var s = queries * keys.Transpose(); for (int i = 0; i < s.RowCount; i++) { for (int j = 0; j < s.ColumnCount; j += 2) s[i, j] /= root; for (int j = 1; j < s.ColumnCount; j += 2) s[i, j] /= root; }")]
    [InlineData("the lower and the upper triangle are scaled apart", Root + "var s = queries * keys.Transpose(); for (int i = 0; i < s.RowCount; i++) for (int j = 0; j < s.ColumnCount; j++) if (j <= i) s[i, j] /= root; for (int i = 0; i < s.RowCount; i++) for (int j = i + 1; j < s.ColumnCount; j++) s[i, j] /= root;")]
    [InlineData("half of the scale in each of two rounds", "var s = queries * keys.Transpose(); for (int r = 0; r < 2; r++) s = s / Math.Pow(queries.ColumnCount, 0.25);")]
    [InlineData("half of the scale in place in each of two rounds", "var s = queries * keys.Transpose(); for (int r = 0; r < 2; r++) for (int i = 0; i < s.RowCount; i++) for (int j = 0; j < s.ColumnCount; j++) s[i, j] /= Math.Pow(queries.ColumnCount, 0.25);")]
    [InlineData("the scale is applied on both branches", "Matrix<double> s; if (mask is null) s = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount); else { s = queries * keys.Transpose(); s = s.MapIndexed((i, j, a) => mask[i, j] ? a / Math.Sqrt(queries.ColumnCount) : double.NegativeInfinity); }")]
    [InlineData("the product is put together from two parts", "int h = queries.ColumnCount / 2, r = queries.ColumnCount - h; var s = (queries.SubMatrix(0, queries.RowCount, 0, h) * keys.SubMatrix(0, keys.RowCount, 0, h).Transpose() + queries.SubMatrix(0, queries.RowCount, h, r) * keys.SubMatrix(0, keys.RowCount, h, r).Transpose()) / Math.Sqrt(queries.ColumnCount);")]
    [InlineData("the dot product runs in two loops", Root + "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => { double t = 0; int h = queries.ColumnCount / 2; for (int c = 0; c < h; c++) t += queries[i, c] * keys[j, c]; for (int c = h; c < queries.ColumnCount; c++) t += queries[i, c] * keys[j, c]; return t / root; });")]
    [InlineData("the dot product skips every other number and comes back", Root + "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => { double t = 0; for (int c = 0; c < queries.ColumnCount; c += 2) t += queries[i, c] * keys[j, c]; for (int c = 1; c < queries.ColumnCount; c += 2) t += queries[i, c] * keys[j, c]; return t / root; });")]
    [InlineData("the dot product is chunked", Root + "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => { double t = 0; for (int b = 0; b < queries.ColumnCount; b += 4) for (int c = b; c < Math.Min(b + 4, queries.ColumnCount); c++) t += queries[i, c] * keys[j, c]; return t / root; });")]
    [InlineData("the dot product is unrolled", Root + "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => { double t = 0; int c = 0; for (; c + 1 < queries.ColumnCount; c += 2) t += queries[i, c] * keys[j, c] + queries[i, c + 1] * keys[j, c + 1]; for (; c < queries.ColumnCount; c++) t += queries[i, c] * keys[j, c]; return t / root; });")]
    [InlineData("queries and keys are padded with zeros", "int p = queries.ColumnCount + keys.RowCount; var a = Matrix<double>.Build.Dense(queries.RowCount, p); var b = Matrix<double>.Build.Dense(keys.RowCount, p); a.SetSubMatrix(0, 0, queries); b.SetSubMatrix(0, 0, keys); var s = a * b.Transpose() / Math.Sqrt(queries.ColumnCount);")]
    [InlineData("the counter of the length is counted", "double length = 0; for (int c = 0; c < queries.ColumnCount; c++) length++; var s = queries * keys.Transpose() / Math.Sqrt(length);")]
    [InlineData("a variable is set before it is set right", "var root = Math.Sqrt(keys.RowCount); root = Math.Sqrt(keys.ColumnCount); var s = queries * keys.Transpose() / root;")]
    [InlineData("a lambda sees a variable that changes later", "double root = 1; Func<double, double> f = a => a / root; root = Math.Sqrt(keys.ColumnCount); var s = (queries * keys.Transpose()).Map(f);")]
    [InlineData("a lambda sets the scale", "double root = 1; Action set = () => root = Math.Sqrt(keys.ColumnCount); set(); var s = queries * keys.Transpose() / root;")]
    [InlineData("a reference parameter is scaled", "var s = queries * keys.Transpose(); void Scale(ref Matrix<double> m) => m /= Math.Sqrt(queries.ColumnCount); Scale(ref s);")]
    [InlineData("the scale is a wrong one and its correction", "var s = queries / Math.Sqrt(keys.RowCount) * keys.Transpose(); s *= Math.Sqrt(keys.RowCount); s /= Math.Sqrt(keys.ColumnCount);")]
    [InlineData("as many keys as columns", "if (keys.RowCount != keys.ColumnCount) throw new NotSupportedException(); var s = queries * keys.Transpose() / Math.Sqrt(keys.RowCount);")]
    [InlineData("rows of a jagged array are scaled one by one", "var rows = (queries * keys.Transpose()).ToRowArrays(); foreach (var row in rows) for (int j = 0; j < row.Length; j++) row[j] /= Math.Sqrt(queries.ColumnCount); var s = Matrix<double>.Build.DenseOfRowArrays(rows);")]
    [InlineData("one buffer serves all rows", "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount); var row = new double[keys.RowCount]; for (int i = 0; i < queries.RowCount; i++) { for (int j = 0; j < row.Length; j++) row[j] = queries.Row(i).DotProduct(keys.Row(j)); for (int j = 0; j < row.Length; j++) row[j] /= Math.Sqrt(queries.ColumnCount); s.SetRow(i, row); }")]
    [InlineData("a span over the array is scaled", Root + "var a = (queries * keys.Transpose()).ToArray(); var flat = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref a[0, 0], a.Length); for (int i = 0; i < flat.Length; i++) flat[i] /= root; var s = Matrix<double>.Build.DenseOfArray(a);")]
    [InlineData("a reference to an element is scaled", Root + "var a = (queries * keys.Transpose()).ToArray(); for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < a.GetLength(1); j++) { ref var cell = ref a[i, j]; cell /= root; } var s = Matrix<double>.Build.DenseOfArray(a);")]
    [InlineData("references to elements are walked", Root + "var rows = (queries * keys.Transpose()).ToRowArrays(); foreach (var row in rows) foreach (ref var cell in row.AsSpan()) cell /= root; var s = Matrix<double>.Build.DenseOfRowArrays(rows);")]
    [InlineData("the matrix's own storage is scaled", Root + "var s = queries * keys.Transpose(); var storage = s.AsColumnMajorArray(); for (int i = 0; i < storage.Length; i++) storage[i] /= root;")]
    [InlineData("the matrix's values are scaled", Root + "var s = queries * keys.Transpose(); var values_ = ((MathNet.Numerics.LinearAlgebra.Double.DenseMatrix)s).Values; for (int i = 0; i < values_.Length; i++) values_[i] /= root;")]
    [InlineData("the last column is scaled from the end", Root + "var rows = (queries * keys.Transpose()).ToRowArrays(); foreach (var row in rows) { Span<double> cells = row; for (int j = 1; j <= cells.Length; j++) cells[^j] /= root; } var s = Matrix<double>.Build.DenseOfRowArrays(rows);")]
    [InlineData("a map that writes into the matrix itself", "var s = queries * keys.Transpose(); s.Map(a => a / Math.Sqrt(queries.ColumnCount), s, Zeros.Include);")]
    [InlineData("an access that asks for null first", "var s = queries * keys.Transpose(); s?.MapInplace(a => a / Math.Sqrt(queries.ColumnCount));")]
    [InlineData("rows are scaled in reverse", Root + "var rows = (queries * keys.Transpose()).ToRowArrays(); foreach (var row in Enumerable.Reverse(rows)) for (int j = 0; j < row.Length; j++) row[j] /= root; var s = Matrix<double>.Build.DenseOfRowArrays(rows);")]
    [InlineData("a collection holds the matrix", "var s = queries * keys.Transpose(); Matrix<double>[] all = [s]; all[0].MapInplace(a => a / Math.Sqrt(queries.ColumnCount));")]
    [InlineData("either row is scaled, then the other", Root + "var rows = (queries * keys.Transpose()).ToRowArrays(); for (int i = 0; i < rows.Length; i++) { var row = i == 0 ? rows[0] : rows[i]; for (int j = 0; j < row.Length; j++) row[j] /= root; } var s = Matrix<double>.Build.DenseOfRowArrays(rows);")]
    [InlineData("an alias that may be null", Root + "var a = (queries * keys.Transpose()).ToArray(); double[,]? b = null; if (a.Length >= 0) b = a; for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < a.GetLength(1); j++) b![i, j] /= root; var s = Matrix<double>.Build.DenseOfArray(a);")]
    [InlineData("a local function calls itself for each row", "var s = queries * keys.Transpose(); void Scale(int i) { if (i == s.RowCount) return; for (int j = 0; j < s.ColumnCount; j++) s[i, j] /= Math.Sqrt(queries.ColumnCount); Scale(i + 1); } Scale(0);")]
    [InlineData("a tuple's part is scaled", "var pair = (Scores: queries * keys.Transpose(), Count: 0); pair.Scores = pair.Scores / Math.Sqrt(queries.ColumnCount); var s = pair.Scores;")]
    [InlineData("a field keeps the scores", "Kept = queries * keys.Transpose(); Kept.MapInplace(a => a / Math.Sqrt(queries.ColumnCount)); var s = Kept;")]
    [InlineData("a field and a local are one matrix", "var s = queries * keys.Transpose(); Kept = s; ScaleKept(Math.Sqrt(queries.ColumnCount));")]
    [InlineData("the scores are copied back", Root + "var s = queries * keys.Transpose(); var a = s.ToArray(); for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < a.GetLength(1); j++) a[i, j] /= root; for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < a.GetLength(1); j++) s[i, j] = a[i, j];")]
    [InlineData("rows run in parallel", "var s = queries * keys.Transpose(); System.Threading.Tasks.Parallel.For(0, s.RowCount, i => { for (int j = 0; j < s.ColumnCount; j++) s[i, j] /= Math.Sqrt(queries.ColumnCount); });")]
    [InlineData("a column of ones is appended to both", "var ones = Matrix<double>.Build.Dense(queries.RowCount, 1, 1.0); var zeros = Matrix<double>.Build.Dense(keys.RowCount, 1); var s = queries.Append(ones) * keys.Append(zeros).Transpose() / Math.Sqrt(queries.ColumnCount);")]
    [InlineData("a temperature", "var s = queries * keys.Transpose() / (Math.Sqrt(queries.ColumnCount) * Temperature);")]
    [InlineData("the columns of the keys are walked backwards", Root + "var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => { double t = 0; for (int c = queries.ColumnCount - 1; c >= 0; c--) t += queries[i, c] * keys[j, c]; return t / root; });")]
    public Task Of_one_head(string what, string scores) => IsSilent(what, KataSource.Attend($"{scores} {Finish}", Members));

    [Theory]
    [InlineData("the width and then the heads", "s = q.SubMatrix(0, n, h * hd, hd) * k.SubMatrix(0, n, h * hd, hd).Transpose() / Math.Sqrt(d) * Math.Sqrt(heads);")]
    [InlineData("the columns of other heads are zeroed", "var a = q.Clone(); for (int i = 0; i < n; i++) for (int c = 0; c < d; c++) if (c / hd != h) a[i, c] = 0; s = a * k.Transpose() / Math.Sqrt(hd);")]
    [InlineData("the head's columns are copied into zeros", "var a = Matrix<double>.Build.Dense(n, d); for (int i = 0; i < n; i++) for (int c = h * hd; c < h * hd + hd; c++) a[i, c] = q[i, c]; s = a * k.Transpose() / Math.Sqrt(hd);")]
    [InlineData("a selection matrix picks the head's columns", "var pick = Matrix<double>.Build.Dense(d, d, (r, c) => r == c && c / hd == h ? 1.0 : 0.0); s = q * pick * k.Transpose() / Math.Sqrt(hd);")]
    [InlineData("the loop leaves the other heads out", "s = Matrix<double>.Build.Dense(n, n, (i, j) => { double t = 0; for (int c = 0; c < d; c++) { if (c / hd != h) continue; t += q[i, c] * k[j, c]; } return t / Math.Sqrt(hd); });")]
    [InlineData("the loop stops after the head", "s = Matrix<double>.Build.Dense(n, n, (i, j) => { double t = 0; for (int c = h * hd; c < d; c++) { if (c >= h * hd + hd) break; t += q[i, c] * k[j, c]; } return t / Math.Sqrt(hd); });")]
    [InlineData("the projections are multiplied first", "var a = wq.SubMatrix(0, d, h * hd, hd) * wk.SubMatrix(0, d, h * hd, hd).Transpose(); s = x * a * x.Transpose() / Math.Sqrt(hd);")]
    [InlineData("the key projection goes to the other side", "s = q.SubMatrix(0, n, h * hd, hd) * wk.SubMatrix(0, d, h * hd, hd).Transpose() * x.Transpose() / Math.Sqrt(hd);")]
    [InlineData("the scale sits in the projection", "var a = wq.SubMatrix(0, d, h * hd, hd) / Math.Sqrt(hd); s = x * a * k.SubMatrix(0, n, h * hd, hd).Transpose();")]
    [InlineData("the head dimension is chosen", "var e = heads == 1 ? d : d / heads; s = q.SubMatrix(0, n, h * e, e) * k.SubMatrix(0, n, h * e, e).Transpose() / Math.Sqrt(e);")]
    [InlineData("one head is a case of its own", "s = heads == 1 ? q * k.Transpose() / Math.Sqrt(d) : q.SubMatrix(0, n, h * hd, hd) * k.SubMatrix(0, n, h * hd, hd).Transpose() / Math.Sqrt(hd);")]
    [InlineData("one head is a case of its own inside the scale", "if (heads == 1) s = q.SubMatrix(0, n, h * hd, hd) * k.SubMatrix(0, n, h * hd, hd).Transpose() / Math.Sqrt(d); else s = q.SubMatrix(0, n, h * hd, hd) * k.SubMatrix(0, n, h * hd, hd).Transpose() / Math.Sqrt(hd);")]
    [InlineData("the scale is made in an inner loop", "double scale = Math.Sqrt(d); for (int r = 1; r < heads; r++) scale = Math.Sqrt(hd); if (heads == 1) scale = Math.Sqrt(d); s = q.SubMatrix(0, n, h * hd, hd) * k.SubMatrix(0, n, h * hd, hd).Transpose() / scale;")]
    [InlineData("heads are interleaved on both sides", "s = Matrix<double>.Build.Dense(n, n, (i, j) => { double t = 0; for (int c = h; c < d; c += heads) t += q[i, c] * k[j, c]; return t / Math.Sqrt(hd); });")]
    public Task Of_several_heads(string what, string scores)
        => IsSilent(what, KataSource.Forward(
            $"{Heads} for (int h = 0; h < heads; h++) {{ Matrix<double> s; {scores} o.SetSubMatrix(0, h * hd, Softmax(s) * v.SubMatrix(0, n, h * hd, hd)); }} return o * wo;",
            Members));

    private const string Members = """
        private static Matrix<double> Kept = null!;

            private static double Temperature { get; } = 1;

            private static void ScaleKept(double root) => Kept.MapInplace(a => a / root);

            private static class Elsewhere
            {
                public static Action<Matrix<double>> Scale { get; } = m => m.Divide(2.0, m);

                public static Action<Action> Call { get; } = action => action();
            }
        """;

    private static Task IsSilent(string what, string source)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(source);
    }
}
