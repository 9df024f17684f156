using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class MaskAfterClampTests
{
    [Theory]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { var c = Math.Clamp(values[i], low, high); g[i] = [|c >= low|] && c <= high ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { var c = Math.Min(high, Math.Max(low, values[i])); if ([|c < low|] || c > high) continue; g[i] = upstream[i]; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { var c = values[i]; if (c < low) c = low; if (c > high) c = high; if ([|c >= low|] && c <= high) g[i] = upstream[i]; } return g;")]
    [InlineData("Backward", "var (qMin, qMax) = CheckedRange(quantizer); var (lo, hi) = (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint); return values.Zip(upstream, (x, dy) => [|Math.Round(x / quantizer.Scale) >= lo|] && Math.Round(x / quantizer.Scale) <= hi ? dy : 0).ToArray();")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var output = FakeQuantize(values, quantizer); return upstream.Select((dy, i) => [|output[i] >= low|] && output[i] <= high ? dy : 0).ToArray();")]
    public Task Reports_a_gate_that_cannot_see_the_range(string member, string body) => Verify.Reports("KATA6003", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = [|values[i] > low|] && [|values[i] < high|] ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { if ([|values[i] <= low|] || values[i] > high) continue; g[i] = upstream[i]; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = (double[])upstream.Clone(); for (var i = 0; i < g.Length; i++) { if (values[i] < low || [|values[i] >= high|]) g[i] = 0; } return g;")]
    [InlineData("Backward", "var (qMin, qMax) = CheckedRange(quantizer); var (lo, hi) = (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint); return values.Zip(upstream, (x, dy) => { var u = x / quantizer.Scale; return [|u > lo|] && u <= hi ? dy : 0; }).ToArray();")]
    public Task Reports_an_end_that_is_left_out(string member, string body) => Verify.Reports("KATA6003", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] >= low && values[i] <= high ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = Math.Clamp(values[i], low, high) == values[i] ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { if (values[i] < low || values[i] > high || double.IsNaN(values[i])) continue; g[i] = upstream[i]; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] == low || values[i] == high || (values[i] > low && values[i] < high) ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] > Math.BitDecrement(low) && values[i] < Math.BitIncrement(high) ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { var side = values[i] < low ? -1 : values[i] > high ? 1 : 0; g[i] = side == 0 && values[i] == values[i] ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (qMin, qMax) = CheckedRange(quantizer); var (lo, hi) = (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint); return values.Zip(upstream, (x, dy) => { var u = x / quantizer.Scale; return lo <= u && u <= hi ? dy : 0; }).ToArray();")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = Math.Min(Math.Max(values[i], low), high).Equals(values[i]) ? upstream[i] : 0; } return g;")]
    public Task Is_silent_on_gates_that_see_the_range(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
