using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>A step of training: the unrounded weights learn.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    /// <summary>4 bits signed, steps of ½ around 0: the range is −4 … 3.5.</summary>
    private static readonly Quantizer Symmetric = new(Scale: 0.5, ZeroPoint: 0, Bits: 4, Signed: true);

    [Fact]
    public void Step_moves_the_unrounded_weights_against_the_gradient()
    {
        // 0.3 − 0.1 · 1, −1.1 + 0.1 · 2, 5 lies beyond the range and stays, −4 is its end: −4 − 0.1 · 4.
        Close.To(
            TKata.Step([0.3, -1.1, 5, -4], [1, -2, 3, 4], Symmetric, learningRate: 0.1),
            [0.2, -0.9, 5, -4.4],
            "new weight = weight − learning rate · straight-through gradient, from the weight itself and not from its rounded copy");
    }

    [Fact]
    public void Step_adds_up_steps_much_smaller_than_the_scale()
    {
        // Ten steps of 0.02 with a scale of 0.5. Rounding after each step, or stepping from the rounded weight, would lose them all.
        double[] weights = [0.3];
        for (var i = 0; i < 10; i++)
        {
            weights = TKata.Step(weights, [1], Symmetric, learningRate: 0.02);
        }

        Close.To(weights, [0.1], "ten steps of 0.02 move the weight by 0.2, though none of them alone moves its code");
    }

    [Fact]
    public void Step_trains_a_weight_to_its_target()
    {
        // Loss ½ · (x̂ − 0.75)² with x̂ the fake-quantised weight; its gradient with respect to x̂ is x̂ − 0.75. The forward pass here is a
        // search for the nearest grid point.
        var quantizer = new Quantizer(Scale: 0.25, ZeroPoint: 3, Bits: 6, Signed: true);
        double[] grid = [.. AllCodes(6, true).Select(code => 0.25 * (code - 3))];
        double Forward(double weight) => grid.MinBy(point => Math.Abs(point - weight));

        double[] weights = [-1.9];
        for (var i = 0; i < 200; i++)
        {
            weights = TKata.Step(weights, [Forward(weights[0]) - 0.75], quantizer, learningRate: 0.1);
        }

        Close.To(Forward(weights[0]), 0.75, "after 200 steps the fake-quantised weight sits on the target, a grid point");
        Close.To(weights[0], 0.75, "and the weight itself lies within half a step of it", new Tolerance(0.125 + 1e-9, 0));
    }

    [Fact]
    public void Step_keeps_weights_beyond_the_range_where_they_are()
        => Close.To(
            TKata.Step([3.6, -4.1, 100, double.NaN], [double.NaN, double.PositiveInfinity, 5, 1], Symmetric, learningRate: 0.5),
            [3.6, -4.1, 100, double.NaN],
            "no gradient passes beyond the range (nor to NaN), so these weights stay, unrounded and unclamped",
            Exact);

    [Fact]
    public void Step_of_rate_zero_changes_nothing()
        => Close.To(
            Accepts("A learning rate of 0", () => TKata.Step([0.3, -1.1, 5], [1, -2, 3], Symmetric, learningRate: 0)),
            [0.3, -1.1, 5],
            "a learning rate of 0 moves no weight",
            Exact);

    [Fact]
    public void Step_agrees_with_its_formula()
        => Property.Holds(
            "new weight = weight − learning rate · (gradient where the weight lies within the range, else 0)",
            seed: 38,
            QuantizationCase.Inputs,
            Show,
            sample =>
            {
                // The rate in proportion to the scale, so that weights of any size visibly move.
                var rate = 0.3 * sample.Quantizer.Scale;
                var expected = sample.Values
                    .Select((weight, i) => sample.IsInside(sample.Eighths[i]) ? weight - (rate * sample.Upstream[i]) : weight)
                    .ToArray();
                Close.To(
                    TKata.Step(sample.Values, [.. sample.Upstream], sample.Quantizer, rate),
                    expected,
                    "the new weights",
                    new Tolerance(1e-9 * sample.Quantizer.Scale, 1e-12));
            },
            sample => sample.Smaller());

    [Fact]
    public void Step_of_nothing_is_nothing()
        => Close.To(Accepts("A pair of empty arrays", () => TKata.Step([], [], Symmetric, learningRate: 0.1)), [], "no weights in, none out");

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(0, 1)]
    public void Step_rejects_another_number_of_gradients(int weights, int gradients)
        => Rejects.Argument(
            "upstream",
            $"{gradients} gradient(s) for {weights} weight(s)",
            () => TKata.Step(new double[weights], new double[gradients], Symmetric, 0.1));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Step_rejects_a_rate_that_is_negative_or_not_finite(double learningRate)
    {
        Rejects.Argument("learningRate", Shown($"a learning rate of {learningRate}"), () => TKata.Step([1], [1], Symmetric, learningRate));
        Rejects.Argument(
            "learningRate",
            Shown($"a learning rate of {learningRate}, even without weights,"),
            () => TKata.Step([], [], Symmetric, learningRate));
    }
}
