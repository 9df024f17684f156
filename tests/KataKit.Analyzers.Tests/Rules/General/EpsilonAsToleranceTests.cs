using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class EpsilonAsToleranceTests
{
    [Theory]
    [InlineData("while ([|b - a > double.Epsilon|]) { var m = a + (b - a) / 2; if (f(m) < f(b)) b = m; else a = m; }")]
    [InlineData("do { b = a + (b - a) / 2; } while ([|Math.Abs(b - a) >= double.Epsilon|] && f(b) > f(a));")]
    [InlineData("for (int i = 0; ; i++) { var m = a + (b - a) / 2; if ([|Math.Abs(m - b) < double.Epsilon|]) break; b = m; }")]
    [InlineData("const double Tiny = double.Epsilon; while ([|f(b) - f(a) > Tiny|]) b = a + (b - a) / 2;")]
    [InlineData("while (!([|b - a <= float.Epsilon|])) b = a + (b - a) / 2;")]
    public Task Reports_a_difference_that_a_loop_waits_for(string loop) => Verify.Reports("KATA0004", Source(loop));

    [Theory]
    [InlineData("a tolerance of its own", "while (b - a > tolerance) b = a + (b - a) / 2;")]
    [InlineData("a guard before a division", "var width = b - a; for (int i = 0; i < 9; i++) { if (width < double.Epsilon) break; b -= 1 / width; }")]
    [InlineData("a test for 0", "while (f(b) > double.Epsilon) b = a + (b - a) / 2;")]
    [InlineData("a test for equal numbers, once", "if (Math.Abs(b - a) < double.Epsilon) b = a;")]
    [InlineData("a test for ties in a loop", "for (int i = 0; i < 9; i++) if (Math.Abs(f(a + i) - f(b)) < double.Epsilon) b = a + i;")]
    [InlineData("a multiple of the spacing of doubles", "while (b - a > 4 * double.BitIncrement(Math.Abs(b))) b = a + (b - a) / 2;")]
    public Task Is_silent_about(string what, string loop)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source(loop));
    }

    private static string Source(string loop) => GeneralSource.Body(loop);
}
