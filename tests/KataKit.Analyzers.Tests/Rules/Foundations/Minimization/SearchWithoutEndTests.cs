using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Minimization;

public sealed class SearchWithoutEndTests
{
    [Theory]
    [InlineData("while ([|b - a > tolerance|]) { {0} }")]
    [InlineData("for (; [|!(tolerance >= b - a)|];) { {0} }")]
    [InlineData("while ([|true|]) { if (!(b - a > tolerance)) break; {0} }")]
    [InlineData("[|for|] (;;) { if (b - a <= tolerance) return best; {0} }")]
    [InlineData("do { {0} } while ([|b - a > tolerance|]);")]
    [InlineData("while ([|b - a > tolerance|]) { if (double.IsNaN(f1) || double.IsNaN(f2)) throw new ArgumentException(\"NaN\", nameof(f)); {0} }")]
    [InlineData("var rounds = 0; while ([|b - a > tolerance|]) { if (++rounds % 2 == 3) break; rounds %= 2; {0} }")]
    public Task Reports_a_bracket_that_gets_no_shorter(string loop) => Verify.Reports("KATA7007", Golden(loop));

    [Theory]
    [InlineData("the probes meet", "while (b - a > tolerance && x1 < x2) { {0} }")]
    [InlineData("a break where they meet", "while (b - a > tolerance) { if (!(x1 < x2)) break; {0} }")]
    [InlineData("a break behind another loop", "while (b - a > tolerance) { for (var i = 0; i < 3; i++) if (!(x1 < x2)) return best; {0} }")]
    [InlineData("rounds are counted", "for (var n = 0; n < 200 && b - a > tolerance; n++) { {0} }")]
    [InlineData("rounds are counted long", "for (var n = 0; n < 2_000_000_000 && b - a > tolerance; n++) { {0} }")]
    [InlineData("the tolerance is lifted to what doubles resolve", "tolerance = Math.Max(tolerance, 1e-15 * Math.Max(Math.Abs(a), Math.Abs(b))); while (b - a > tolerance) { {0} }")]
    [InlineData("the tolerance grows", "while (b - a > tolerance) { tolerance *= 1.1; {0} }")]
    [InlineData("a bracket that is done is not searched", "if (tolerance < 1e-12) return best; while (b - a > tolerance) { {0} }")]
    [InlineData("a step that is not followed", "while (b - a > tolerance) { {0} a = Math.BitIncrement(a); }")]
    public Task Is_silent_when(string what, string loop)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Golden(loop));
    }

    [Theory]
    [InlineData("var x = start; while ([|true|]) { var n = Math.Clamp(x - learningRate * derivative(x), a, b); var moved = Math.Abs(n - x); x = n; if (moved <= tolerance) break; } return new Minimum(x, f(x));")]
    [InlineData("double x = start, from; do { from = x; x = Math.Clamp(x - learningRate * derivative(x), a, b); } while ([|Math.Abs(x - from) > tolerance|]); return new Minimum(x, f(x));")]
    [InlineData("if (maxSteps < 1) throw new ArgumentOutOfRangeException(nameof(maxSteps)); double x = start, moved = double.PositiveInfinity; while ([|moved > tolerance|]) { var n = Math.Clamp(x - learningRate * derivative(x), a, b); moved = Math.Abs(n - x); x = n; } return new Minimum(x, f(x));")]
    public Task Reports_a_descent_that_may_jump_for_ever(string body) => Verify.Reports("KATA7007", KataSource.WithBody("FunctionMinimization", "ProjectedGradientDescent", body));

    [Theory]
    [InlineData("var x = start; while (maxSteps-- > 0) { var n = Math.Clamp(x - learningRate * derivative(x), a, b); var moved = Math.Abs(n - x); x = n; if (moved <= tolerance) break; } return new Minimum(x, f(x));")]
    [InlineData("double x = start, from; do { from = x; x = Math.Clamp(x - learningRate * derivative(x), a, b); } while (--maxSteps > 0 && Math.Abs(x - from) > tolerance); return new Minimum(x, f(x));")]
    [InlineData("var x = start; for (var taken = 0; ;) { var n = Math.Clamp(x - learningRate * derivative(x), a, b); var moved = Math.Abs(n - x); x = n; if (moved <= tolerance || ++taken == maxSteps) return new Minimum(x, f(x)); }")]
    public Task Is_silent_where_steps_are_counted(string body) => Verify.IsSilent(KataSource.WithBody("FunctionMinimization", "ProjectedGradientDescent", body));

    private static string Golden(string loop)
        => KataSource.WithBody("FunctionMinimization", "GoldenSection", Around.Replace("{loop}", loop.Replace("{0}", Round)));

    private const string Round = "if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + ratio * (b - a); f2 = f(x2); }";

    private const string Around = """
        const double ratio = 0.6180339887498949;
        double fa = f(a), fb = f(b);
        var best = fa <= fb ? new Minimum(a, fa) : new Minimum(b, fb);
        double x1 = b - ratio * (b - a), x2 = a + ratio * (b - a), f1 = f(x1), f2 = f(x2);
        {loop}
        if (f1 < best.Value) best = new Minimum(x1, f1);
        return f2 < best.Value ? new Minimum(x2, f2) : best;
        """;
}
