using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

/// <summary>Searches among values that may be infinite, as the result of a member.</summary>
public sealed class FiniteSeedTests
{
    [Theory]
    [InlineData("double best = [|double.MinValue|];", "if (z > best) { best = z; at = r * width + w; }", "output[c, i, j] = best;")]
    [InlineData("double best = [|double.MinValue|];", "if (z > best || double.IsNaN(z)) (best, at) = (z, r * width + w);", "output[c, i, j] = best;")]
    [InlineData("double best = [|double.MinValue|];", "if (!(z <= best)) { best = z; at = r * width + w; }", "output[c, i, j] = best;")]
    [InlineData("double best = [|double.MinValue|];", "best = Math.Max(best, z);", "output[c, i, j] = best;")]
    [InlineData("var best = (Value: [|double.MinValue|], At: 0);", "if (best.Value <= z) best = (z, at);", "output[c, i, j] = best.Value;")]
    public Task Reports_a_window_that_cannot_be_minus_infinity(string start, string step, string end) => Verify.Reports("KATA0014", Pool(start, step, end));

    [Theory]
    [InlineData("infinity", "double best = double.NegativeInfinity;", "if (z > best) { best = z; at = r * width + w; }", "output[c, i, j] = best;")]
    [InlineData("the first cell wins in any case", "double best = double.MinValue;", "if (at < 0 || z > best) { best = z; at = r * width + w; }", "output[c, i, j] = best;")]
    [InlineData("nothing found is asked for", "double best = double.MinValue;", "if (z > best) { best = z; at = r * width + w; }", "output[c, i, j] = at < 0 ? double.NegativeInfinity : best;")]
    [InlineData("nothing found is put right", "double best = double.MinValue;", "if (z > best) { best = z; at = r * width + w; }", "if (at < 0) output[c, i, j] = double.NegativeInfinity; else output[c, i, j] = best;")]
    [InlineData("nothing found is put right later", "double best = double.MinValue;", "if (z > best) { best = z; at = r * width + w; }", "output[c, i, j] = best; if (best == double.MinValue) output[c, i, j] = double.NegativeInfinity;")]
    [InlineData("infinities are looked at first", "double best = double.MinValue;", "if (z > best || double.IsNegativeInfinity(z)) { best = z; at = r * width + w; }", "output[c, i, j] = best;")]
    public Task Is_silent_on_windows_with(string what, string start, string step, string end)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Pool(start, step, end));
    }

    [Theory]
    [InlineData("var best = new Minimum(a, [|double.MaxValue|]); for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (y < best.Value) best = new Minimum(xs[i], y); } return best;")]
    [InlineData("double x = a, lowest = [|double.MaxValue|]; for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (y < lowest) (x, lowest) = (xs[i], y); } return new Minimum(x, lowest);")]
    [InlineData("var best = new Minimum(0, [|double.MaxValue|]); foreach (var p in xs) { var y = f(p); if (y < best.Value) best = new Minimum(p, y); } foreach (var p in xs) { var found = GoldenSection(f, p, b, tolerance); if (found.Value < best.Value) best = found; } return best;")]
    [InlineData("var best = (X: a, Y: [|double.MaxValue|]); for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (y < best.Y) best = (xs[i], y); } return new Minimum(best.X, best.Y);")]
    public Task Reports_a_minimum_that_cannot_be_infinite(string search) => Verify.Reports("KATA0014", Global(search));

    [Theory]
    [InlineData("var best = new Minimum(a, double.PositiveInfinity); for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (y < best.Value) best = new Minimum(xs[i], y); } return best;")]
    [InlineData("var best = new Minimum(a, double.MaxValue); for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (i == 0 || y < best.Value) best = new Minimum(xs[i], y); } return best;")]
    [InlineData("var best = new Minimum(a, double.MaxValue); for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (y < best.Value) best = new Minimum(xs[i], y); } if (best.Value == double.MaxValue) return new Minimum(a, f(a)); return best;")]
    [InlineData("var best = new Minimum(a, double.MaxValue); for (var i = 0; i < samples; i++) { var y = f(xs[i]); if (y < best.Value) best = new Minimum(xs[i], y); } var end = f(b); return LowerOf(new Minimum(b, end), best);")]
    public Task Is_silent_where_an_infinite_minimum_is_found(string search) => Verify.IsSilent(Global(search));

    private static string Global(string search)
        => KataSource.WithBody(
            "FunctionMinimization",
            "GlobalMinimum",
            "var xs = new double[samples]; for (var i = 0; i < samples; i++) xs[i] = i == samples - 1 ? b : a + (b - a) * i / (samples - 1.0); " + search);

    private static string Pool(string start, string step, string end)
        => KataSource.WithBody(
            "MaxPool",
            "Forward",
            $$"""
            var (channels, height, width) = (input.GetLength(0), input.GetLength(1), input.GetLength(2));
            var (oh, ow) = OutputSizes(height, width, window);
            var output = new double[channels, oh, ow];
            var argmax = new int[channels, oh, ow];
            for (var c = 0; c < channels; c++)
                for (var i = 0; i < oh; i++)
                    for (var j = 0; j < ow; j++)
                    {
                        {{start}}
                        var at = -1;
                        for (var u = 0; u < window.KernelHeight; u++)
                        {
                            var r = i * window.StrideHeight - window.PaddingHeight + u;
                            if (r < 0 || r >= height) continue;
                            for (var v = 0; v < window.KernelWidth; v++)
                            {
                                var w = j * window.StrideWidth - window.PaddingWidth + v;
                                if (w < 0 || w >= width) continue;
                                var z = input[c, r, w];
                                {{step}}
                            }
                        }

                        {{end}}
                        argmax[c, i, j] = Math.Max(at, 0);
                    }

            _inputSize = (height, width);
            _argmax = (int[,,])argmax.Clone();
            return new MaxPoolResult(output, argmax);
            """);
}
