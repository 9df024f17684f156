using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>The gradient of a learnt scale (LSQ).</content>
public abstract partial class SteRoundingSpec<TKata>
{
    /// <summary>3 bits signed, codes −4 … 3, steps of ½, zero at code 1: the range is −2.5 … 1.</summary>
    private static readonly Quantizer Learnt = new(Scale: 0.5, ZeroPoint: 1, Bits: 3, Signed: true);

    [Fact]
    public void ScaleGradient_within_the_range_is_the_rounding_error_in_steps()
    {
        // x / s = 0.6 → 1: +0.4; −1.2 → −1: +0.2; 1.7 → 2: +0.3. Σ = 2 · 0.4 − 1 · 0.2 + 0.5 · 0.3 = 0.75; g = 1 / √(3 · 3).
        Close.To(
            TKata.ScaleGradient([0.3, -0.6, 0.85], [2, -1, 0.5], Learnt),
            0.75 / 3,
            "within the range ∂x̂/∂s = round(x / s) − x / s, and the sum of upstream · ∂x̂/∂s is multiplied by g = 1 / √(n · QMax)");
    }

    [Fact]
    public void ScaleGradient_beyond_the_range_is_the_distance_of_the_end_from_the_zero_point()
    {
        // Above: 3 − 1 = 2; below: −4 − 1 = −5. Σ = 0.5 · 2 + 3 · (−5) = −14; g = 1 / √(2 · 3).
        Close.To(
            TKata.ScaleGradient([1.7, -3], [0.5, 3], Learnt),
            -14 / Math.Sqrt(6),
            "a saturated number is s · (QMax − z) or s · (QMin − z), and that is its slope in s");
        Close.To(
            TKata.ScaleGradient([double.PositiveInfinity, -1e300, 1.01, -2.51], [1, 1, 1, 1], Learnt),
            (2 - 5 + 2 - 5) / Math.Sqrt(12),
            "how far beyond the range a number lies does not matter");
    }

    [Fact]
    public void ScaleGradient_counts_the_ends_as_within()
        => Close.To(
            TKata.ScaleGradient([1, -2.5, 0.3], [7, 5, 2], Learnt),
            2 * 0.4 / 3,
            "the ends 1 and −2.5 belong to the range, as in Backward; they lie on the grid, so they add nothing");

    [Fact]
    public void ScaleGradient_gate_closes_right_beyond_the_ends()
    {
        // 1.125 is a quarter of a step above the end and rounds to it; it is saturated all the same.
        Close.To(
            TKata.ScaleGradient([1.125, -2.625], [1, 10], Learnt),
            (2 - 50) / Math.Sqrt(6),
            "a number beyond the end is saturated even if it rounds to the end");
    }

    [Fact]
    public void ScaleGradient_agrees_with_finite_differences()
        => Property.Holds(
            "with the rounding error held fixed, x̂(s) = s · (clamp(x / s, QMin − z, QMax − z) + error) has this slope",
            seed: 39,
            QuantizationCase.NarrowInputs,
            Show,
            sample => Close.To(
                TKata.ScaleGradient(sample.Values, [.. sample.Upstream], sample.Quantizer),
                sample.Eighths.Select((eighths, i) => sample.Upstream[i] * Slope(sample, eighths)).Sum()
                    / Math.Sqrt(sample.Eighths.Length * sample.QMax),
                "the gradient of the scale, against central differences",
                new Tolerance(1e-7, 1e-7)),
            sample => sample.Smaller(),
            cases: 500);

    [Fact]
    public void ScaleGradient_depends_on_the_numbers_in_steps_alone()
        => Property.Holds(
            "values and scale multiplied by one number leave the gradient as it is",
            seed: 40,
            QuantizationCase.Inputs,
            Show,
            sample =>
            {
                var larger = sample with { Quantizer = sample.Quantizer with { Scale = 64 * sample.Quantizer.Scale } };
                Close.To(
                    TKata.ScaleGradient(larger.Values, [.. sample.Upstream], larger.Quantizer),
                    TKata.ScaleGradient(sample.Values, [.. sample.Upstream], sample.Quantizer),
                    "64 times the values with 64 times the scale");
            },
            sample => sample.Smaller());

    [Theory]
    [InlineData(2, true, 1)]
    [InlineData(2, false, 3)]
    [InlineData(8, true, 127)]
    [InlineData(8, false, 255)]
    [InlineData(16, false, 65_535)]
    public void ScaleGradient_is_scaled_by_count_and_largest_code(int bits, bool signed, int qMax)
    {
        // Every number is a quarter of a step above 0: slope −¼ each.
        foreach (var count in new[] { 1, 2, 9, 40_000 })
        {
            Close.To(
                TKata.ScaleGradient(Repeat(0.025, count), Repeat(1, count), new Quantizer(0.1, ZeroPoint: 0, bits, signed)),
                -0.25 * Math.Sqrt(count / (double)qMax),
                $"{count} slopes of −¼ times g = 1 / √({count} · {qMax}), {Width(bits, signed)}");
        }
    }

    [Fact]
    public void ScaleGradient_of_numbers_on_the_grid_is_zero()
        => ForEveryWidth((bits, signed) =>
        {
            var codes = AllCodes(bits, signed);
            var quantizer = new Quantizer(0.5, codes[codes.Length / 3], bits, signed);
            Close.To(
                TKata.ScaleGradient([.. codes.Select(code => 0.5 * (code - quantizer.ZeroPoint))], Repeat(3, codes.Length), quantizer),
                0,
                $"where nothing is rounded and nothing clamped, the scale has no say ({Width(bits, signed)})");
        });

    [Fact]
    public void ScaleGradient_leaves_NaN_out_of_the_sum()
        => Close.To(
            TKata.ScaleGradient([double.NaN, 0.3, double.NaN], [5, 2, double.NaN], Learnt),
            2 * 0.4 / 3,
            "an entry that is NaN lies neither within nor beyond the range; it adds nothing, whatever its gradient, and still counts in n");

    [Fact]
    public void ScaleGradient_of_a_broken_gradient_is_NaN()
        => Close.To(
            TKata.ScaleGradient([0.3, -0.6], [2, double.NaN], Learnt),
            double.NaN,
            "a gradient that is NaN must not get lost where its number is a number");

    [Fact]
    public void ScaleGradient_takes_the_smallest_scale()
        => Close.To(
            Accepts(
                "A scale of 5e-324",
                () => TKata.ScaleGradient([0, 1], [5, 1], new Quantizer(double.Epsilon, ZeroPoint: 7, Bits: 8, Signed: true))),
            120 / Math.Sqrt(2 * 127),
            "0 adds nothing, and 1 lies beyond the range, 127 − 7 steps from 0");

    [Fact]
    public void ScaleGradient_of_nothing_is_zero()
        => Close.To(
            Accepts("A pair of empty arrays", () => TKata.ScaleGradient([], [], Learnt)), 0, "a sum over nothing is 0, and not 0 / 0", Exact);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(0, 1)]
    public void ScaleGradient_rejects_another_number_of_gradients(int numbers, int gradients)
        => Rejects.Argument(
            "upstream",
            $"{gradients} gradient(s) for {numbers} number(s)",
            () => TKata.ScaleGradient(new double[numbers], new double[gradients], Learnt));

    /// <summary>The slope of one number's fake-quantised value in the scale, by central differences; 0 exactly at an end, where there is a kink.</summary>
    private static double Slope(QuantizationCase sample, int eighths)
    {
        var (low, high) = (sample.QMin - sample.Quantizer.ZeroPoint, sample.QMax - sample.Quantizer.ZeroPoint);
        if (eighths == 8 * low || eighths == 8 * high)
        {
            return 0;
        }

        var error = sample.IsInside(eighths) ? QuantizationCase.Nearest(eighths) - (eighths / 8.0) : 0;
        var scale = sample.Quantizer.Scale;
        var x = scale * eighths / 8;
        double Value(double s) => s * (Math.Clamp(x / s, low, high) + error);

        // Small enough for no number to cross an end: 255 steps change by 0.06, and the nearest is 0.125 away.
        var h = scale / 4_096;
        return (Value(scale + h) - Value(scale - h)) / (2 * h);
    }

    private static double[] Repeat(double value, int count) => [.. Enumerable.Repeat(value, count)];
}
