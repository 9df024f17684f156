using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class HeadColumnsTests
{
    private const string Start = "int n = x.RowCount, d = x.ColumnCount, hd = d / heads; var (q, k, v) = (x * wq, x * wk, x * wv); var o = Matrix<double>.Build.Dense(n, d);";
    private const string Scaled = "s /= Math.Sqrt(hd); o.SetSubMatrix(0, h * hd, Softmax(s) * v.SubMatrix(0, n, h * hd, hd)); } return o * wo;";

    [Theory]
    [InlineData("a score in loops", "var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += [|q[i, c * heads + h]|] * k[j, c * heads + h];")]
    [InlineData("an array of a projection", "var a = q.ToArray(); var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += [|a[i, h + heads * c]|] * k[j, h + heads * c];")]
    [InlineData("matrices of a head", "Matrix<double> Head(Matrix<double> m) => Matrix<double>.Build.Dense(n, hd, (t, c) => [|m[t, c * heads + h]|]); var s = Head(q) * Head(k).Transpose();")]
    [InlineData("matrices that are filled", "var a = Matrix<double>.Build.Dense(n, hd); var b = Matrix<double>.Build.Dense(n, hd); for (var t = 0; t < n; t++) for (var c = 0; c < hd; c++) { a[t, c] = [|q[t, c * heads + h]|]; b[t, c] = k[t, c * heads + h]; } var s = a * b.Transpose();")]
    [InlineData("a flat array cut straight", "double[] a = q.ToRowMajorArray(), b = k.ToRowMajorArray(); var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += [|a[h * n * hd + i * hd + c]|] * b[h * n * hd + j * hd + c];")]
    public Task Reports(string what, string scores)
    {
        Assert.NotEmpty(what);
        return Verify.Reports("KATA1008", KataSource.Forward($"{Start} for (var h = 0; h < heads; h++) {{ {scores} {Scaled}"));
    }

    [Theory]
    [InlineData("blocks in loops", "var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += q[i, h * hd + c] * k[j, h * hd + c];")]
    [InlineData("a flat array by rows", "double[] a = q.ToRowMajorArray(), b = k.ToRowMajorArray(); var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += a[i * d + h * hd + c] * b[j * d + h * hd + c];")]
    [InlineData("a flat array by columns", "double[] a = q.ToColumnMajorArray(), b = k.ToColumnMajorArray(); var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += a[(h * hd + c) * n + i] * b[(h * hd + c) * n + j];")]
    [InlineData("columns in another order and back", "Matrix<double> Mixed(Matrix<double> m) { var r = m.Clone(); for (var t = 0; t < n; t++) for (var g = 0; g < heads; g++) for (var c = 0; c < hd; c++) r[t, c * heads + g] = m[t, g * hd + c]; return r; } var (a, b) = (Mixed(q), Mixed(k)); var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += a[i, c * heads + h] * b[j, c * heads + h];")]
    [InlineData("projections in another order", "Matrix<double> Mixed(Matrix<double> m) { var r = m.Clone(); for (var t = 0; t < d; t++) for (var g = 0; g < heads; g++) for (var c = 0; c < hd; c++) r[t, c * heads + g] = m[t, g * hd + c]; return r; } var (a, b) = (x * Mixed(wq), x * Mixed(wk)); var s = Matrix<double>.Build.Dense(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) for (var c = 0; c < hd; c++) s[i, j] += a[i, c * heads + h] * b[j, c * heads + h];")]
    [InlineData("a sum that is no score", "var t = 0.0; for (var c = 0; c < hd; c++) t += q[0, c * heads + h]; var s = q.SubMatrix(0, n, h * hd, hd) * k.SubMatrix(0, n, h * hd, hd).Transpose();")]
    public Task Is_silent(string what, string scores)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.Forward($"{Start} for (var h = 0; h < heads; h++) {{ {scores} {Scaled}"));
    }
}
