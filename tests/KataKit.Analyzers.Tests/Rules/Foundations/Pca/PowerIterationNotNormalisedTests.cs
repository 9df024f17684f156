using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Pca;

public sealed class PowerIterationNotNormalisedTests
{
    [Theory]
    [InlineData("for (var k = 0; k < 1000; k++) w = [|covariance * w|];")]
    [InlineData("for (var k = 0; k < 1000; k++) { var image = [|w * covariance|]; w = image; }")]
    [InlineData("for (var k = 0; k < 1000; k++) w = Next(w); Vector<double> Next(Vector<double> u) => [|covariance.Multiply(u)|];")]
    [InlineData("var before = 0.0; do { before = w[0]; w = [|covariance * w|]; } while (Math.Abs(w[0] - before) > 1e-12);")]
    public Task Reports_a_vector_that_only_grows(string loop) => Verify.Reports("KATA4008", Leading(loop));

    [Theory]
    [InlineData("for (var k = 0; k < 1000; k++) w = (covariance * w).Normalize(2);")]
    [InlineData("for (var k = 0; k < 1000; k++) { w = covariance * w; w = w / w.L2Norm(); }")]
    [InlineData("for (var k = 0; k < 1000; k++) { w = covariance * w; w *= 1 / Math.Sqrt(w * w); }")]
    [InlineData("for (var k = 0; k < 1000; k++) w = Unit(covariance * w); static Vector<double> Unit(Vector<double> u) { var norm = u.L2Norm(); return norm > 0 ? u / norm : u; }")]
    [InlineData("for (var k = 0; k < 1000; k++) { w = covariance * w; w.Divide(w.L2Norm(), w); }")]
    [InlineData("for (var k = 0; k < 3; k++) w = covariance * w;")]
    [InlineData("for (var k = 0; k < 1000; k++) { for (var l = 0; l < 20; l++) w = covariance * w; w = w.Normalize(2); }")]
    [InlineData("for (var k = 0; k < 1000; k++) w = w + 0.1 * (covariance * w) - 0.1 * (w * (covariance * w)) * w;")]
    [InlineData("for (var k = 0; k < 1000; k++) { var image = covariance * w; if (image[0] > 1) break; w = Vector<double>.Build.Dense(w.Count, k); }")]
    public Task Is_silent_where_the_length_is_kept(string loop) => Verify.IsSilent(Leading(loop));

    private static string Leading(string loop)
        => KataSource.WithBody(
            "Pca",
            "LeadingAxis",
            "var random = new Random(7); var w = Vector<double>.Build.Dense(covariance.RowCount, _ => random.NextDouble() - 0.5);"
                + loop + "w = w.Normalize(2); return new PrincipalAxis(w, w * (covariance * w));");
}
