using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class FloatingLoopCounterTests
{
    [Theory]
    [InlineData("for (double p = a; [|p <= b|]; p += (b - a) / samples) x = Math.Min(x, f(p));")]
    [InlineData("var h = (b - a) / (samples - 1); double p = a; while ([|p <= b|]) { x = Math.Min(x, f(p)); p += h; }")]
    [InlineData("for (double p = 0; [|p <= 1|]; p += 0.1) x = Math.Min(x, f(p));")]
    [InlineData("for (float p = 1; [|p >= 0|]; p -= 0.1f) x = Math.Min(x, f(p));")]
    [InlineData("var h = (b - a) / samples; int n = 0; for (var p = a; [|p <= b|] && n < samples; p += h) n++;")]
    public Task Reports_a_sum_that_must_hit_the_end(string loop) => Verify.Reports("KATA0016", Source(loop));

    [Theory]
    [InlineData("an integer counts", "var h = (b - a) / (samples - 1); for (int i = 0; i < samples; i++) x = Math.Min(x, f(a + i * h));")]
    [InlineData("a step that adds up exactly", "for (double p = 0; p <= 1; p += 0.125) x = Math.Min(x, f(p));")]
    [InlineData("whole numbers", "for (double p = a; p <= b; p += 1) x = Math.Min(x, f(p));")]
    [InlineData("half a step of slack", "var h = (b - a) / samples; for (double p = a; p <= b + h / 2; p += h) x = Math.Min(x, f(p));")]
    [InlineData("the end is not asked for", "var h = (b - a) / samples; for (double p = a; p < b; p += h) x = Math.Min(x, f(p));")]
    [InlineData("a step that changes", "var h = (b - a) / samples; for (double p = a; p <= b; p += h) { x = Math.Min(x, f(p)); h /= 2; }")]
    [InlineData("a step that was given", "for (double p = a; p <= b; p += tolerance) x = Math.Min(x, f(p));")]
    [InlineData("decimals add up exactly", "for (decimal p = 0; p <= 1; p += 0.1m) x = Math.Min(x, f((double)p));")]
    [InlineData("descent, not counting", "double p = b; while (a <= p) { p -= tolerance * f(p); x = p; }")]
    public Task Is_silent_about(string what, string loop)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source(loop));
    }

    [Theory]
    [InlineData("for (var i = 0; i < samples; i++) { [|xs[i] = i == 0 ? a : xs[i - 1] + h|]; best = LowerOf(best, Probe(f, xs[i])); }")]
    [InlineData("xs[0] = a; for (var i = 1; i < samples; i++) [|xs[i] = h + xs[i - 1]|]; foreach (var p in xs) best = LowerOf(best, Probe(f, p));")]
    [InlineData("xs[0] = a; for (var i = 0; i + 1 < samples; i++) [|xs[i + 1] = xs[i] + (b - a) / (samples - 1)|]; for (var i = 0; i < samples; i++) best = LowerOf(best, Probe(f, xs[i]));")]
    [InlineData("xs[0] = a; for (var i = 1; i < samples; i++) [|xs[i] = xs[i - 1] + h|]; for (var i = 1; i < samples; i++) best = LowerOf(best, GoldenSection(f, xs[i - 1], xs[i], tolerance));")]
    [InlineData("var x = a; for (var i = 0; i < samples; i++) { best = LowerOf(best, Probe(f, x)); [|x += h|]; }")]
    public Task Reports_a_grid_of_sums(string grid) => Verify.Reports("KATA0016", Grid(grid));

    [Theory]
    [InlineData("for (var i = 0; i < samples; i++) { xs[i] = i == 0 ? a : i == samples - 1 ? b : xs[i - 1] + h; best = LowerOf(best, Probe(f, xs[i])); }")]
    [InlineData("xs[0] = a; for (var i = 1; i < samples; i++) xs[i] = xs[i - 1] + h; xs[samples - 1] = b; foreach (var p in xs) best = LowerOf(best, Probe(f, p));")]
    [InlineData("var x = a; for (var i = 0; i < samples - 1; i++) { best = LowerOf(best, Probe(f, x)); x += h; } best = LowerOf(best, Probe(f, b));")]
    [InlineData("var x = a; for (var i = 0; i < samples; i++) { best = LowerOf(best, Probe(f, i == samples - 1 ? b : x)); x += h; }")]
    [InlineData("xs[0] = a; for (var i = 1; i < samples; i++) xs[i] = Math.Min(b, xs[i - 1] + h); foreach (var p in xs) best = LowerOf(best, Probe(f, p));")]
    [InlineData("xs[0] = 0; for (var i = 1; i < samples; i++) xs[i] = xs[i - 1] + h; for (var i = 0; i < samples; i++) best = LowerOf(best, Probe(f, i == samples - 1 ? b : a + i * h));")]
    public Task Is_silent_on_a_grid_that_holds_its_end(string grid) => Verify.IsSilent(Grid(grid));

    private static string Grid(string grid)
        => KataSource.WithBody("FunctionMinimization", "GlobalMinimum", $"var (xs, h) = (new double[samples], (b - a) / (samples - 1)); var best = Probe(f, a); {grid} return best;");

    private static string Source(string loop) => GeneralSource.Body(loop);
}
