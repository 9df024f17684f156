using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Minimization;

public sealed class EndpointsNeverTriedTests
{
    [Theory]
    [InlineData("GoldenSection", "double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } return [|f1 < f2 ? new Minimum(x1, f1) : new Minimum(x2, f2)|];")]
    [InlineData("GoldenSection", "double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } var m = a + (b - a) / 2; return [|new Minimum(m, f(m))|];")]
    [InlineData("GoldenSection", "var best = Probe(f, b); double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } return [|LowerOf(best, LowerOf(new Minimum(x1, f1), new Minimum(x2, f2)))|];")]
    public Task Reports_an_end_at_which_the_function_is_never_called(string member, string body) => Verify.Reports("KATA7003", KataSource.WithBody("FunctionMinimization", member, body));

    [Theory]
    [InlineData("GoldenSection", "double fa = f(a), fb = f(b); var best = fa <= fb ? new Minimum(a, fa) : new Minimum(b, fb); double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } return best.Value <= Math.Min(f1, f2) ? best : f1 < f2 ? new Minimum(x1, f1) : new Minimum(x2, f2);")]
    [InlineData("GoldenSection", "var ends = LowerOf(Probe(f, a), Probe(f, b)); var left = Probe(f, b - (Ratio * (b - a))); var right = Probe(f, a + (Ratio * (b - a))); while (b - a > tolerance && left.X < right.X) { if (left.Value < right.Value) { b = right.X; right = left; left = Probe(f, b - (Ratio * (b - a))); } else { a = left.X; left = right; right = Probe(f, a + (Ratio * (b - a))); } } return LowerOf(ends, LowerOf(left, right));")]
    [InlineData("GoldenSection", "double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } var best = LowerOf(Probe(f, a), Probe(f, b)); return LowerOf(best, LowerOf(new Minimum(x1, f1), new Minimum(x2, f2)));")]
    [InlineData("GoldenSection", "return new[] { a, a + ((b - a) / 2), b }.Select(x => new Minimum(x, f(x))).MinBy(x => x.Value);")]
    [InlineData("GoldenSection", "Minimum Best(double lo, double hi) => hi - lo <= tolerance ? LowerOf(Probe(f, lo), Probe(f, hi)) : f(lo + ((hi - lo) / 3)) < f(hi - ((hi - lo) / 3)) ? Best(lo, hi - ((hi - lo) / 3)) : Best(lo + ((hi - lo) / 3), hi); return Best(a, b);")]
    [InlineData("GoldenSection", "var h = (b - a) / 100; var best = Probe(f, a); for (var i = 1; i <= 100; i++) best = LowerOf(best, Probe(f, Math.Min(b, a + (i * h)))); return best;")]
    [InlineData("GoldenSection", "throw new NotImplementedException();")]
    public Task Is_silent_where_both_ends_are_tried_or_may_be(string member, string body) => Verify.IsSilent(KataSource.WithBody("FunctionMinimization", member, body));
}
