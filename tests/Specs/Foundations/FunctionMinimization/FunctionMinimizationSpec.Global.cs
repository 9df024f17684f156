using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Several valleys: the grid, the search around it, and what both together promise.</content>
public abstract partial class FunctionMinimizationSpec<TKata>
{
    [Fact]
    public void GlobalMinimum_finds_the_lower_of_two_valleys()
    {
        // The valleys of |x² − 4| + x/2 are kinks at −2 and 2, where it is −1 and 1.
        var result = GlobalMinimum(x => Math.Abs((x * x) - 4) + (x / 2), -5, 5, 21, 1e-7);
        Near(result, -2, 1e-7, "|x² − 4| + x/2 is lowest at −2");
        Near(GlobalMinimum(x => Math.Abs((x * x) - 4) - (x / 2), -5, 5, 21, 1e-7), 2, 1e-7, "|x² − 4| − x/2 is lowest at 2");
    }

    [Theory]
    [InlineData(8.5)]
    [InlineData(9.2)]
    [InlineData(7.1)]
    public void GlobalMinimum_is_not_drawn_into_the_nearer_valley(double deeper)
    {
        // The cone at 3 is wide in view from the middle; the other is deeper by a half. Then the same from the other side.
        double Cones(double x) => Math.Min(Math.Abs(x - 3), Math.Abs(x - deeper) - 0.5);
        Near(GlobalMinimum(Cones, 0, 10, 21, 1e-7), deeper, 1e-7, $"The cone at {deeper} is deeper than the one at 3");
        Near(
            GlobalMinimum(x => Cones(10 - x), 0, 10, 21, 1e-7),
            10 - deeper,
            1e-7,
            $"The cone at {10 - deeper} is deeper than the one at 7");
    }

    [Fact]
    public void GlobalMinimum_finds_the_lowest_of_many_valleys()
    {
        // sin x + sin(10x/3) on [2.7, 7.5]: cos x + 10/3·cos(10x/3) = 0 at 5.145735…, where it is −1.899599…
        var result = GlobalMinimum(x => Math.Sin(x) + Math.Sin(10 * x / 3), 2.7, 7.5, 30, 1e-7);
        Near(result, 5.145735, 1e-6, "sin x + sin(10x/3) on [2.7, 7.5] is lowest at 5.145735");
        Close.To(result.Value, -1.899599, "Value there", new Tolerance(1e-6, 0));
    }

    [Fact]
    public void GlobalMinimum_searches_every_valley_of_the_grid()
    {
        // Grid points are the whole numbers. The cone at 2 has one on its tip, at 0; that at 7.5 reaches down to −0.4 between two that
        // are at 0.1.
        double TwoCones(double x) => Math.Min(Math.Abs(x - 2), Math.Abs(x - 7.5) - 0.4);
        Near(GlobalMinimum(TwoCones, 0, 10, 11, 1e-7), 7.5, 1e-7, "The lowest sample lies in one valley, the lowest point in another");
        Near(
            GlobalMinimum(x => TwoCones(10 - x), 0, 10, 11, 1e-7),
            2.5,
            1e-7,
            "The lowest sample lies in one valley, the lowest point in another");
    }

    [Fact]
    public void GlobalMinimum_finds_the_lowest_of_several_cones()
        => Property.Holds(
            "GlobalMinimum finds the tip of the lowest of several cones",
            seed: 704,
            from heights in Gen.Choose(0, 8).ArrayOf(5)
            from shifts in Gen.Choose(-40, 40).ArrayOf(5)
            from samples in Gen.Choose(61, 120)
            where heights.Count(height => height == heights.Min()) == 1
            select (
                Heights: heights.Select(height => height / 8.0).ToArray(),
                Tips: shifts.Select((shift, i) => (6.0 * i) + 3 + (shift / 50.0)).ToArray(),
                Samples: samples),
            sample => $"cones with tips at {string.Join(", ", sample.Tips)}, as high as {string.Join(", ", sample.Heights)}, "
                + $"on [0, 30] with {sample.Samples} samples",
            sample =>
            {
                // Tips lie 4.4 apart at least and differ by 1 at most, so that each cone reaches 1.7 to either side: over three
                // distances of the grid.
                double Cones(double x) => sample.Tips.Zip(sample.Heights, (tip, height) => Math.Abs(x - tip) + height).Min();
                var lowest = sample.Tips[Array.IndexOf(sample.Heights, sample.Heights.Min())];
                Near(GlobalMinimum(Cones, 0, 30, sample.Samples, 1e-6), lowest, 1e-6, "The tip of the lowest cone");
            },
            cases: 60);

    [Fact]
    public void GlobalMinimum_refines_between_the_samples()
    {
        // No grid point is nearer to 1/3 than 0.083.
        Near(
            GlobalMinimum(x => Math.Abs(x - (1.0 / 3)), 0, 1, 5, 1e-9),
            1.0 / 3,
            1e-9,
            "One valley, five samples, and a tolerance far below their distance");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void GlobalMinimum_searches_on_both_sides_of_a_sample(int samples)
    {
        // Left and right of a grid point, and beside each end, where there is one neighbour only.
        foreach (var lowest in new[] { 0.02, 0.2, 0.45, 0.55, 0.8, 0.98 })
        {
            Near(
                GlobalMinimum(x => Math.Abs(x - lowest), 0, 1, samples, 1e-8),
                lowest,
                1e-8,
                $"|x − {lowest}| on [0, 1] with {samples} samples is one valley");
        }
    }

    [Fact]
    public void GlobalMinimum_of_the_parabola_is_found_within_and_at_the_ends()
    {
        Near(GlobalMinimum(Parabola, -2, 4, 10, 1e-6), 0, 1e-6, "3x² + 10 on [−2, 4] is lowest at 0");
        Close.To(GlobalMinimum(Parabola, 1, 3, 10, 1e-6).X, 1, "3x² + 10 on [1, 3] is lowest at 1, exactly; X", Exact);
        Close.To(GlobalMinimum(Parabola, -3, -1, 10, 1e-6).X, -1, "3x² + 10 on [−3, −1] is lowest at −1, exactly; X", Exact);
        Close.To(GlobalMinimum(x => -x * x, -1, 2, 10, 1e-6).X, 2, "−x² on [−1, 2] is lowest at 2, exactly; X", Exact);
    }

    [Theory]
    [InlineData(0, 1, 11)]
    [InlineData(-1, 1, 21)]
    [InlineData(1, 2, 11)]
    [InlineData(2.7, 7.5, 50)]
    [InlineData(0, 0.9, 10)]
    [InlineData(-7, 3, 2)]
    public void GlobalMinimum_samples_both_ends_and_equal_distances(double a, double b, int samples)
    {
        // Tenths do not add up to 1, so that a grid that is made by adding misses an end or goes beyond it.
        GlobalMinimum(x => Math.Sin(5 * x), a, b, samples, (b - a) / 10, out var probed);
        for (var i = 0; i < samples; i++)
        {
            var wanted = GridPoint(a, b, samples, i);
            var nearest = probed.Calls.Select(call => call.X).MinBy(x => Math.Abs(x - wanted));
            Close.To(
                nearest,
                wanted,
                $"Of the points tried, the one nearest to grid point {i} of {samples}",
                i == 0 || i == samples - 1 ? Exact : null);
        }
    }

    [Fact]
    public void GlobalMinimum_sees_what_only_the_last_sample_shows()
    {
        foreach (var samples in new[] { 2, 4, 7, 11 })
        {
            Close.To(
                GlobalMinimum(x => x == 0.9 ? -1 : x, 0.2, 0.9, samples, 1e-3).Value, -1, "A dip at the right end itself; Value", Exact);
            Close.To(
                GlobalMinimum(x => x == 0.2 ? -1 : -x / 9, 0.2, 0.9, samples, 1e-3).Value,
                -1,
                "A dip at the left end itself; Value",
                Exact);
        }
    }

    [Fact]
    public void GlobalMinimum_is_never_worse_than_the_grid()
        => Property.Holds(
            "No grid point lies lower than the result, however wild the function is",
            seed: 705,
            from frequency in Gen.Choose(1, 4000)
            from samples in Gen.Choose(2, 40)
            select (Frequency: frequency / 7.0, Samples: samples),
            sample => $"sin({sample.Frequency}·x²) + x/5 on [−2, 3] with {sample.Samples} samples",
            sample =>
            {
                double Wild(double x) => Math.Sin(sample.Frequency * x * x) + (x / 5);
                var result = GlobalMinimum(Wild, -2, 3, sample.Samples, 1e-4);
                var best = Enumerable.Range(0, sample.Samples).Min(i => Wild(GridPoint(-2, 3, sample.Samples, i)));
                Close.To(
                    Math.Max(result.Value - best, 0),
                    0,
                    "The result may lie below the best grid point, never above it; how far above",
                    new Tolerance(1e-9, 0));
            });

    [Theory]
    [InlineData(5.0)]
    [InlineData(0.0)]
    [InlineData(-5.0)]
    [InlineData(double.MaxValue)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void GlobalMinimum_of_a_constant_is_that_constant(double constant)
        => Close.To(
            GlobalMinimum(_ => constant, 2, 3, 6, 1e-2).Value,
            constant,
            "Where all points are as high as each other, any will do; Value",
            Exact);

    [Theory]
    [InlineData(100)]
    [InlineData(-100)]
    public void GlobalMinimum_does_not_depend_on_the_sign_of_the_values(double height)
    {
        // On an interval without 0, so that neither a point nor a value that begins at 0 can pass.
        var result = GlobalMinimum(x => Math.Abs(x - 4.3) + height, 2, 9, 8, 1e-7);
        Near(result, 4.3, 1e-7, $"|x − 4.3| + {height} on [2, 9] is lowest at 4.3");
        Close.To(result.Value, height, "Value there", new Tolerance(1e-6, 0));
    }

    [Fact]
    public void GlobalMinimum_searches_flat_valleys_too()
    {
        // Equal samples at 3 and 4 on either side of the tip at 3.5: each is no higher than its neighbours.
        Near(GlobalMinimum(x => Math.Abs(x - 3.5), 0, 7, 8, 1e-7), 3.5, 1e-7, "Two equal samples with the lowest point between them");
        Close.To(
            GlobalMinimum(x => Math.Floor(Math.Abs(x - 3.2)), 0, 7, 8, 1e-3).Value, 0, "A staircase, flat at every step; Value", Exact);
    }

    [Fact]
    public void GlobalMinimum_takes_infinity_for_a_high_value()
    {
        var result = GlobalMinimum(x => x < 3 ? double.PositiveInfinity : x, 0, 7, 8, 1e-6);
        Near(result, 3, 1e-6, "What is infinite below 3, and x from there on, is lowest at 3");
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e6)]
    [InlineData(5e307)]
    public void GlobalMinimum_works_at_every_scale(double scale)
    {
        var result = GlobalMinimum(x => Math.Abs((x / scale) - 0.3), -scale, 2 * scale, 20, scale * 1e-6);
        Close.To(result.X / scale, 0.3, $"On [−s, 2s] with s = {scale}, X / s", new Tolerance(1e-6, 0));
    }

    [Fact]
    public void GlobalMinimum_of_a_point_is_that_point()
    {
        var result = GlobalMinimum(Parabola, 2, 2, 5, 1e-6);
        Close.To(result.X, 2, "On [2, 2] there is one point; X", Exact);
        Close.To(result.Value, 22, "3·2² + 10 = 22; Value", Exact);
    }

    [Fact]
    public void GlobalMinimum_calls_the_function_no_more_than_promised()
    {
        // Each test has this budget; here are one valley among many samples, and a valley at every other sample.
        GlobalMinimum(x => Math.Abs(x - 0.3), 0, 1, 1000, 1e-9);
        GlobalMinimum(x => Math.Cos(Math.PI * x), 0, 20, 21, 1e-9);
        GlobalMinimum(x => x, 0, 1, 2, 1e-12);
    }

    [Fact]
    public void GlobalMinimum_ends_when_the_tolerance_is_finer_than_doubles()
        => Near(
            GlobalMinimum(x => Math.Abs(x - 2), 0, 3, 10, double.Epsilon),
            2,
            1e-14,
            "With a tolerance of double.Epsilon the search ends as near to 2 as doubles allow");

    [Fact]
    public void GlobalMinimum_works_on_an_interval_of_few_doubles()
    {
        var b = Math.BitIncrement(Math.BitIncrement(1.0));
        Close.To(GlobalMinimum(x => -x, 1, b, 10, 1e-30).X, b, "Three doubles, ten samples; X", Exact);
    }
}
