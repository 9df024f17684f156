using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Compression;

public sealed class RoundsByHalfTests
{
    [Theory]
    [InlineData("RoundHalfToEven", "return [|Math.Floor(value + 0.5)|];")]
    [InlineData("RoundHalfToEven", "return [|(long)(0.5 + value)|];")]
    [InlineData("RoundHalfToEven", "var moved = value + 0.5; return [|Math.Floor(moved)|];")]
    [InlineData("RoundHalfToEven", "return [|Math.Round(value, MidpointRounding.AwayFromZero)|];")]
    [InlineData("RoundHalfToEven", "return [|Math.Round(value, MidpointRounding.ToZero)|];")]
    [InlineData("RoundHalfToEven", "return [|Math.Truncate(value)|];")]
    [InlineData("RoundHalfToEven", "return double.IsFinite(value) ? [|(long)value|] : value;")]
    [InlineData("RoundHalfToEven", "return value < 0 ? -[|Math.Floor(Math.Abs(value) + 0.5)|] : [|Math.Floor(value + 0.5)|];")]
    [InlineData("RoundHalfToEven", "static double Near(double x) => [|Math.Floor(x + 0.5)|]; return double.IsNaN(value) ? value : Near(value);")]
    [InlineData("Quantize", "var (lo, hi) = CheckedRange(quantizer); return values.Select(x => (int)Math.Clamp([|Math.Truncate(x / quantizer.Scale)|] + quantizer.ZeroPoint, lo, hi)).ToArray();")]
    [InlineData("Quantize", "var (lo, hi) = CheckedRange(quantizer); return values.Select(x => (int)Math.Clamp([|Math.Floor(x / quantizer.Scale + 0.5)|] + quantizer.ZeroPoint, lo, hi)).ToArray();")]
    [InlineData("RoundHalfToEven", "var whole = Math.Truncate(value); var rest = Math.Abs(value - whole); var away = [|rest > 0.5|]; return away ? whole + Math.Sign(value) : double.IsNaN(rest) ? value : whole;")]
    [InlineData("RoundHalfToEven", "var whole = Math.Truncate(value); var rest = Math.Abs(value - whole); var away = [|rest > 0.5 || (rest == 0.5 && whole % 2 == 1)|]; return away ? whole + Math.Sign(value) : whole;")]
    [InlineData("RoundHalfToEven", "var near = Math.Floor(value + 0.5); return [|near - value == 0.5 && near % 2 == 1|] ? near - 1 : near;")]
    public Task Reports_rounding_that_is_not_half_to_even(string member, string body) => Verify.Reports("KATA6001", KataSource.WithBody("SteRounding", member, body));

    [Theory]
    [InlineData("RoundHalfToEven", "return Math.Round(value);")]
    [InlineData("RoundHalfToEven", "return Math.Round(value, 0, MidpointRounding.ToEven);")]
    [InlineData("RoundHalfToEven", "return double.IsFinite(value) ? value - Math.IEEERemainder(value, 1) : value;")]
    [InlineData("RoundHalfToEven", "return Math.Abs(value) < 1L << 51 ? value + 6755399441055744.0 - 6755399441055744.0 : value;")]
    [InlineData("RoundHalfToEven", "var whole = Math.Truncate(value); var rest = Math.Abs(value - whole); var away = rest > 0.5 || (rest == 0.5 && Math.Abs(whole % 2) == 1); return away ? whole + Math.Sign(value) : double.IsNaN(rest) ? value : whole;")]
    [InlineData("RoundHalfToEven", "var near = Math.Floor(value + 0.5); return near - value == 0.5 && near % 2 != 0 ? near - 1 : near;")]
    [InlineData("RoundHalfToEven", "if (Math.Abs(value % 1) != 0.5) return Math.Floor(value + 0.5); return 2 * Math.Round(value / 2);")]
    [InlineData("RoundHalfToEven", "var away = Math.Round(value, MidpointRounding.AwayFromZero); return double.IsEvenInteger(away) || Math.Abs(away - value) != 0.5 ? away : away - Math.Sign(value);")]
    [InlineData("RoundHalfToEven", "if (Math.Abs(value) >= 4503599627370496) return Math.Truncate(value); var low = (long)value; var part = value - low; return part > 0.5 || (part == 0.5 && (low & 1) == 1) ? low + 1 : part < -0.5 || (part == -0.5 && (low & 1) == 1) ? low - 1 : low;")]
    [InlineData("Quantize", "var (lo, hi) = CheckedRange(quantizer); return values.Select(x => (int)Math.Clamp(Math.Round(x / quantizer.Scale) + quantizer.ZeroPoint, lo, hi)).ToArray();")]
    public Task Is_silent_on_half_to_even_in_any_style(string member, string body) => Verify.IsSilent(KataSource.WithBody("SteRounding", member, body));
}
