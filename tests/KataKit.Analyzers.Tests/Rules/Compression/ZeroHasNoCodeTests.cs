using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class ZeroHasNoCodeTests
{
    [Theory]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, [|(int)(qMin - low / scale)|], bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, [|(int)Math.Clamp(-Math.Round(low / scale), qMin, qMax)|], bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, [|0|], bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = min, high = max; var scale = [|high / (qMax - qMin) - low / (qMax - qMin)|]; if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(0, min), high = max; var scale = [|(high - low) / (qMax - qMin)|]; if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    public Task Reports_a_zero_point_that_is_not_the_code_of_zero(string member, string body) => Verify.Reports("KATA6006", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = high / (qMax - qMin) - low / (qMax - qMin); scale = scale > 0 ? scale : 1; var q = new Quantizer(scale, qMin, bits, signed); return q with { ZeroPoint = Math.Clamp(qMin + (int)Math.Round(-low / scale), qMin, qMax) };")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); if (min > 0) min = 0; if (max < 0) max = 0; var scale = (max - min) / (qMax - qMin); return scale == 0 ? new Quantizer(1, qMin, bits, signed) : new Quantizer(scale, (int)RoundHalfToEven(Math.Clamp(qMin - Math.Round(min / scale), qMin, qMax)), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); var ends = new[] { min, max, 0 }; var scale = (ends.Max() - ends.Min()) / (qMax - qMin); scale = scale > 0 ? scale : 1; return new Quantizer(scale, qMin + (int)Math.Min(Math.Round(-ends.Min() / scale), qMax - qMin), bits, signed);")]
    public Task Is_silent_where_zero_has_its_code(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
