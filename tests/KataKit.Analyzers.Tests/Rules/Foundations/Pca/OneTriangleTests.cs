using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class OneTriangleTests
{
    [Theory]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a; b < d; b++) [|s[a, b] = Entry(a, b)|]; return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = 0; b <= a; b++) [|s[a, b] = Entry(a, b)|]; return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a; b < d; b++) [|s[b, a] = Entry(a, b)|]; return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a; b < d; b++) [|s[a, b] = Entry(a, b)|]; return s / (x.RowCount - 1);")]
    [InlineData("var t = new double[d, d]; for (var a = 0; a < d; a++) for (var b = a; b < d; b++) [|t[a, b] = Entry(a, b)|]; return Matrix<double>.Build.DenseOfArray(t);")]
    [InlineData("var t = new double[d][]; for (var r = 0; r < d; r++) t[r] = new double[d]; for (var a = 0; a < d; a++) for (var b = a; b < d; b++) [|t[a][b] = Entry(a, b)|]; return Matrix<double>.Build.Dense(d, d, (r, c) => t[r][c]);")]
    public Task Reports_a_triangle(string body) => Verify.Reports("KATA4010", Covariance(body));

    [Theory]
    [InlineData("for (var a = 0; a < d; a++) for (var b = 0; b < d; b++) s[a, b] = Entry(a, b); return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a; b < d; b++) s[a, b] = s[b, a] = Entry(a, b); return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = 0; b <= a; b++) { s[a, b] = Entry(a, b); s[b, a] = s[a, b]; } return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a; b < d; b++) s[a, b] = Entry(a, b); for (var a = 0; a < d; a++) for (var b = 0; b < a; b++) s[a, b] = s[b, a]; return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a + 1; b < d; b++) s[a, b] = Entry(a, b); s = s + s.Transpose(); for (var a = 0; a < d; a++) s[a, a] = Entry(a, a); return s;")]
    [InlineData("for (var a = 0; a < d; a++) for (var b = a; b < d; b++) s[a, b] = Entry(a, b); return Matrix<double>.Build.Dense(d, d, (i, j) => s[Math.Min(i, j), Math.Max(i, j)]);")]
    [InlineData("var t = new double[d][]; for (var r = 0; r < d; r++) t[r] = new double[d]; for (var a = 0; a < d; a++) for (var b = a; b < d; b++) t[a][b] = t[b][a] = Entry(a, b); return Matrix<double>.Build.Dense(d, d, (r, c) => t[r][c]);")]
    [InlineData("var t = new double[d][]; for (var r = 0; r < d; r++) t[r] = x.Column(r).ToArray(); for (var a = 0; a < d; a++) for (var b = a; b < d; b++) t[a][b] = Entry(a, b); return Matrix<double>.Build.Dense(d, d, (r, c) => t[r][c]);")]
    public Task Is_silent_on_whole_matrices(string body) => Verify.IsSilent(Covariance(body));

    private static string Covariance(string body)
        => KataSource.WithBody(
            "Pca",
            "Covariance",
            "var centred = Centre(x); var d = x.ColumnCount; var s = Matrix<double>.Build.Dense(d, d); double Entry(int p, int q) => centred.Column(p) * centred.Column(q) / (x.RowCount - 1);" + body);
}
