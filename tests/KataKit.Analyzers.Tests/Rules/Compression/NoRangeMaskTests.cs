using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class NoRangeMaskTests
{
    [Theory]
    [InlineData("Backward", "ArgumentNullException.ThrowIfNull(values); RequireSameLength(values, upstream); var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) g[i] = [|upstream[i]|]; return g;")]
    [InlineData("Backward", "if (upstream.Length != values.Length) throw new ArgumentException(\"length\", nameof(upstream)); return (double[])[|upstream.Clone()|];")]
    [InlineData("Backward", "return [|upstream.ToArray()|];")]
    [InlineData("Backward", "var g = new List<double>(); foreach (var dy in upstream) { g.Add(dy); } return [|upstream.Select(dy => dy).ToArray()|];")]
    [InlineData("Step", "return [|weights.Zip(upstream, (w, dy) => w - (learningRate * dy)).ToArray()|];")]
    [InlineData("Step", "var next = new double[weights.Length]; for (var i = 0; i < next.Length; i++) next[i] = [|weights[i] - (learningRate * upstream[i])|]; return next;")]
    public Task Reports_a_gradient_that_nothing_stops(string member, string body) => Verify.Reports("KATA6002", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = values[i] >= low && values[i] <= high ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = new double[values.Length]; for (var i = 0; i < g.Length; i++) { g[i] = Math.Clamp(values[i], low, high) == values[i] ? upstream[i] : 0; } return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); return values.Zip(upstream, (x, dy) => x < low || x > high || double.IsNaN(x) ? 0 : dy).ToArray();")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var g = (double[])upstream.Clone(); foreach (var i in Enumerable.Range(0, g.Length).Where(i => !(values[i] >= low && values[i] <= high))) g[i] = 0; return g;")]
    [InlineData("Backward", "var (low, high) = RealRange(quantizer); var mask = values.Select(x => x >= low && x <= high).ToArray(); return upstream.Select((dy, i) => mask[i] ? dy : 0).ToArray();")]
    [InlineData("Backward", "var (qMin, qMax) = CheckedRange(quantizer); var (lo, hi) = (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint); var x = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfArray(values) / quantizer.Scale; return x.Map2((u, dy) => u >= lo && u <= hi ? dy : 0, MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfArray(upstream)).ToArray();")]
    [InlineData("Backward", "var inside = new HashSet<int>(Enumerable.Range(0, values.Length)); var (low, high) = RealRange(quantizer); inside.RemoveWhere(i => values[i].CompareTo(low) < 0 || values[i].CompareTo(high) > 0); return upstream.Select((dy, i) => inside.Contains(i) ? dy : 0).ToArray();")]
    [InlineData("Backward", "throw new NotImplementedException();")]
    [InlineData("Step", "var g = Backward(weights, upstream, quantizer); return weights.Select((w, i) => w - (learningRate * g[i])).ToArray();")]
    public Task Is_silent_where_the_numbers_are_looked_at(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
