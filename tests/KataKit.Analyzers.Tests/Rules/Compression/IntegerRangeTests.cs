using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class IntegerRangeTests
{
    [Theory]
    [InlineData("IntegerRange", "return signed ? (-(1 << (bits - 1)), [|1 << (bits - 1)|]) : (0, (1 << bits) - 1);")]
    [InlineData("IntegerRange", "var half = (int)Math.Pow(2, bits - 1); return signed ? ([|-half + 1|], half - 1) : (0, 2 * half - 1);")]
    [InlineData("IntegerRange", "return ([|-(1 << (bits - 1))|], (1 << (bits - 1)) - 1);")]
    [InlineData("IntegerRange", "var top = 1; for (var i = 0; i < bits; i++) top *= 2; return signed ? (-top / 2, top / 2 - 1) : (0, [|top|]);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = [|(high - low) / (qMax - qMin + 1)|]; if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = [|(high - low) / 255|]; if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    public Task Reports_ends_and_steps_that_are_off(string member, string body) => Verify.Reports("KATA6005", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("IntegerRange", "return signed ? (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) : (0, (1 << bits) - 1);")]
    [InlineData("IntegerRange", "return signed ? (-1 << (bits - 1), ~(-1 << (bits - 1))) : (0, ~(-1 << bits));")]
    [InlineData("IntegerRange", "var top = 1; for (var bit = 1; bit < (signed ? bits - 1 : bits); bit++) top = (2 * top) + 1; return (signed ? -top - 1 : 0, top);")]
    [InlineData("IntegerRange", "var count = (int)Math.Pow(2, bits); var first = signed ? -count / 2 : 0; return (first, first + count - 1);")]
    [InlineData("IntegerRange", "return signed ? (int.MinValue >> (32 - bits), int.MaxValue >> (32 - bits)) : (0, (int)(uint.MaxValue >> (32 - bits)));")]
    [InlineData("IntegerRange", "if (bits < 2 || bits > 16) throw new ArgumentOutOfRangeException(nameof(bits)); int[] tops = [3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095, 8191, 16383, 32767, 65535]; return signed ? (-(tops[bits - 2] + 1) / 2, tops[bits - 2] / 2) : (0, tops[bits - 2]);")]
    [InlineData("Calibrate", "var (qMin, qMax) = IntegerRange(bits, signed); double low = Math.Min(min, 0), high = Math.Max(max, 0); var scale = (high - low) / (qMax - qMin); if (scale == 0) scale = 1; return new Quantizer(scale, (int)Math.Clamp(qMin - Math.Round(low / scale), qMin, qMax), bits, signed);")]
    public Task Is_silent_on_the_range_of_the_type_however_it_is_written(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
