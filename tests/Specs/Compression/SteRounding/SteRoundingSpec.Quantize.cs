using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>From real numbers to codes.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    /// <summary>4 bits, codes 0 … 15, steps of ½, zero at code 3: the range is −1.5 … 6.</summary>
    private static readonly Quantizer Halves = new(Scale: 0.5, ZeroPoint: 3, Bits: 4, Signed: false);

    [Fact]
    public void Quantize_rounds_the_quotient_and_adds_the_zero_point()
    {
        // x / s = 0, 1.2, −1.2, 3.8, −2.8, 11.8, which round to 0, 1, −1, 4, −3, 12.
        var codes = TKata.Quantize([0, 0.6, -0.6, 1.9, -1.4, 5.9], Halves);
        Close.To(Numbers(codes), [3, 4, 2, 7, 0, 15], "code = round(x / scale) + zero point", Exact);
    }

    [Fact]
    public void Quantize_rounds_ties_before_it_adds_the_zero_point()
    {
        // x / s = 0.5, 1.5, 2.5, 3.5, −0.5, −1.5, −2.5 round to 0, 2, 2, 4, 0, −2, −2. With the odd zero point added first, 3.5 would
        // round to 4, not 3.
        var codes = TKata.Quantize([0.25, 0.75, 1.25, 1.75, -0.25, -0.75, -1.25], Halves);
        Close.To(Numbers(codes), [3, 5, 5, 7, 3, 1, 1], "ties of x / scale go to the even integer, then the zero point is added", Exact);
    }

    [Fact]
    public void Quantize_clamps_to_the_code_of_the_nearer_end()
    {
        var int8 = new Quantizer(Scale: 1, ZeroPoint: 0, Bits: 8, Signed: true);
        var codes = TKata.Quantize([126, 127, 127.4, 127.5, 128, 200, 300, -127, -128, -128.4, -129, -200, -300], int8);
        Close.To(
            Numbers(codes),
            [126, 127, 127, 127, 127, 127, 127, -127, -128, -128, -128, -128, -128],
            "numbers beyond the range get the code of the end (a cast to a narrow type wraps round instead)",
            Exact);
    }

    [Fact]
    public void Quantize_clamps_after_the_zero_point_is_added()
    {
        // Zero at code −128: the range is 0 … 255, and 200 is an ordinary number in it.
        var shifted = new Quantizer(Scale: 1, ZeroPoint: -128, Bits: 8, Signed: true);
        var codes = TKata.Quantize([0, 100, 200, 255, 256, -1], shifted);
        Close.To(Numbers(codes), [-128, -28, 72, 127, 127, -128], "the sum round(x / scale) + zero point is what must be a code", Exact);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    [InlineData(-100)]
    public void Quantize_clamps_numbers_beyond_every_integer_type(int zeroPoint)
    {
        var quantizer = new Quantizer(Scale: 1, zeroPoint, Bits: 8, Signed: true);
        double[] above = [int.MaxValue, 3e9, long.MaxValue, 1e20, double.MaxValue, double.PositiveInfinity];
        Close.To(
            Numbers(TKata.Quantize(above, quantizer)),
            [127, 127, 127, 127, 127, 127],
            $"however large, a number above the range gets QMax (zero point {zeroPoint})",
            Exact);
        Close.To(
            Numbers(TKata.Quantize([.. above.Select(value => -value)], quantizer)),
            [-128, -128, -128, -128, -128, -128],
            $"however large, a negative number below the range gets QMin (zero point {zeroPoint})",
            Exact);
    }

    [Fact]
    public void Quantize_takes_the_smallest_and_the_largest_scale()
    {
        var tiny = new Quantizer(double.Epsilon, ZeroPoint: 7, Bits: 8, Signed: true);
        Close.To(
            Numbers(Accepts("A scale of 5e-324", () => TKata.Quantize([0, double.Epsilon, -2 * double.Epsilon, 1, -1], tiny))),
            [7, 8, 5, 127, -128],
            "a scale of 5e-324 is positive and finite, though its reciprocal is not finite",
            Exact);
        var vast = new Quantizer(double.MaxValue, ZeroPoint: 7, Bits: 8, Signed: true);
        Close.To(
            Numbers(Accepts("A scale of 1.8e308", () => TKata.Quantize([0, 1e300, 0.75 * double.MaxValue, -double.MaxValue], vast))),
            [7, 7, 8, 6],
            "a scale of 1.8e308 is positive and finite",
            Exact);
    }

    [Fact]
    public void Quantize_gives_zero_the_zero_point()
        => ForEveryWidth((bits, signed) =>
        {
            var codes = AllCodes(bits, signed);
            foreach (var zeroPoint in new[] { codes[0], codes[codes.Length / 3], codes[^1] })
            {
                var quantizer = new Quantizer(0.1, zeroPoint, bits, signed);
                Close.To(
                    Numbers(TKata.Quantize([0, -0.0, 1e-12, -double.Epsilon], quantizer)),
                    [zeroPoint, zeroPoint, zeroPoint, zeroPoint],
                    $"0 and what is next to it get the zero point ({Width(bits, signed)})",
                    Exact);
            }
        });

    [Fact]
    public void Quantize_reaches_every_code()
        => ForEveryWidth((bits, signed) =>
        {
            var codes = AllCodes(bits, signed);
            var zeroPoint = codes[codes.Length / 3];
            var quantizer = new Quantizer(0.1, zeroPoint, bits, signed);
            Close.To(
                Numbers(TKata.Quantize([.. codes.Select(code => 0.1 * (code - zeroPoint))], quantizer)),
                [.. codes.Select(code => (double)code)],
                $"the number that a code stands for gets that code, for all codes of {Width(bits, signed)}",
                Exact);
        });

    [Fact]
    public void Quantize_agrees_with_integer_arithmetic()
        => Property.Holds(
            "code = clamp(round(x / scale) + zero point, QMin, QMax)",
            seed: 32,
            QuantizationCase.Inputs,
            Show,
            sample => Close.To(Numbers(TKata.Quantize(sample.Values, sample.Quantizer)), sample.Codes, "the codes", Exact),
            sample => sample.Smaller(),
            cases: 500);

    [Fact]
    public void Quantize_of_nothing_is_nothing()
        => Close.To(Numbers(Accepts("An empty array", () => TKata.Quantize([], Halves))), [], "no numbers, no codes");

    [Fact]
    public void Quantize_rejects_NaN()
    {
        foreach (var values in new double[][] { [double.NaN], [double.NaN, 1, 2], [1, double.NaN, 2], [1, 2, double.NaN] })
        {
            Rejects.Argument("values", "NaN, which no code stands for,", () => TKata.Quantize(values, Halves));
        }
    }
}
