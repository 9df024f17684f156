using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ExtremumSeedTests
{
    [Theory]
    [InlineData("double best = [|0|]; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y > best) best = y; } x = best;")]
    [InlineData("double best = [|double.Epsilon|]; for (int i = 0; i < samples; i++) { best = Math.Max(best, f(a + i)); } x = best;")]
    [InlineData("double best = [|0.0|]; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y >= best) continue; best = y; } x = best;")]
    [InlineData("double best = [|double.MinValue|]; for (int i = 0; i < samples; i++) best = Math.Min(best, f(a + i)); x = best;")]
    [InlineData("var best = (Point: a, Value: [|0.0|]); for (int i = 0; i < samples; i++) { var y = f(a + i); if (y < best.Value) best = (a + i, y); } x = best.Point;")]
    [InlineData("double best = [|0|]; int at = -1; for (int r = 0; r < 3; r++) for (int c = 0; c < 3; c++) { var y = f(r * c); if (y > best || double.IsNaN(y)) { best = y; at = r; } } x = at + best;")]
    [InlineData("int least = [|int.MinValue|]; foreach (var word in text) if (word < least) least = word; x = least;")]
    public Task Reports_a_beginning_that_hides_values(string search) => Verify.Reports("KATA0014", GeneralSource.Body(search));

    [Theory]
    [InlineData("var max = logits.Row(0).Aggregate([|0.0|], Math.Max);")]
    [InlineData("double max = [|0|]; foreach (var z in logits.Row(0).ToArray()) max = z > max ? z : max;")]
    [InlineData("var max = [|0.0|]; for (var i = 0; i < logits.RowCount; i++) { for (var j = 0; j < logits.ColumnCount; j++) { if (logits[i, j] > max) { max = logits[i, j]; } } }")]
    public Task Reports_it_for_values_that_were_given(string search) => Verify.Reports("KATA0014", Softmax(search));

    [Theory]
    [InlineData("infinities", "double best = double.NegativeInfinity; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y > best) best = y; } x = best;")]
    [InlineData("the least double there is", "double best = double.MinValue; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y > best) best = y; } x = best;")]
    [InlineData("the least float there is", "float best = float.MinValue; for (int i = 0; i < samples; i++) best = MathF.Max(best, (float)f(a + i)); x = best;")]
    [InlineData("the first value", "var best = f(a); for (int i = 1; i < samples; i++) { var y = f(a + i); if (y > best) best = y; } x = best;")]
    [InlineData("magnitudes", "double best = 0; for (int i = 0; i < samples; i++) best = Math.Max(best, Math.Abs(f(a + i))); x = best;")]
    [InlineData("values cut off at 0", "double best = 0; for (int i = 0; i < samples; i++) { var y = Math.Max(0, f(a + i)); if (y > best) best = y; } x = best;")]
    [InlineData("squares", "double best = 0; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y * y > best) best = y * y; } x = best;")]
    [InlineData("counts", "int best = 0; for (int i = 0; i < samples; i++) { var n = i * maximum; if (n > best) best = n; } x = best;")]
    [InlineData("lengths", "long best = 0; foreach (var word in text.Split(' ')) if (word.Length > best) best = word.Length; x = best;")]
    [InlineData("sums that may stay empty", "double sum = 0, best = 0; for (int i = 0; i < samples; i++) { sum += f(a + i); if (sum > best) best = sum; } x = best;")]
    [InlineData("a clamp", "for (int i = 0; i < samples; i++) x += Math.Max(0, f(a + i));")]
    [InlineData("a sum of what is above 0", "double sum = 0; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y > 0) sum += y; } x = sum;")]
    [InlineData("a threshold, not a search", "double limit = 0; int n = 0; for (int i = 0; i < samples; i++) if (f(a + i) > limit) n++; x = n;")]
    public Task Is_silent_about(string what, string search)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(GeneralSource.Body(search));
    }

    [Theory]
    [InlineData("exponentials", "double max = 0; foreach (var z in logits.Row(0).ToArray()) { var e = Math.Exp(-z); if (e > max) max = e; }")]
    [InlineData("magnitudes kept in an array", "double max = 0; var z = new double[9]; for (int i = 0; i < 9; i++) z[i] = Math.Abs(logits[0, i]); foreach (var e in z) if (e > max) max = e;")]
    public Task Is_silent_about_given_values_made_positive(string what, string search)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Softmax(search));
    }

    [Fact]
    public Task Is_silent_about_the_diagonal_of_a_covariance()
        => Verify.IsSilent(KataSource.WithBody(
            "Pca",
            "VarianceAlong",
            "double max = 0; for (int i = 0; i < covariance.RowCount; i++) if (covariance[i, i] > max) max = covariance[i, i]; return direction * covariance * direction / max;"));

    private static string Softmax(string search) => KataSource.WithBody("SelfAttention", "Softmax", search + " return logits.Subtract(max);");
}
