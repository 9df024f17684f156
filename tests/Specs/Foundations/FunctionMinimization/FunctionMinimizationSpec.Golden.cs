using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Golden-section search: where it looks, how often, and what it brings back.</content>
public abstract partial class FunctionMinimizationSpec<TKata>
{
    // Where the first two probes of [0, 1] lie: a search that rounds the ratio loses its way fastest when the lowest point is there.
    private static readonly double FirstProbe = (3 - Math.Sqrt(5)) / 2;

    [Fact]
    public void GoldenSection_finds_the_lowest_point_of_the_parabola()
    {
        // 3x² + 10 is lowest at 0, where it is 10. Within 1e-6 of it, it is at most 10 + 3e-12.
        var result = GoldenSection(Parabola, -2, 4, 1e-6);
        Near(result, 0, 1e-6, "3x² + 10 on [−2, 4] is lowest at 0");
        Close.To(result.Value, 10, "Value is the function there, not the point");
    }

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(-3, -1, -1)]
    [InlineData(0, 5, 0)]
    [InlineData(-5, 0, 0)]
    public void GoldenSection_returns_an_end_where_the_parabola_is_lowest_there(double a, double b, double lowest)
    {
        var result = GoldenSection(Parabola, a, b, 1e-3);
        Close.To(result.X, lowest, $"3x² + 10 on [{a}, {b}] is lowest at the end, exactly; X", Exact);
        Close.To(result.Value, Parabola(lowest), "Value is the function at that end", Exact);
    }

    [Fact]
    public void GoldenSection_returns_the_end_towards_which_a_function_falls()
    {
        Close.To(GoldenSection(Math.Exp, -1, 2, 1e-2).X, -1, "eˣ is lowest at the left end; X", Exact);
        Close.To(GoldenSection(x => -x, -1, 2, 1e-2).X, 2, "−x is lowest at the right end; X", Exact);
        Close.To(GoldenSection(x => 1 / x, 0.5, 8, 1e-2).X, 8, "1/x is lowest at the right end; X", Exact);
        Close.To(GoldenSection(x => x, 3, 4, 10).X, 3, "x is lowest at the left end even if the tolerance exceeds the interval; X", Exact);
    }

    [Fact]
    public void GoldenSection_tries_the_ends_of_a_hill()
    {
        // −x² is lowest at the end that lies farther from 0. It is not unimodal: just the best of the points tried is promised, and the
        // ends are tried.
        Close.To(GoldenSection(x => -x * x, -1, 2, 1e-3).X, 2, "−x² on [−1, 2] is lowest at 2; X", Exact);
        Close.To(GoldenSection(x => -x * x, -2, 1, 1e-3).X, -2, "−x² on [−2, 1] is lowest at −2; X", Exact);
    }

    [Fact]
    public void GoldenSection_brings_back_the_point_and_its_value()
    {
        // Point and value differ in size and sign, so that neither passes for the other.
        var result = GoldenSection(x => ((x - 3) * (x - 3)) - 100, 0, 10, 1e-7);
        Near(result, 3, 1e-6, "(x − 3)² − 100 is lowest at 3");
        Close.To(result.Value, -100, "(x − 3)² − 100 is −100 there; Value");
    }

    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void GoldenSection_comes_within_the_tolerance(double tolerance)
    {
        foreach (var lowest in new[] { 0.25, 1.0 / 3, 0.7, FirstProbe, 1 - FirstProbe, 0.999, 0.001 })
        {
            Near(
                GoldenSection(x => Math.Abs(x - lowest), 0, 1, tolerance),
                lowest,
                tolerance,
                $"|x − {lowest}| on [0, 1], tolerance {tolerance}");
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-9)]
    [InlineData(-1e-9)]
    [InlineData(3e-6)]
    [InlineData(-3e-6)]
    public void GoldenSection_does_not_drift_when_probes_are_used_again(double offset)
    {
        // Beside the first probe this one is kept and kept. An error in the ratio grows by φ with every step and ends in the wrong side
        // being dropped.
        foreach (var lowest in new[] { FirstProbe + offset, 1 - FirstProbe + offset })
        {
            Near(
                GoldenSection(x => Math.Abs(x - lowest), 0, 1, 1e-10),
                lowest,
                1e-10,
                "The golden ratio must be exact to the last digit, as it is used again and again");
        }
    }

    [Fact]
    public void GoldenSection_works_for_steep_and_flat_sides()
        => Property.Holds(
            "GoldenSection comes within the tolerance of the lowest point of a V with two slopes",
            seed: 701,
            from left in Gen.Choose(-50, 50)
            from width in Gen.Choose(1, 100)
            from part in Gen.Choose(0, 1000)
            from slopes in Gen.Choose(1, 40).ArrayOf(2)
            from digits in Gen.Choose(1, 10)
            select (
                A: left / 4.0,
                B: (left + width) / 4.0,
                Part: part / 1000.0,
                Fall: slopes[0] / 4.0,
                Rise: slopes[1] / 4.0,
                Tolerance: Math.Pow(10, -digits)),
            sample => $"a V on [{sample.A}, {sample.B}], slopes −{sample.Fall} and {sample.Rise}, lowest at {sample.Part} of the way, "
                + $"tolerance {sample.Tolerance}",
            sample =>
            {
                var lowest = sample.A + (sample.Part * (sample.B - sample.A));
                double V(double x) => x < lowest ? sample.Fall * (lowest - x) : sample.Rise * (x - lowest);
                Near(GoldenSection(V, sample.A, sample.B, sample.Tolerance), lowest, sample.Tolerance, "The lowest point of the V");
            });

    [Fact]
    public void GoldenSection_finds_the_lowest_point_of_smooth_functions()
    {
        // Derivatives set to 0: x − ln x at 1; x·ln x at 1/e; cosh at 0; x⁴ − 4x at 1; e⁻ˣ + x²/2 where x = e⁻ˣ, 0.567143290409784.
        Near(GoldenSection(x => x - Math.Log(x), 0.1, 5, 1e-6), 1, 1e-6, "x − ln x is lowest at 1");
        Near(GoldenSection(x => x * Math.Log(x), 0.01, 1, 1e-6), 1 / Math.E, 1e-6, "x·ln x is lowest at 1/e");
        Near(GoldenSection(Math.Cosh, -3, 4, 1e-6), 0, 1e-6, "cosh is lowest at 0");
        Near(GoldenSection(x => (x * x * x * x) - (4 * x), -1, 3, 1e-6), 1, 1e-6, "x⁴ − 4x is lowest at 1");
        Near(GoldenSection(x => Math.Exp(-x) + (x * x / 2), -2, 5, 1e-6), 0.567143290409784, 1e-6, "e⁻ˣ + x²/2 is lowest where x = e⁻ˣ");
    }

    [Fact]
    public void GoldenSection_does_not_depend_on_height_or_sign()
    {
        foreach (var height in new[] { -1e6, -5, 0, 5, 1e6 })
        {
            var result = GoldenSection(x => Math.Abs(x - 0.3) + height, -1, 1, 1e-6);
            Near(result, 0.3, 1e-6, $"|x − 0.3| + {height} is lowest at 0.3, however high it lies");
        }
    }

    [Fact]
    public void GoldenSection_goes_on_when_both_probes_are_as_high()
    {
        // On an interval that is symmetric about the lowest point the first two values are equal: it lies between them.
        Near(GoldenSection(Math.Abs, -1, 1, 1e-6), 0, 1e-6, "|x| on [−1, 1] is lowest at 0");
        Near(GoldenSection(x => x * x, -8, 8, 1e-6), 0, 1e-6, "x² on [−8, 8] is lowest at 0");
        Near(GoldenSection(Math.Cosh, -3, 3, 1e-6), 0, 1e-6, "cosh on [−3, 3] is lowest at 0");
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e-3)]
    [InlineData(1e6)]
    [InlineData(1e150)]
    [InlineData(5e307)]
    public void GoldenSection_works_at_every_scale(double scale)
    {
        var result = GoldenSection(x => Math.Abs((x / scale) - 0.3), -scale, 2 * scale, scale * 1e-6);
        Close.To(result.X / scale, 0.3, $"On [−s, 2s] with s = {scale}, X / s", new Tolerance(1e-6, 0));
    }

    [Fact]
    public void GoldenSection_of_a_point_is_that_point()
    {
        var result = GoldenSection(Parabola, 2, 2, 1e-6);
        Close.To(result.X, 2, "On [2, 2] there is one point; X", Exact);
        Close.To(result.Value, 22, "3·2² + 10 = 22; Value", Exact);
    }

    [Fact]
    public void GoldenSection_takes_infinity_for_a_high_value()
    {
        // 1/x + x is infinite at 0 and lowest at 1, where it is 2.
        var result = GoldenSection(x => (1 / x) + x, 0, 5, 1e-6);
        Near(result, 1, 1e-6, "1/x + x, which is infinite at 0, is lowest at 1");
        Close.To(GoldenSection(Math.Log, 0, 5, 1e-6).Value, double.NegativeInfinity, "ln is −∞ at 0; Value", Exact);
    }

    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-4)]
    [InlineData(1e-8)]
    [InlineData(1e-13)]
    public void GoldenSection_calls_the_function_no_more_than_the_theory_needs(double tolerance)
    {
        // Each test has this budget; here are the cases where a search goes left only, right only, and to and fro.
        GoldenSection(x => x, 0, 1, tolerance);
        GoldenSection(x => -x, 0, 1, tolerance);
        GoldenSection(x => Math.Abs(x - 0.6), 0, 1, tolerance);
        GoldenSection(x => Math.Abs(x - 0.01), 0, 1, tolerance);
        GoldenSection(x => Math.Abs(x - 5), -100, 100, tolerance);
    }

    [Fact]
    public void GoldenSection_calls_the_function_a_few_times_when_the_interval_is_within_the_tolerance()
    {
        foreach (var tolerance in new[] { 2.0, 100, 1e300 })
        {
            GoldenSection(x => Math.Abs(x - 0.6), 0, 2, tolerance);
        }
    }

    [Theory]
    [InlineData(2.0, 0, 3)]
    [InlineData(1.0 / 3, 0, 1)]
    [InlineData(-1e6, -1000001, -999999)]
    [InlineData(12345.678, 12345, 12346)]
    [InlineData(1e-3, -1, 1)]
    public void GoldenSection_ends_when_the_tolerance_is_finer_than_doubles(double lowest, double a, double b)
    {
        // Neighbours of 2.0 are 4.4e-16 apart: no bracket around it ever becomes as short as 1e-17, and none as short as double.Epsilon.
        var near = 16 * (Math.BitIncrement(Math.Abs(lowest)) - Math.Abs(lowest));
        foreach (var tolerance in new[] { Math.Abs(lowest) * 1e-17, 1e-200, double.Epsilon })
        {
            Near(
                GoldenSection(x => Math.Abs(x - lowest), a, b, tolerance),
                lowest,
                near,
                $"With tolerance {tolerance} the search ends as near to {lowest} as doubles allow");
        }
    }

    [Fact]
    public void GoldenSection_works_between_neighbouring_doubles()
    {
        var next = Math.BitIncrement(1.0);
        Close.To(GoldenSection(x => x, 1, next, 1e-30).X, 1, "Between two neighbouring doubles there is no third; X", Exact);
        Close.To(GoldenSection(x => -x, 1, next, 1e-30).X, next, "Between two neighbouring doubles there is no third; X", Exact);
        Close.To(GoldenSection(x => x, 1, Math.BitIncrement(next), 1e-30).X, 1, "Among three neighbouring doubles; X", Exact);
    }
}
