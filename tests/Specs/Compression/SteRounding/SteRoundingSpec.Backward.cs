using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>The straight-through gradient and its gate.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    [Fact]
    public void Backward_passes_the_gradient_within_the_range()
    {
        // Within −1.5 … 6 the slope of rounding counts as 1, wherever in its step a number lies (0.25 is midway).
        double[] upstream = [1, -2, 0.25, 3, -0.5, 8];
        Close.To(
            TKata.Backward([0, 0.6, -0.6, 0.25, -1.4, 5.9], [.. upstream], Halves),
            upstream,
            "within the range the gradient passes as it is (the true slope of a staircase is 0, and nothing would ever learn)",
            Exact);
    }

    [Fact]
    public void Backward_stops_the_gradient_beyond_the_range()
        => Close.To(
            TKata.Backward([6.1, 7, 1e300, -1.6, -2, -1e300, 1], [1, 2, 3, 4, 5, 6, 7], Halves),
            [0, 0, 0, 0, 0, 0, 7],
            "beyond −1.5 … 6 the result is clamped, does not move with x, and has gradient 0",
            Exact);

    [Fact]
    public void Backward_counts_the_ends_as_within()
        => Close.To(
            TKata.Backward([-1.5, 6], [3, -4], Halves),
            [3, -4],
            "−1.5 and 6 are the ends of the range, and the ends belong to it",
            Exact);

    [Fact]
    public void Backward_gate_closes_right_beyond_the_ends()
    {
        // The codes of these are those of the ends: a gate on the code, before or after clamping, does not see that they lie beyond.
        const double Little = 1.0 / 1_024;
        Close.To(
            TKata.Backward([6 + Little, 6.2, -1.5 - Little, -1.7], [1, 2, 3, 4], Halves),
            [0, 0, 0, 0],
            "numbers less than half a step beyond an end round to the end, but they lie beyond it",
            Exact);
        Close.To(
            TKata.Backward([6 - Little, 5.8, -1.5 + Little, -1.3], [1, 2, 3, 4], Halves),
            [1, 2, 3, 4],
            "numbers less than half a step within an end round to the end, and they lie within",
            Exact);
    }

    [Theory]
    [InlineData(8, true, -128)]
    [InlineData(8, true, 127)]
    [InlineData(8, false, 0)]
    [InlineData(8, false, 255)]
    [InlineData(3, true, 0)]
    [InlineData(16, false, 30_000)]
    public void Backward_range_moves_with_the_zero_point(int bits, bool signed, int zeroPoint)
    {
        var codes = AllCodes(bits, signed);
        var (low, high) = (0.5 * (codes[0] - zeroPoint), 0.5 * (codes[^1] - zeroPoint));
        double[] values = [low - 0.25, low, low + 0.25, high - 0.25, high, high + 0.25];
        Close.To(
            TKata.Backward(values, [1, 2, 3, 4, 5, 6], new Quantizer(0.5, zeroPoint, bits, signed)),
            [0, 2, 3, 4, 5, 0],
            Shown($"with scale 0.5 and zero point {zeroPoint} the range of {Width(bits, signed)} is {low} … {high}"),
            Exact);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(250)]
    public void Backward_neither_divides_nor_multiplies_by_the_scale(double scale)
        => Close.To(
            TKata.Backward(
                [0.3 * scale, -2.6 * scale, 4.2 * scale], [1.5, -2, 7], new Quantizer(scale, ZeroPoint: 2, Bits: 4, Signed: true)),
            [1.5, -2, 7],
            Shown($"dividing by the scale {scale} and multiplying by it again cancel out in the gradient"),
            Relative);

    [Fact]
    public void Backward_is_the_slope_of_the_staircase_over_one_whole_step()
    {
        // 3 bits signed, zero at 1, steps of ¼: the range is −1.25 … 0.5. From half a step before x to half a step after it the
        // staircase climbs one scale within the range and nothing beyond: the straight-through slope is 1 or 0.
        var staircase = new QuantizationCase(new Quantizer(0.25, ZeroPoint: 1, Bits: 3, Signed: true), [], []);
        var eighths = Enumerable.Range(-9, 16).Select(step => (8 * step) + 3).Where(k => k is < -44 or > -36 and < 12 or > 20).ToList();
        double[] slopes = [.. eighths.Select(k => (staircase.Real(k + 4) - staircase.Real(k - 4)) / 0.25)];
        Close.To(
            TKata.Backward([.. eighths.Select(k => 0.25 * k / 8)], [.. eighths.Select(_ => 1.0)], staircase.Quantizer),
            slopes,
            "the straight-through gradient is the mean slope of the forward pass over one step");
    }

    [Fact]
    public void Backward_agrees_with_integer_arithmetic()
        => Property.Holds(
            "the gradient passes where scale · (QMin − z) ≤ x ≤ scale · (QMax − z)",
            seed: 37,
            QuantizationCase.Inputs,
            Show,
            sample => Close.To(
                TKata.Backward(sample.Values, [.. sample.Upstream], sample.Quantizer),
                [.. sample.Eighths.Zip(sample.Upstream, (eighths, gradient) => sample.IsInside(eighths) ? gradient : 0)],
                "the gradient",
                Exact),
            sample => sample.Smaller(),
            cases: 500);

    [Fact]
    public void Backward_chooses_rather_than_multiplies()
    {
        double[] upstream = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.PositiveInfinity];
        Close.To(
            TKata.Backward([7, -2, 7, 1, 1], upstream, Halves),
            [0, 0, 0, double.NaN, double.PositiveInfinity],
            "a gradient that does not pass is exactly 0 whatever it was (0 · ∞ is NaN); within the range it passes whatever it is",
            Exact);
    }

    [Fact]
    public void Backward_of_what_is_not_finite_is_zero()
        => Close.To(
            TKata.Backward([double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.5], [1, 2, 3, 4], Halves),
            [0, 0, 0, 4],
            "infinities lie beyond the range and NaN lies in no range",
            Exact);

    [Fact]
    public void Backward_takes_the_smallest_scale()
    {
        const double Least = double.Epsilon;
        Close.To(
            Accepts(
                "A scale of 5e-324",
                () => TKata.Backward([0, 3 * Least, 1, -1], [1, 2, 3, 4], new Quantizer(Least, ZeroPoint: -5, Bits: 8, Signed: true))),
            [1, 2, 0, 0],
            "with the smallest scale 0 lies within the range and ±1 far beyond it (0 · ∞ is NaN)",
            Exact);
    }

    [Fact]
    public void Backward_of_nothing_is_nothing()
        => Close.To(Accepts("A pair of empty arrays", () => TKata.Backward([], [], Halves)), [], "no numbers, no gradients");

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Backward_rejects_another_number_of_gradients(int numbers, int gradients)
        => Rejects.Argument(
            "upstream",
            $"{gradients} gradient(s) for {numbers} number(s)",
            () => TKata.Backward(new double[numbers], new double[gradients], Halves));
}
