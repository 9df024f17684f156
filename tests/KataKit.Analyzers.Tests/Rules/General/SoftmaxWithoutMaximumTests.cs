using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class SoftmaxWithoutMaximumTests
{
    [Theory]
    [InlineData("double sum = 0; for (int j = 0; j < w.ColumnCount; j++) { w[i, j] = [|Math.Exp(logits[i, j])|]; sum += w[i, j]; } for (int j = 0; j < w.ColumnCount; j++) w[i, j] /= sum;")]
    [InlineData("double sum = 0; for (int j = 0; j < w.ColumnCount; j++) w[i, j] = [|Math.Exp(logits[i, j] / 2)|]; for (int j = 0; j < w.ColumnCount; j++) sum += w[i, j]; for (int j = 0; j < w.ColumnCount; j++) w[i, j] *= 1 / sum;")]
    [InlineData("double sum = 0; var e = new double[w.ColumnCount]; for (int j = 0; j < e.Length; j++) sum += e[j] = [|Math.Exp(logits[i, j])|]; for (int j = 0; j < e.Length; j++) w[i, j] = e[j] / Math.Max(sum, 1e-300);")]
    [InlineData("var e = logits.Row(i).Select(z => [|Math.Exp(z)|]).ToArray(); var sum = e.Sum(); for (int j = 0; j < e.Length; j++) w[i, j] = e[j] / sum;")]
    [InlineData("var e = [|logits.Row(i).PointwiseExp()|]; w.SetRow(i, e / e.Sum());")]
    [InlineData("var e = [|logits.Row(i).Map(Math.Exp)|]; w.SetRow(i, e.Divide(e.Sum()));")]
    [InlineData("var e = [|logits.Row(i).PointwiseExp()|]; w.SetRow(i, e.Normalize(1));")]
    [InlineData("var row = logits.Row(i).ToArray(); Normalise(row); w.SetRow(i, row); static void Normalise(double[] z) { double s = 0; for (int j = 0; j < z.Length; j++) { z[j] = [|Math.Exp(z[j])|]; s += z[j]; } for (int j = 0; j < z.Length; j++) z[j] /= s; }")]
    public Task Reports_exponentials_over_their_sum(string row) => Verify.Reports("KATA0001", Source(row));

    [Theory]
    [InlineData("the maximum is taken off in the exponent", "var max = logits.Row(i).Maximum(); double sum = 0; for (int j = 0; j < w.ColumnCount; j++) { w[i, j] = Math.Exp(logits[i, j] - max); sum += w[i, j]; } for (int j = 0; j < w.ColumnCount; j++) w[i, j] /= sum;")]
    [InlineData("the maximum is taken off in a pass before", "var z = logits.Row(i).ToArray(); var max = z.Max(); double sum = 0; for (int j = 0; j < z.Length; j++) z[j] -= max; for (int j = 0; j < z.Length; j++) { z[j] = Math.Exp(z[j]); sum += z[j]; } for (int j = 0; j < z.Length; j++) w[i, j] = z[j] / sum;")]
    [InlineData("the maximum is added as its negative", "var shift = -logits.Row(i).Maximum(); double sum = 0; for (int j = 0; j < w.ColumnCount; j++) { w[i, j] = Math.Exp(logits[i, j] + shift); sum += w[i, j]; } for (int j = 0; j < w.ColumnCount; j++) w[i, j] /= sum;")]
    [InlineData("the vector is shifted", "var z = logits.Row(i); z = z.Subtract(z.Maximum()); var e = z.PointwiseExp(); w.SetRow(i, e / e.Sum());")]
    [InlineData("the vector is shifted by an operator", "var z = logits.Row(i); var e = (z - z.Maximum()).PointwiseExp(); w.SetRow(i, e / e.Sum());")]
    [InlineData("the vector is shifted in place", "var z = logits.Row(i); var max = z.Maximum(); z.MapInplace(x => x - max); var e = z.PointwiseExp(); w.SetRow(i, e / e.Sum());")]
    [InlineData("a bounded exponential of their own", "double sum = 0; for (int j = 0; j < w.ColumnCount; j++) { w[i, j] = Math.Exp(Math.Min(logits[i, j], 700)); sum += w[i, j]; } for (int j = 0; j < w.ColumnCount; j++) w[i, j] /= sum;")]
    [InlineData("Gaussian weights", "double sum = 0; for (int j = 0; j < w.ColumnCount; j++) { w[i, j] = Math.Exp(-(logits[i, j] * logits[i, j])); sum += w[i, j]; } for (int j = 0; j < w.ColumnCount; j++) w[i, j] /= sum;")]
    [InlineData("a sigmoid", "for (int j = 0; j < w.ColumnCount; j++) w[i, j] = 1 / (1 + Math.Exp(-logits[i, j]));")]
    [InlineData("the sum alone", "double sum = 0; for (int j = 0; j < w.ColumnCount; j++) sum += Math.Exp(logits[i, j]); for (int j = 0; j < w.ColumnCount; j++) w[i, j] = logits[i, j] / sum;")]
    public Task Is_silent_about(string what, string row)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source(row));
    }

    private static string Source(string row)
        => GeneralSource.Body($"var logits = Logits; var w = logits.Clone(); for (var i = 0; i < w.RowCount; i++) {{ {row} }} x = w[0, 0];");
}
