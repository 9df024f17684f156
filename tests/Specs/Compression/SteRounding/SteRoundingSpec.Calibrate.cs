using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Scale and zero point from a range.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    [Theory]
    [InlineData(-1, 1.55, 8, false, 0.01, 100)] // 2.55 / 255; 0 − (−1 / 0.01)
    [InlineData(-1, 1.55, 8, true, 0.01, -28)] // −128 + 100
    [InlineData(-0.4, 1.1, 4, false, 0.1, 4)] // 1.5 / 15
    [InlineData(-0.4, 1.1, 4, true, 0.1, -4)] // −8 + 4
    [InlineData(-1, 2, 2, false, 1, 1)] // 3 / 3
    [InlineData(-30_000, 35_535, 16, false, 1, 30_000)]
    [InlineData(-30_000, 35_535, 16, true, 1, -2_768)]
    public void Calibrate_spreads_the_codes_over_the_range(double min, double max, int bits, bool signed, double scale, int zeroPoint)
        => Expect(min, max, bits, signed, scale, zeroPoint, "from QMin to QMax there are 2ᵇ − 1 steps of one scale");

    [Theory]
    [InlineData(0, 100, 8, false, 100 / 255.0, 0)]
    [InlineData(0, 1, 8, false, 1 / 255.0, 0)]
    [InlineData(-1, 0, 8, false, 1 / 255.0, 255)]
    [InlineData(-3, 4, 4, true, 7 / 15.0, -2)] // −8 − round(−3 · 15 / 7 = −6.43)
    public void Calibrate_divides_whole_numbers_as_real_numbers(double min, double max, int bits, bool signed, double scale, int zeroPoint)
        => Expect(min, max, bits, signed, scale, zeroPoint, "the scale is a real number even where the range and the codes are whole");

    [Theory]
    [InlineData(-0.13, 2.42, 8, false, 0.01, 13)]
    [InlineData(-0.136, 2.414, 8, false, 0.01, 14)] // 13.6 rounds up, though a cast would give 13.
    [InlineData(-1.3, 1.7, 2, true, 1, -1)] // −2 + round(1.3)
    [InlineData(-1.7, 1.3, 2, true, 1, 0)] // −2 + round(1.7)
    [InlineData(-0.5, 2.5, 2, false, 1, 0)] // A tie: 0.5 goes to the even 0,
    [InlineData(-1.5, 1.5, 2, false, 1, 2)] // 1.5 to the even 2.
    public void Calibrate_rounds_the_zero_point_half_to_even(double min, double max, int bits, bool signed, double scale, int zeroPoint)
        => Expect(min, max, bits, signed, scale, zeroPoint, "the zero point is a code, so QMin − min / scale is rounded, half to even");

    [Theory]
    [InlineData(2, 5.1, 8, false, 0.02, 0)] // as [0, 5.1]
    [InlineData(2, 5.1, 8, true, 0.02, -128)]
    [InlineData(-5.1, -2, 8, false, 0.02, 255)] // as [−5.1, 0]
    [InlineData(-5.1, -2, 8, true, 0.02, 127)]
    [InlineData(100, 101, 4, false, 101 / 15.0, 0)]
    public void Calibrate_widens_a_range_without_zero(double min, double max, int bits, bool signed, double scale, int zeroPoint)
        => Expect(min, max, bits, signed, scale, zeroPoint, "0.0 must have a code, so the range is widened to include it");

    [Theory]
    [InlineData(3)]
    [InlineData(-2.5)]
    [InlineData(1e-30)]
    [InlineData(-1e30)]
    public void Calibrate_represents_the_value_of_a_constant_tensor(double constant)
        => ForEveryWidth((bits, signed) =>
        {
            var codes = AllCodes(bits, signed);
            var zeroPoint = constant > 0 ? codes[0] : codes[^1];
            Expect(
                constant,
                constant,
                bits,
                signed,
                Math.Abs(constant) / (codes.Length - 1),
                zeroPoint,
                "a constant tensor has the range from 0 to the constant: 0 at one end of the codes, the constant at the other");
        });

    [Fact]
    public void Calibrate_gives_an_all_zero_tensor_the_scale_one()
        => ForEveryWidth((bits, signed) =>
        {
            var qMin = AllCodes(bits, signed)[0];
            Expect(0, 0, bits, signed, 1, qMin, "a range of no width has no steps to divide it into; its scale is 1 and not 0");
            Expect(-0.0, 0, bits, signed, 1, qMin, "−0 is 0");
        });

    [Fact]
    public void Calibrate_agrees_with_integer_arithmetic()
        => Property.Holds(
            "scale = (max − min) / (QMax − QMin) and zero point = QMin − round(min / scale), over the range widened to include 0",
            seed: 34,
            RangeCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var quantizer = Calibrate(sample.Min, sample.Max, sample.Bits, sample.Signed);
                Close.To(quantizer.Scale, sample.Scale, "the scale", Relative);
                var (least, most) = sample.ZeroPoints();
                Close.To(quantizer.ZeroPoint, Math.Clamp(quantizer.ZeroPoint, least, most), "the zero point", Exact);
            },
            cases: 1_000);

    [Fact]
    public void Calibrate_bears_a_width_beyond_the_largest_double()
    {
        // max − min = 1.5 · MaxValue overflows; a 255th of it is MaxValue / 170, and −min / scale = 85.
        Expect(
            -0.5 * double.MaxValue,
            double.MaxValue,
            bits: 8,
            signed: true,
            double.MaxValue / 170,
            -128 + 85,
            "the width of the range overflows, the scale does not");
        var widest = Calibrate(-double.MaxValue, double.MaxValue, bits: 16, signed: false);
        Close.To(widest.Scale, double.MaxValue / 65_535 * 2, "the scale of the widest range there is", Relative);
    }

    [Theory]
    [InlineData(-300, 0)] // −300 ε / ε lies beyond code 255.
    [InlineData(0, 300)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(-100, 0)]
    [InlineData(-1, 1)]
    public void Calibrate_of_the_narrowest_ranges_is_a_valid_quantizer(int low, int high)
    {
        var what = $"for [{low}, {high}] times the smallest double";
        foreach (var signed in new[] { true, false })
        {
            var quantizer = Calibrate(low * double.Epsilon, high * double.Epsilon, bits: 8, signed);
            var codes = AllCodes(8, signed);
            Close.To(quantizer.Scale, Math.Max(quantizer.Scale, double.Epsilon), $"the scale {what} must be positive", Exact);
            Close.To(
                quantizer.ZeroPoint, Math.Clamp(quantizer.ZeroPoint, codes[0], codes[^1]), $"the zero point {what} must be a code", Exact);
        }
    }

    [Fact]
    public void Calibrate_gives_a_range_too_narrow_for_a_double_the_scale_one()
    {
        // A 255th of the smallest double is 0.
        Expect(0, double.Epsilon, bits: 8, signed: true, 1, -128, "the quotient is 0, though the range has a width");
        Expect(-double.Epsilon, 0, bits: 8, signed: false, 1, 0, "the quotient is 0, though the range has a width");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Calibrate_rejects_ends_that_are_not_finite(double end)
    {
        Rejects.Argument("min", Shown($"a range that begins at {end}"), () => TKata.Calibrate(end, 1, 8, true));
        Rejects.Argument("max", Shown($"a range that ends at {end}"), () => TKata.Calibrate(-1, end, 8, true));
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, -1)]
    [InlineData(-1, -2)]
    [InlineData(0, -1)]
    public void Calibrate_rejects_a_range_that_ends_before_it_begins(double min, double max)
        => Rejects.Argument("max", Shown($"the range [{min}, {max}]"), () => TKata.Calibrate(min, max, 8, false));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-8)]
    [InlineData(17)]
    [InlineData(32)]
    public void Calibrate_rejects_widths_other_than_2_to_16(int bits)
    {
        Rejects.Argument("bits", $"a signed code of {bits} bits", () => TKata.Calibrate(-1, 1, bits, true));
        Rejects.Argument("bits", $"an unsigned code of {bits} bits for a range of no width", () => TKata.Calibrate(0, 0, bits, false));
    }

    private static void Expect(double min, double max, int bits, bool signed, double scale, int zeroPoint, string because)
    {
        var quantizer = Calibrate(min, max, bits, signed);
        var range = Shown($"[{min:G6}, {max:G6}] in {Width(bits, signed)}");
        Close.To(quantizer.Scale, scale, $"the scale of {range}: {because}", Relative);
        Close.To(quantizer.ZeroPoint, zeroPoint, $"the zero point of {range}: {because}", Exact);
    }

    private static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        var quantizer = Accepts(Shown($"The range [{min}, {max}]"), () => TKata.Calibrate(min, max, bits, signed))
            ?? throw new SpecFailureException("Calibrate must not return null.");
        if (quantizer.Bits != bits || quantizer.Signed != signed)
        {
            throw new SpecFailureException(
                $"The quantizer must have the width asked for, {Width(bits, signed)}, but has {Width(quantizer.Bits, quantizer.Signed)}.");
        }

        return quantizer;
    }
}
