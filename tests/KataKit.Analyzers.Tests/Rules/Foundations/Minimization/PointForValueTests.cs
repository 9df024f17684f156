using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Foundations.Minimization;

public sealed class PointForValueTests
{
    [Theory]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x = Math.Clamp(x - learningRate * g, a, b); } return [|new Minimum(f(x), x)|];")]
    [InlineData("GoldenSection", "var ends = LowerOf(Probe(f, a), Probe(f, b)); var left = Probe(f, b - (Ratio * (b - a))); var right = Probe(f, a + (Ratio * (b - a))); while (b - a > tolerance && left.X < right.X) { if (left.Value < right.Value) { b = right.X; right = left; left = Probe(f, b - (Ratio * (b - a))); } else { a = left.X; left = right; right = Probe(f, a + (Ratio * (b - a))); } } var best = LowerOf(ends, LowerOf(left, right)); return [|new Minimum(best.Value, best.X)|];")]
    [InlineData("GoldenSection", "var ends = LowerOf(Probe(f, a), Probe(f, b)); var left = Probe(f, b - (Ratio * (b - a))); var right = Probe(f, a + (Ratio * (b - a))); while (b - a > tolerance && left.X < right.X) { if (left.Value < right.Value) { b = right.X; right = left; left = Probe(f, b - (Ratio * (b - a))); } else { a = left.X; left = right; right = Probe(f, a + (Ratio * (b - a))); } } var best = LowerOf(ends, LowerOf(left, right)); return best with { [|Value = best.X|] };")]
    public Task Reports_parts_that_changed_places(string member, string body) => Verify.Reports("KATA7005", KataSource.WithBody("FunctionMinimization", member, body));

    [Theory]
    [InlineData("ProjectedGradientDescent", "var x = start; for (var i = 0; i < maxSteps; i++) { var g = derivative(x); x = Math.Clamp(x - learningRate * g, a, b); } return new Minimum(x, f(x));")]
    [InlineData("GoldenSection", "var ends = LowerOf(Probe(f, a), Probe(f, b)); var left = Probe(f, b - (Ratio * (b - a))); var right = Probe(f, a + (Ratio * (b - a))); while (b - a > tolerance && left.X < right.X) { if (left.Value < right.Value) { b = right.X; right = left; left = Probe(f, b - (Ratio * (b - a))); } else { a = left.X; left = right; right = Probe(f, a + (Ratio * (b - a))); } } return LowerOf(ends, LowerOf(left, right));")]
    [InlineData("GoldenSection", "double fa = f(a), fb = f(b); var best = fa <= fb ? new Minimum(a, fa) : new Minimum(b, fb); double x1 = b - Ratio * (b - a), x2 = a + Ratio * (b - a), f1 = f(x1), f2 = f(x2); while (b - a > tolerance) { if (!(x1 < x2)) break; if (f1 < f2) { b = x2; x2 = x1; f2 = f1; x1 = b - Ratio * (b - a); f1 = f(x1); } else { a = x1; x1 = x2; f1 = f2; x2 = a + Ratio * (b - a); f2 = f(x2); } } return best.Value <= Math.Min(f1, f2) ? best : f1 < f2 ? new Minimum(x1, f1) : new Minimum(x2, f2);")]
    [InlineData("GoldenSection", "var (x, y) = (a, f(a)); if (f(b) is var z && z < y) (x, y) = (b, z); return new Minimum(Value: y, X: x);")]
    [InlineData("GoldenSection", "var best = Probe(f, a); var other = Probe(f, b); return other.Value < best.Value ? best with { X = other.X, Value = other.Value } : best;")]
    public Task Is_silent_on_points_and_values_in_their_places(string member, string body) => Verify.IsSilent(KataSource.WithBody("FunctionMinimization", member, body));
}
