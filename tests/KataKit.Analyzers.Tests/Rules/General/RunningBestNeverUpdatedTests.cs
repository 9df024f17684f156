using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class RunningBestNeverUpdatedTests
{
    [Theory]
    [InlineData("var best = double.PositiveInfinity; for (int i = 0; i < samples; i++) if ([|f(a + i) < best|]) x = a + i;")]
    [InlineData("double best = double.MaxValue; for (int i = 0; i < samples; i++) { var y = f(a + i); if ([|best > y|]) { x = a + i; } }")]
    [InlineData("double best = double.MinValue; foreach (var p in Points()) { if ([|f(p) > best|] && p <= b) x = p; } IEnumerable<double> Points() => new[] { a, b };")]
    [InlineData("double best = double.MaxValue; for (int i = 0; i < samples; i++) { var y = f(a + i); if ([|y >= best|]) continue; x = a + i; }")]
    public Task Reports_a_bound_that_never_moves(string search) => Verify.Reports("KATA0002", Source(search));

    [Theory]
    [InlineData("the bound moves", "var best = double.PositiveInfinity; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y < best) { x = a + i; best = y; } }")]
    [InlineData("the bound moves by deconstruction", "var best = double.PositiveInfinity; for (int i = 0; i < samples; i++) { var y = f(a + i); if (y < best) (x, best) = (a + i, y); }")]
    [InlineData("the bound moves in a local function", "var best = double.PositiveInfinity; void Keep(double p, double y) { x = p; best = y; } for (int i = 0; i < samples; i++) { var y = f(a + i); if (y < best) Keep(a + i, y); }")]
    [InlineData("the bound is passed by reference", "var best = double.PositiveInfinity; static bool Better(double y, ref double bound) { if (y >= bound) return false; bound = y; return true; } for (int i = 0; i < samples; i++) { if (Better(f(a + i), ref best)) x = a + i; }")]
    [InlineData("the bound is a constant", "const double Limit = double.MaxValue; for (int i = 0; i < samples; i++) if (f(a + i) < Limit) x = a + i;")]
    [InlineData("a test for finite values", "for (int i = 0; i < samples; i++) if (f(a + i) < double.PositiveInfinity) x = a + i;")]
    [InlineData("counts what is finite", "double limit = double.MaxValue; int count = 0; for (int i = 0; i < samples; i++) if (f(a + i) < limit) count++; x = count;")]
    [InlineData("ends with the first", "double limit = double.MaxValue; for (int i = 0; i < samples; i++) if (f(a + i) < limit) { x = a + i; break; }")]
    [InlineData("a limit that may be set", "double limit = double.MaxValue; if (samples > 10) limit = tolerance; for (int i = 0; i < samples; i++) if (f(a + i) < limit) x = a + i;")]
    public Task Is_silent_when(string what, string search)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source(search));
    }

    private static string Source(string search) => GeneralSource.Body(search);
}
