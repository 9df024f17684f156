using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Minimization;

public sealed class EvaluatedTwiceTests
{
    [Theory]
    [InlineData("GoldenSection", "var best = LowerOf(Probe(f, a), Probe(f, b)); while ([|b - a > tolerance|]) { double c = a + (b - a) / 3, d = b - (b - a) / 3; if (f(c) < f(d)) b = d; else a = c; } return LowerOf(best, Probe(f, a));")]
    [InlineData("GoldenSection", "var best = LowerOf(Probe(f, a), Probe(f, b)); while ([|b - a > tolerance|]) { var (l, r) = (Probe(f, b - Ratio * (b - a)), Probe(f, a + Ratio * (b - a))); best = LowerOf(best, LowerOf(l, r)); if (l.Value < r.Value) b = r.X; else a = l.X; } return best;")]
    [InlineData("GoldenSection", "double fa = f(a), fb = f(b); var best = fa <= fb ? new Minimum(a, fa) : new Minimum(b, fb); double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while ([|b - a > tolerance|]) { if (!(x1 < x2)) break; if (f(x1) < f(x2)) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } return best.Value <= Math.Min(f1, f2) ? best : f1 < f2 ? new Minimum(x1, f1) : new Minimum(x2, f2);")]
    public Task Reports_rounds_with_two_calls(string member, string body) => Verify.Reports("KATA7006", KataSource.WithBody("FunctionMinimization", member, body));

    [Theory]
    [InlineData("GoldenSection", "double fa = f(a), fb = f(b); var best = fa <= fb ? new Minimum(a, fa) : new Minimum(b, fb); double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } return best.Value <= Math.Min(f1, f2) ? best : f1 < f2 ? new Minimum(x1, f1) : new Minimum(x2, f2);")]
    [InlineData("GoldenSection", "var ends = LowerOf(Probe(f, a), Probe(f, b)); var left = Probe(f, b - (Ratio * (b - a))); var right = Probe(f, a + (Ratio * (b - a))); while (b - a > tolerance && left.X < right.X) { if (left.Value < right.Value) { b = right.X; right = left; left = Probe(f, b - (Ratio * (b - a))); } else { a = left.X; left = right; right = Probe(f, a + (Ratio * (b - a))); } } return LowerOf(ends, LowerOf(left, right));")]
    [InlineData("GoldenSection", "var best = LowerOf(Probe(f, a), Probe(f, b)); Minimum? l = null, r = null; while (b - a > tolerance) { l ??= Probe(f, b - Ratio * (b - a)); r ??= Probe(f, a + Ratio * (b - a)); best = LowerOf(best, LowerOf(l.Value, r.Value)); if (!(l.Value.X < r.Value.X)) break; if (l.Value.Value < r.Value.Value) { b = r.Value.X; r = l; l = null; } else { a = l.Value.X; l = r; r = null; } } return best;")]
    [InlineData("GlobalMinimum", "var best = Probe(f, a); for (var i = 1; i < samples; i++) { var x = i == samples - 1 ? b : a + ((b - a) * i / (samples - 1)); best = LowerOf(best, LowerOf(Probe(f, x), Probe(f, a + ((x - a) / 2)))); } return best;")]
    public Task Is_silent_on_one_call_a_round(string member, string body) => Verify.IsSilent(KataSource.WithBody("FunctionMinimization", member, body));
}
