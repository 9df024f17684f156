using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class ZeroScaleTests
{
    [Theory]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = [|(high - low) / (qMax - qMin)|]; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = high == low ? 1 : [|(high - low) / (qMax - qMin)|]; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = [|(high - low) / (qMax - qMin) + 1e-8|]; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = [|Math.Max((high - low) / (qMax - qMin), 1e-9)|]; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); if (min == max) return new Quantizer([|1|], qMin, bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    public Task Reports_a_scale_of_zero_and_remedies_that_reach_too_far(string member, string body) => Verify.Reports("KATA6007", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (!(scale > 0)) return new Quantizer(1, qMin, bits, signed); return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin) is var s && s < double.Epsilon ? 1 : s; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high / (qMax - qMin)) - (low / (qMax - qMin)) is var quotient and > 0 ? quotient : 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    public Task Is_silent_where_only_a_scale_of_zero_is_replaced(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
