using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>The forward pass: real numbers onto the grid.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    [Fact]
    public void FakeQuantize_gives_the_real_numbers_that_the_codes_stand_for()
    {
        // Codes 3, 4, 2, 7, 0, 15 and, clamped, 15 and 0: real numbers again, not the codes.
        var reals = TKata.FakeQuantize([0, 0.6, -0.6, 1.9, -1.4, 5.9, 7, -2], Halves);
        Close.To(reals, [0, 0.5, -0.5, 2, -1.5, 6, 6, -1.5], "fake quantisation is dequantise(quantise(x))", Exact);
    }

    [Fact]
    public void FakeQuantize_agrees_with_integer_arithmetic()
        => Property.Holds(
            "fake quantisation is scale · (code − zero point)",
            seed: 35,
            QuantizationCase.Inputs,
            Show,
            sample => Close.To(TKata.FakeQuantize(sample.Values, sample.Quantizer), sample.Reals, "the numbers on the grid", Relative),
            sample => sample.Smaller(),
            cases: 500);

    [Fact]
    public void FakeQuantize_changes_nothing_the_second_time()
        => Property.Holds(
            "a number on the grid stays where it is",
            seed: 36,
            QuantizationCase.Inputs,
            Show,
            sample =>
            {
                var once = TKata.FakeQuantize(sample.Values, sample.Quantizer);
                Close.To(TKata.FakeQuantize([.. once], sample.Quantizer), once, "fake quantisation of its own result", Relative);
            },
            sample => sample.Smaller());

    [Fact]
    public void FakeQuantize_is_off_by_half_a_scale_at_most()
        => ForEveryWidth((bits, signed) =>
        {
            var codes = AllCodes(bits, signed);
            var quantizer = new Quantizer(0.1, codes[codes.Length / 3], bits, signed);
            var low = 0.1 * (codes[0] - quantizer.ZeroPoint);

            // 97 numbers spread over the range, none of them midway between two codes.
            double[] values = [.. Enumerable.Range(0, 97).Select(i => low + (0.1 * (codes.Length - 1) * i / 96.5))];
            Close.To(
                TKata.FakeQuantize([.. values], quantizer),
                values,
                $"within the range no number moves by more than half a scale ({Width(bits, signed)}, scale 0.1)",
                new Tolerance(0.05 + 1e-9, 0));
        });

    [Fact]
    public void FakeQuantize_keeps_zero_exactly()
        => ForEveryWidth((bits, signed) =>
        {
            foreach (var zeroPoint in AllCodes(bits, signed).Where((_, i) => i % 1_000 == 2))
            {
                Close.To(
                    TKata.FakeQuantize([0], new Quantizer(0.3, zeroPoint, bits, signed)),
                    [0],
                    $"0 stays exactly 0 (zero point {zeroPoint}, {Width(bits, signed)})",
                    Exact);
            }
        });

    [Fact]
    public void FakeQuantize_saturates_and_leaves_NaN_in_its_place()
    {
        double[] values = [double.PositiveInfinity, 0.6, double.NaN, 1e300, double.NegativeInfinity, -1e300, double.NaN, -0.6];
        Close.To(
            Accepts("NaN", () => TKata.FakeQuantize(values, Halves)),
            [6, 0.5, double.NaN, 6, -1.5, -1.5, double.NaN, -0.5],
            "infinities saturate, NaN stays NaN, and neither disturbs the others",
            Exact);
    }

    [Fact]
    public void FakeQuantize_takes_the_smallest_scale()
    {
        // The codes −128 … 127 with zero at −5 stand for −123 ε … 132 ε; 1 / ε is infinite, and so is 1 over it.
        const double Least = double.Epsilon;
        Close.To(
            Accepts(
                "A scale of 5e-324",
                () => TKata.FakeQuantize([0, 3 * Least, -4 * Least, 1, -1], new Quantizer(Least, ZeroPoint: -5, Bits: 8, Signed: true))),
            [0, 3 * Least, -4 * Least, 132 * Least, -123 * Least],
            "a scale of 5e-324 is positive and finite, though its reciprocal is not finite",
            Exact);
    }

    [Theory]
    [InlineData(3.7, 0.02, 0)]
    [InlineData(-3.7, 0.02, 255)]
    [InlineData(0, 1, 0)]
    public void FakeQuantize_of_a_constant_tensor_is_constant(double constant, double scale, int zeroPoint)
        => Close.To(
            TKata.FakeQuantize([constant, constant, constant], new Quantizer(scale, zeroPoint, Bits: 8, Signed: false)),
            [constant, constant, constant],
            Shown($"{constant} is a multiple of the scale {scale} within the range"));

    [Fact]
    public void FakeQuantize_of_nothing_is_nothing()
        => Close.To(Accepts("An empty array", () => TKata.FakeQuantize([], Halves)), [], "no numbers in, none out");
}
