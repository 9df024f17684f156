using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Arguments that cannot be right: who is blamed, and with what. What a function throws is its caller's affair.</content>
public abstract partial class FunctionMinimizationSpec<TKata>
{
    /// <summary>Intervals that are none, and the end that is to blame: NaN, infinite, the wrong way round, too long.</summary>
    public static TheoryData<double, double, string> BadIntervals => new()
    {
        { double.NaN, 1, "a" },
        { double.NegativeInfinity, 1, "a" },
        { double.PositiveInfinity, 1, "a" },
        { double.NaN, double.NaN, "a" },
        { 0, double.NaN, "b" },
        { 0, double.PositiveInfinity, "b" },
        { 0, double.NegativeInfinity, "b" },
        { 2, 1, "b" },
        { 1, -1, "b" },
        { 0, -1e-300, "b" },
        { double.MinValue, double.MaxValue, "b" },
    };

    [Fact]
    public void GoldenSection_rejects_null() => Rejects.Null("f", () => TKata.GoldenSection(null!, 0, 1, 1e-3));

    [Theory]
    [MemberData(nameof(BadIntervals))]
    public void GoldenSection_rejects_what_is_no_interval(double a, double b, string blamed)
        => OutOfRange.Blames(blamed, $"The interval from {a} to {b}", () => TKata.GoldenSection(NeverCalled, a, b, 1e-3));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void GoldenSection_rejects_a_tolerance_that_is_not_positive_and_finite(double tolerance)
    {
        OutOfRange.Blames("tolerance", $"A tolerance of {tolerance}", () => TKata.GoldenSection(NeverCalled, 0, 1, tolerance));
        OutOfRange.Blames("tolerance", $"A tolerance of {tolerance} on [1, 1]", () => TKata.GoldenSection(NeverCalled, 1, 1, tolerance));
    }

    [Fact]
    public void GoldenSection_rejects_a_function_that_answers_NaN()
    {
        // Everywhere; at the left end; at the right end; in the middle, where just the probes come.
        foreach (var (from, to) in new[] { (0.0, 1.0), (0, 0), (1, 1), (0.3, 0.7) })
        {
            var probed = new ProbedFunction(x => x >= from && x <= to ? double.NaN : Math.Abs(x - 0.5), 0, 1, calls: 100);
            Rejects.Argument("f", $"A function that is NaN from {from} to {to}", () => TKata.GoldenSection(probed.At, 0, 1, 1e-6));
        }
    }

    [Fact]
    public void GoldenSection_lets_the_functions_exceptions_through()
        => Rejects.With<TimeoutException>("A function that throws TimeoutException", () => TKata.GoldenSection(Throws, 0, 1, 1e-3));

    [Fact]
    public void ProjectedGradientDescent_rejects_null()
    {
        Rejects.Null("f", () => TKata.ProjectedGradientDescent(null!, NeverCalled, 0, 1, 0, 0.1, 1e-3, 10));
        Rejects.Null("derivative", () => TKata.ProjectedGradientDescent(NeverCalled, null!, 0, 1, 0, 0.1, 1e-3, 10));
    }

    [Theory]
    [MemberData(nameof(BadIntervals))]
    public void ProjectedGradientDescent_rejects_what_is_no_interval(double a, double b, string blamed)
        => OutOfRange.Blames(
            blamed,
            $"The interval from {a} to {b}",
            () => TKata.ProjectedGradientDescent(NeverCalled, NeverCalled, a, b, a, 0.1, 1e-3, 10));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.000000001)]
    [InlineData(-5)]
    [InlineData(5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ProjectedGradientDescent_rejects_a_start_outside_the_interval(double start)
        => OutOfRange.Blames(
            "start",
            $"A start of {start} for [0, 1]",
            () => TKata.ProjectedGradientDescent(NeverCalled, NeverCalled, 0, 1, start, 0.1, 1e-3, 10));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ProjectedGradientDescent_rejects_a_learning_rate_or_tolerance_that_is_not_positive_and_finite(double value)
    {
        OutOfRange.Blames(
            "learningRate",
            $"A learning rate of {value}",
            () => TKata.ProjectedGradientDescent(NeverCalled, NeverCalled, 0, 1, 0, value, 1e-3, 10));
        OutOfRange.Blames(
            "tolerance",
            $"A tolerance of {value}",
            () => TKata.ProjectedGradientDescent(NeverCalled, NeverCalled, 0, 1, 0, 0.1, value, 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void ProjectedGradientDescent_rejects_fewer_steps_than_one(int maxSteps)
        => OutOfRange.Blames(
            "maxSteps", $"{maxSteps} steps", () => TKata.ProjectedGradientDescent(NeverCalled, NeverCalled, 0, 1, 0, 0.1, 1e-3, maxSteps));

    [Fact]
    public void ProjectedGradientDescent_rejects_functions_that_answer_NaN()
    {
        // From 1 by halves: the slope is NaN at once, or below 0.2, which the third step meets. Then the value alone.
        foreach (var from in new[] { 2.0, 0.2 })
        {
            var slopes = new ProbedFunction(x => x < from ? double.NaN : 2 * x, 0, 1, calls: 100, "derivative");
            Rejects.Argument(
                "derivative",
                $"A derivative that is NaN below {from}",
                () => TKata.ProjectedGradientDescent(x => x * x, slopes.At, 0, 1, 1, 0.25, 1e-6, 100));
        }

        Rejects.Argument(
            "f", "A function that is NaN", () => TKata.ProjectedGradientDescent(_ => double.NaN, x => 2 * x, 0, 1, 1, 0.25, 1e-6, 100));
    }

    [Fact]
    public void ProjectedGradientDescent_lets_the_functions_exceptions_through()
    {
        Rejects.With<TimeoutException>(
            "A derivative that throws TimeoutException",
            () => TKata.ProjectedGradientDescent(x => x * x, Throws, 0, 1, 1, 0.25, 1e-6, 100));
        Rejects.With<TimeoutException>(
            "A function that throws TimeoutException", () => TKata.ProjectedGradientDescent(Throws, x => 2 * x, 0, 1, 1, 0.25, 1e-6, 100));
    }

    [Fact]
    public void GlobalMinimum_rejects_null() => Rejects.Null("f", () => TKata.GlobalMinimum(null!, 0, 1, 5, 1e-3));

    [Theory]
    [MemberData(nameof(BadIntervals))]
    public void GlobalMinimum_rejects_what_is_no_interval(double a, double b, string blamed)
        => OutOfRange.Blames(blamed, $"The interval from {a} to {b}", () => TKata.GlobalMinimum(NeverCalled, a, b, 5, 1e-3));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void GlobalMinimum_rejects_fewer_samples_than_two(int samples)
    {
        OutOfRange.Blames("samples", $"{samples} samples", () => TKata.GlobalMinimum(NeverCalled, 0, 1, samples, 1e-3));
        OutOfRange.Blames("samples", $"{samples} samples of [1, 1]", () => TKata.GlobalMinimum(NeverCalled, 1, 1, samples, 1e-3));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void GlobalMinimum_rejects_a_tolerance_that_is_not_positive_and_finite(double tolerance)
        => OutOfRange.Blames("tolerance", $"A tolerance of {tolerance}", () => TKata.GlobalMinimum(NeverCalled, 0, 1, 5, tolerance));

    [Fact]
    public void GlobalMinimum_rejects_a_function_that_answers_NaN()
    {
        // Everywhere; at either end; at a grid point; between grid points, where just the search in the valley comes.
        foreach (var (from, to) in new[] { (0.0, 1.0), (0, 0), (1, 1), (0.45, 0.55), (0.55, 0.7) })
        {
            var probed = new ProbedFunction(x => x >= from && x <= to ? double.NaN : Math.Abs(x - 0.6), 0, 1, calls: 100);
            Rejects.Argument("f", $"A function that is NaN from {from} to {to}", () => TKata.GlobalMinimum(probed.At, 0, 1, 5, 1e-6));
        }
    }

    [Fact]
    public void GlobalMinimum_lets_the_functions_exceptions_through()
        => Rejects.With<TimeoutException>("A function that throws TimeoutException", () => TKata.GlobalMinimum(Throws, 0, 1, 5, 1e-3));

    private static double NeverCalled(double x)
        => throw new SpecFailureException(
            $"Arguments must be checked before a function is called; it was called at {ProbedFunction.Show(x)}.");

    private static double Throws(double x) => throw new TimeoutException($"No answer at {ProbedFunction.Show(x)}.");
}
