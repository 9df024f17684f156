using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class ScaleInGradientTests
{
    [Theory]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] >= low && values[i] <= high ? [|upstream[i] / quantizer.Scale|] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { if (values[i] >= low && values[i] <= high) g[i] = [|quantizer.Scale * upstream[i]|]; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var s = quantizer.Scale; return values.Zip(upstream, (x, dy) => x >= low && x <= high ? [|dy * s|] : 0).ToArray();")]
    [InlineData("Step", "var g = Backward(weights, upstream, quantizer); return weights.Select((w, i) => w - [|learningRate / quantizer.Scale * g[i]|]).ToArray();")]
    public Task Reports_a_scale_that_does_not_cancel(string member, string body) => Verify.Reports("KATA6004", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] >= low && values[i] <= high ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] >= low && values[i] <= high ? upstream[i] / quantizer.Scale * quantizer.Scale : 0; } return g;")]
    [InlineData("Backward", "var (qMin, qMax) = CheckedRange(quantizer); var (lo, hi) = (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint); return values.Zip(upstream, (x, dy) => x / quantizer.Scale >= lo && x / quantizer.Scale <= hi ? dy : 0).ToArray();")]
    [InlineData("Step", "var g = Backward(weights, upstream, quantizer); return weights.Select((w, i) => quantizer.Scale * ((w / quantizer.Scale) - (learningRate * g[i] / quantizer.Scale))).ToArray();")]
    [InlineData("Step", "var g = Backward(weights, upstream, quantizer); return weights.Select((w, i) => w - (learningRate * g[i])).ToArray();")]
    public Task Is_silent_where_the_scale_cancels_or_is_not_in_the_gradient(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
