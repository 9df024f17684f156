using FsCheck.Fluent;
using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Projected gradient descent: the steps, the projection, and when it ends.</content>
public abstract partial class FunctionMinimizationSpec<TKata>
{
    private const double NeverReached = 1e-300;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.25)]
    public void ProjectedGradientDescent_takes_the_steps_of_the_formula(int steps, double expected)
    {
        // x², slope 2x, learning rate 1/4: each step is x − x/2. From 4: 2, 1, 1/2, 1/4.
        var result = Descend(x => x * x, x => 2 * x, -1, 4, start: 4, learningRate: 0.25, NeverReached, maxSteps: steps, out _);
        Close.To(result.X, expected, $"After {steps} steps of x − ¼·2x from 4; X", Exact);
        Close.To(result.Value, expected * expected, "Value is the function at the last point", Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_goes_down_from_either_side()
    {
        // One step of 0.1·6x from ±2: 2 − 1.2 = 0.8 and −2 + 1.2 = −0.8.
        Close.To(
            Descend(Parabola, x => 6 * x, -3, 3, 2, 0.1, NeverReached, 1, out _).X,
            0.8,
            "One step from 2, against the slope of 3x² + 10; X");
        Close.To(
            Descend(Parabola, x => 6 * x, -3, 3, -2, 0.1, NeverReached, 1, out _).X,
            -0.8,
            "One step from −2, against the slope of 3x² + 10; X");
    }

    [Fact]
    public void ProjectedGradientDescent_stays_at_an_end_that_is_lowest()
    {
        // 3x² + 10 on [1, 3] from 3: 3 − 0.1·18 = 1.2; 1.2 − 0.1·7.2 = 0.48, projected to 1; from 1 again to 1, which moves nothing and
        // ends it.
        var result = Descend(Parabola, x => 6 * x, 1, 3, start: 3, learningRate: 0.1, tolerance: 1e-9, maxSteps: 1000, out var slopes);
        Close.To(result.X, 1, "3x² + 10 on [1, 3] is lowest at 1, where the slope is not 0; X", Exact);
        Close.To(result.Value, 13, "3·1² + 10 = 13; Value", Exact);
        Close.To(
            slopes.Calls.Count, 3, "The third step moves nothing, though the slope at the end is not 0: calls of the derivative", Exact);
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(2, 2)]
    [InlineData(3, -1)]
    [InlineData(4, 2)]
    public void ProjectedGradientDescent_projects_every_step(int steps, double expected)
    {
        // x² on [−1, 2], learning rate 1.5: x − 3x = −2x. From 2: −4, projected to −1; 2; −4, projected to −1; …
        var result = Descend(x => x * x, x => 2 * x, -1, 2, start: 2, learningRate: 1.5, NeverReached, maxSteps: steps, out _);
        Close.To(result.X, expected, $"After {steps} steps of −2x from 2, each returned to [−1, 2]; X", Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_projects_to_the_nearer_end()
    {
        Close.To(
            Descend(x => x, _ => 1, -1, 1, 0.5, 10, 1e-9, 10, out _).X, -1, "Down a slope of 1 in steps of 10 to the left end; X", Exact);
        Close.To(
            Descend(x => -x, _ => -1, -1, 1, 0.5, 10, 1e-9, 10, out _).X,
            1,
            "Down a slope of −1 in steps of 10 to the right end; X",
            Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_agrees_with_the_closed_form_of_a_parabola()
        => Property.Holds(
            "On k(x − c)², t steps with learning rate r lead from x to c + (1 − 2kr)ᵗ·(x − c)",
            seed: 702,
            from centre in Gen.Choose(-20, 20)
            from start in Gen.Choose(-40, 40)
            from curvature in Gen.Choose(1, 8)
            from shrink in Gen.Choose(-9, 9)
            from steps in Gen.Choose(1, 12)
            select (C: centre / 4.0, Start: start / 4.0, K: curvature / 2.0, Shrink: shrink / 10.0, Steps: steps),
            sample => $"{sample.K}(x − {sample.C})² from {sample.Start}, each step leaves {sample.Shrink} of the distance, "
                + $"{sample.Steps} steps",
            sample =>
            {
                var rate = (1 - sample.Shrink) / (2 * sample.K);
                var result = Descend(
                    x => sample.K * (x - sample.C) * (x - sample.C),
                    x => 2 * sample.K * (x - sample.C),
                    -100,
                    100,
                    sample.Start,
                    rate,
                    NeverReached,
                    sample.Steps,
                    out _);
                var expected = sample.C + (Math.Pow(sample.Shrink, sample.Steps) * (sample.Start - sample.C));
                Close.To(result.X, expected, "The distance shrinks by the same factor each step; X");
            });

    [Fact]
    public void ProjectedGradientDescent_finds_the_lowest_point_within_or_at_an_end()
        => Property.Holds(
            "From any start, a parabola leads to its lowest point in the interval",
            seed: 703,
            from centre in Gen.Choose(-30, 30)
            from part in Gen.Choose(0, 8)
            select (C: centre / 10.0, Start: -1 + (part / 4.0)),
            sample => $"(x − {sample.C})² on [−1, 1] from {sample.Start}",
            sample =>
            {
                // Each step leaves 0.4 of the distance. The last one moved by 1e-10 at most, so that 0.4/0.6 of that is left at most.
                var result = Descend(
                    x => (x - sample.C) * (x - sample.C), x => 2 * (x - sample.C), -1, 1, sample.Start, 0.3, 1e-10, 1000, out _);
                Close.To(result.X, Math.Clamp(sample.C, -1, 1), "The point of [−1, 1] nearest to the vertex; X");
            });

    [Theory]
    [InlineData(0.5, 0.5, 3)]
    [InlineData(0.51, 0.5, 3)]
    [InlineData(0.49, 0.25, 4)]
    [InlineData(2, 2, 1)]
    [InlineData(1.5, 1, 2)]
    public void ProjectedGradientDescent_ends_with_the_first_step_no_longer_than_the_tolerance(double tolerance, double expected, int calls)
    {
        // From 4 the steps are 2, 1, 1/2, 1/4 long and lead to 2, 1, 1/2, 1/4.
        var result = Descend(x => x * x, x => 2 * x, -1, 4, 4, 0.25, tolerance, 1000, out var slopes);
        Close.To(result.X, expected, $"With tolerance {tolerance} the step that is no longer than that is taken and is the last; X", Exact);
        Close.To(slopes.Calls.Count, calls, "One call of the derivative a step; calls", Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_measures_the_way_and_not_the_slope()
    {
        // The slope of 1e-6·x² is tiny everywhere, but with a learning rate of 250 000 the steps are those of x² with 1/4.
        var result = Descend(x => 1e-6 * x * x, x => 2e-6 * x, -1, 4, 4, 250_000, 1e-3, 1000, out _);
        Close.To(result.X, 4 / 4096.0, "From 4 by halves until a step is 1/1000 or shorter: 4/4096; X");
    }

    [Fact]
    public void ProjectedGradientDescent_ends_at_once_where_nothing_moves()
    {
        var flat = Descend(Parabola, x => 6 * x, -3, 3, 0, 0.1, 1e-9, 1000, out var atVertex);
        Close.To(flat.X, 0, "From the vertex there is nowhere to go; X", Exact);
        Close.To(atVertex.Calls.Count, 1, "From the vertex, calls of the derivative", Exact);

        var end = Descend(Parabola, x => 6 * x, 1, 3, 1, 0.1, 1e-9, 1000, out var atEnd);
        Close.To(end.X, 1, "From the lowest end there is nowhere to go; X", Exact);
        Close.To(atEnd.Calls.Count, 1, "From the lowest end, calls of the derivative", Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_gives_up_after_the_last_step_allowed()
    {
        // x² on [−1, 1] with learning rate 1: from 1 to −1 and back for ever.
        foreach (var (steps, expected) in new[] { (1, -1.0), (2, 1.0), (7, -1.0), (100, 1.0), (1001, -1.0) })
        {
            var result = Descend(x => x * x, x => 2 * x, -1, 1, 1, 1, 1e-6, steps, out var slopes);
            Close.To(result.X, expected, $"To and fro, after {steps} steps; X", Exact);
            Close.To(slopes.Calls.Count, steps, "One call of the derivative a step; calls", Exact);
        }
    }

    [Theory]
    [InlineData(-0.5, -1)]
    [InlineData(-1.9, -1)]
    [InlineData(0.1, 1)]
    [InlineData(1.9, 1)]
    public void ProjectedGradientDescent_finds_the_valley_of_its_start(double start, double valley)
    {
        // x⁴ − 2x² has its valleys at −1 and 1.
        var result = Descend(x => (x * x * x * x) - (2 * x * x), x => (4 * x * x * x) - (4 * x), -2, 2, start, 0.05, 1e-11, 10_000, out _);
        Close.To(result.X, valley, $"From {start}, x⁴ − 2x² leads to the valley at {valley}; X");
        Close.To(result.Value, -1, "x⁴ − 2x² is −1 in both valleys; Value");
    }

    [Fact]
    public void ProjectedGradientDescent_follows_an_infinite_slope_to_its_end()
    {
        // −2√x falls infinitely steeply at 0; −2√(4 − x)·(−1) mirrors it.
        Close.To(
            Descend(x => -2 * Math.Sqrt(x), x => -1 / Math.Sqrt(x), 0, 4, 0, 0.1, 1e-9, 1, out _).X,
            4,
            "A slope of −∞ leads to the right end; X",
            Exact);
        Close.To(
            Descend(x => -2 * Math.Sqrt(4 - x), x => 1 / Math.Sqrt(4 - x), 0, 4, 4, 0.1, 1e-9, 1, out _).X,
            0,
            "A slope of +∞ leads to the left end; X",
            Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_of_a_point_is_that_point()
    {
        var result = Descend(Parabola, x => 6 * x, 2, 2, 2, 0.1, 1e-9, 10, out _);
        Close.To(result.X, 2, "On [2, 2] there is one point; X", Exact);
        Close.To(result.Value, 22, "3·2² + 10 = 22; Value", Exact);
    }

    [Fact]
    public void ProjectedGradientDescent_ends_when_the_tolerance_is_finer_than_doubles()
    {
        var result = Descend(x => (x - 2) * (x - 2), x => 2 * (x - 2), 0, 5, 0.5, 0.3, double.Epsilon, 10_000, out _);
        Close.To(result.X, 2, "(x − 2)² with a tolerance that no step can go below unless it is 0; X", new Tolerance(1e-14, 0));
    }

    /// <summary>
    /// Descends, and holds the result against what every result must be: the function called once and there, the derivative no more
    /// than allowed.
    /// </summary>
    private static Minimum Descend(
        Func<double, double> f,
        Func<double, double> derivative,
        double a,
        double b,
        double start,
        double learningRate,
        double tolerance,
        int maxSteps,
        out ProbedFunction slopes)
    {
        var values = new ProbedFunction(f, a, b, calls: 1);
        var counted = new ProbedFunction(derivative, a, b, maxSteps, "derivative");
        var result = Answer(
            $"ProjectedGradientDescent on [{ProbedFunction.Show(a)}, {ProbedFunction.Show(b)}] from {ProbedFunction.Show(start)}",
            () => TKata.ProjectedGradientDescent(values.At, counted.At, a, b, start, learningRate, tolerance, maxSteps));
        values.ExpectTried(result);
        slopes = counted;
        return result;
    }
}
