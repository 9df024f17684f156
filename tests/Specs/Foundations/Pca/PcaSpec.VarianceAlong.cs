using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>The variance along a direction: a Rayleigh quotient.</content>
public abstract partial class PcaSpec<TKata>
{
    [Theory]
    [InlineData(0.6, 0.8, 50)]
    [InlineData(-0.8, 0.6, 12.5)]
    [InlineData(1, 0, 26)]
    [InlineData(0, 1, 36.5)]
    public void VarianceAlong_directions_of_length_one_is_as_worked_by_hand(double first, double second, double variance)
        => Close.To(
            VarianceAlong(PcaSamples.CrossCovariance, Entries(first, second)),
            variance,
            $"the variance of the cross along ({Show(first)}, {Show(second)})");

    [Theory]
    [InlineData(1, 1, 49.25)] // (26 + 2·18 + 36.5) / 2
    [InlineData(1, -1, 13.25)] // (26 − 2·18 + 36.5) / 2
    [InlineData(6, 8, 50)]
    [InlineData(-3, 1, 16.25)] // (9·26 − 2·3·18 + 36.5) / 10
    public void VarianceAlong_counts_where_a_direction_points_not_how_long_it_is(double first, double second, double variance)
        => Close.To(
            VarianceAlong(PcaSamples.CrossCovariance, Entries(first, second)),
            variance,
            $"the variance of the cross along ({Show(first)}, {Show(second)}), whose length is not 1");

    [Fact]
    public void VarianceAlong_is_the_variance_of_the_projections()
        => Property.Holds(
            "the variance along w is the sample variance of x·w / ‖w‖",
            seed: 105,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var direction = Vector<double>.Build.Dense(sample.Features, j => (j % 3) - 1.5);
                var projections = sample.X * direction / direction.L2Norm();
                Close.To(
                    VarianceAlong(sample.Covariance, direction),
                    projections.Variance(),
                    $"along {Show(direction)} the data must vary as their projections do");
            },
            sample => sample.Simpler());

    [Theory]
    [InlineData(1e-100)]
    [InlineData(1e-9)]
    [InlineData(-1)]
    [InlineData(1e9)]
    [InlineData(1e100)]
    public void VarianceAlong_is_the_same_for_every_length(double factor)
        => Close.To(
            VarianceAlong(PcaSamples.CrossCovariance, Entries(1, 1) * factor),
            49.25,
            $"(1, 1) times {Show(factor)} points along the same line as (1, 1)");

    [Fact]
    public void VarianceAlong_is_zero_across_all_the_data()
    {
        // All points lie on the line through (3, 4): 25·uuᵀ for u = (0.6, 0.8).
        var line = Rows(new double[,] { { 9, 12 }, { 12, 16 } });
        Close.To(VarianceAlong(line, Entries(-4, 3)), 0, "across a line the points on it do not vary");
        Close.To(VarianceAlong(line, Entries(3, 4)), 25, "along the line they do");
    }

    [Fact]
    public void VarianceAlong_of_one_feature_is_its_variance()
        => Close.To(VarianceAlong(Rows(new double[,] { { 6.25 } }), Entries(-2)), 6.25, "with one feature there is one direction");
}
