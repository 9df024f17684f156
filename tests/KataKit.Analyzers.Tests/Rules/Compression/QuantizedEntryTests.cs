using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

/// <summary>An entry comes to another number than the affine mapping gives.</summary>
public sealed class QuantizedEntryTests
{
    [Theory]
    [InlineData("Dequantize", "return Array.ConvertAll(codes, q => [|quantizer.Scale * q|]);")]
    [InlineData("Dequantize", "return codes.Select(q => [|quantizer.Scale * q + quantizer.ZeroPoint|]).ToArray();")]
    [InlineData("Dequantize", "var (s, z) = (quantizer.Scale, quantizer.ZeroPoint); var r = new double[codes.Length]; for (var i = 0; i < r.Length; i++) r[i] = [|s * q(i)|]; return r; double q(int i) => codes[i] + z;")]
    [InlineData("Quantize", "var (low, high) = CheckedRange(quantizer); return Array.ConvertAll(values, x => [|(int)Math.Clamp(Math.Round(x * quantizer.Scale) + quantizer.ZeroPoint, low, high)|]);")]
    [InlineData("Quantize", "var (low, high) = CheckedRange(quantizer); return Array.ConvertAll(values, x => [|(int)Math.Clamp(Math.Round(x / quantizer.Scale), low, high)|]);")]
    [InlineData("FakeQuantize", "var (low, high) = CheckedRange(quantizer); return Array.ConvertAll(values, x => [|quantizer.Scale * Math.Clamp(Math.Round(x / quantizer.Scale) + quantizer.ZeroPoint, low, high)|]);")]
    [InlineData("FakeQuantize", "return values.Select(x => [|quantizer.Scale * Math.Round(x / quantizer.Scale)|]).ToArray();")]
    [InlineData("FakeQuantize", "var r = new double[values.Length]; for (var i = 0; i < r.Length; i++) { var q = Math.Round(values[i] / quantizer.Scale); if (!double.IsNaN(q)) r[i] = [|quantizer.Scale * q|]; } return r;")]
    public Task Reports_another_number(string member, string body) => Verify.Reports("KATA6008", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Dequantize", "return Array.ConvertAll(codes, q => (quantizer.Scale * q) - (quantizer.Scale * quantizer.ZeroPoint));")]
    [InlineData("Quantize", "var (low, high) = CheckedRange(quantizer); return values.Select(x => (int)Math.Min(high, Math.Max(low, Math.Round(x / quantizer.Scale) + quantizer.ZeroPoint))).ToArray();")]
    [InlineData("FakeQuantize", "var (low, high) = RealRange(quantizer); return values.Select(x => Math.Clamp(quantizer.Scale * Math.Round(x / quantizer.Scale), low, high)).ToArray();")]
    [InlineData("FakeQuantize", "return Dequantize(Quantize(values, quantizer), quantizer);")]
    public Task Is_silent_on_any_formula_that_comes_to_the_right_number(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));

    // Another write, another array or a table may hold what is returned.
    [Theory]
    [InlineData("FakeQuantize", "var r = new double[values.Length]; for (var i = 0; i < r.Length; i++) r[i] = Math.Round(values[i] / quantizer.Scale); var (low, high) = RealRange(quantizer); for (var i = 0; i < r.Length; i++) r[i] = Math.Clamp(r[i] * quantizer.Scale, low, high); return r;")]
    [InlineData("FakeQuantize", "var r = (double[])values.Clone(); for (var i = 0; i < r.Length; i++) { var q = Math.Round(r[i] / quantizer.Scale); r[i] = quantizer.Scale * q; } var (low, high) = RealRange(quantizer); return r.Select(x => Math.Clamp(x, low, high)).ToArray();")]
    [InlineData("Dequantize", "var table = new double[1 << quantizer.Bits]; return Array.ConvertAll(codes, q => table[q & 255]);")]
    [InlineData("Dequantize", "var shifted = quantizer with { ZeroPoint = 0 }; return Array.ConvertAll(codes, q => (q - quantizer.ZeroPoint) * shifted.Scale);")]
    public Task Is_silent_where_the_number_cannot_be_told(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
