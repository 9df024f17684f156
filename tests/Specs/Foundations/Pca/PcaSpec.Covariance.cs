using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>The sample covariance: its entries, its divisor, its shape, and how it behaves far from the origin.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void Covariance_of_a_cross_is_as_worked_by_hand()
        => Close.To(
            Covariance(PcaSamples.Cross),
            PcaSamples.CrossCovariance,
            "five points about (10, −20): products of deviations, summed over the samples, divided by 4");

    [Fact]
    public void Covariance_of_a_box_is_as_worked_by_hand()
        => Close.To(
            Covariance(PcaSamples.Box),
            PcaSamples.BoxCovariance,
            "seven points about (100, −50, 7): products of deviations, summed over the samples, divided by 6");

    [Fact]
    public void Covariance_divides_by_one_less_than_the_samples()
    {
        // Deviations ∓1, 0 and ±2: sums of products 2, 0, −4, 8. With two samples the divisor is 1.
        var x = Rows(new double[,] { { 1, 5, 3 }, { 3, 5, -1 } });
        Close.To(
            Covariance(x),
            Rows(new double[,] { { 2, 0, -4 }, { 0, 0, 0 }, { -4, 0, 8 } }),
            "an unbiased covariance divides by samples − 1");
    }

    [Fact]
    public void Covariance_has_one_row_and_one_column_for_each_feature()
    {
        // As many samples as features hides a product over the wrong axis; here it cannot hide.
        foreach (var (samples, features) in new[] { (2, 5), (5, 2), (4, 1), (3, 3) })
        {
            var x = Matrix<double>.Build.Dense(samples, features, (i, j) => (((3 * i) + j) * (i + 1)) % 7);
            HasShape(Covariance(x), features, features, $"the covariance of {samples} samples of {features} features");
        }
    }

    [Fact]
    public void Covariance_of_square_data_sums_over_the_samples()
    {
        // Column means 2, 3, 4; deviations (−1, 0, 1), (2, −3, 1), (0, 0, 0): sums of products 2, −1, 0, 14. Sums over the features, or the
        // product of the data with itself, have the same shape and other entries.
        var x = Rows(new double[,] { { 1, 5, 4 }, { 2, 0, 4 }, { 3, 4, 4 } });
        Close.To(
            Covariance(x),
            Rows(new[,] { { 1, -0.5, 0 }, { -0.5, 7, 0 }, { 0, 0, 0 } }),
            "an entry is a sum over the samples of a product of two features");
    }

    [Fact]
    public void Covariance_entries_are_those_of_two_features_alone()
        => Property.Holds(
            "entry [a, b] is the covariance of feature a and feature b, whatever the other features are",
            seed: 103,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var x = sample.X;
                var expected = Matrix<double>.Build.Dense(
                    sample.Features, sample.Features, (a, b) => Statistics.Covariance(x.Column(a), x.Column(b)));
                Close.To(Covariance(x), expected, "each entry must be the sample covariance of its two features");
            },
            sample => sample.Simpler());

    [Fact]
    public void Covariance_is_symmetric()
        => Property.Holds(
            "the covariance of a with b is that of b with a",
            seed: 104,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var covariance = Covariance(sample.X);
                Close.To(covariance, covariance.Transpose(), "the covariance must equal its transpose", new Tolerance(1e-12, 1e-12));
            },
            sample => sample.Simpler());

    [Theory]
    [InlineData(1e6)]
    [InlineData(-1e6)]
    public void Covariance_keeps_its_digits_far_from_the_origin(double offset)
    {
        // Tenths have no exact binary fraction, so that no sum is exact by luck. At a million they are rounded to 1e-10, which moves the
        // covariance by less than that. E[x²] − E[x]² would subtract numbers of 1e12, of which only four digits stand behind the point.
        var x = PcaSamples.Shifted(PcaSamples.Box / 10, Entries(offset, -offset, offset / 2));
        Close.To(
            Covariance(x),
            PcaSamples.BoxCovariance / 100,
            $"data moved by {Show(offset)} must have the same covariance",
            new Tolerance(1e-8, 0));
    }

    [Fact]
    public void Covariance_grows_with_the_square_of_the_data()
    {
        foreach (var factor in new[] { 1e-9, -1, 1e3, 1e9 })
        {
            Close.To(
                Covariance(PcaSamples.Box * factor) / (factor * factor),
                PcaSamples.BoxCovariance,
                $"data multiplied by {Show(factor)} must have the covariance multiplied by its square (no feature is standardised)");
        }
    }

    [Fact]
    public void Covariance_ignores_the_order_of_the_samples()
    {
        var reversed = Matrix<double>.Build.DenseOfRowVectors(PcaSamples.Box.EnumerateRows().Reverse());
        Close.To(Covariance(reversed), PcaSamples.BoxCovariance, "the order of the samples must not matter");
    }

    [Fact]
    public void Covariance_of_samples_that_are_equal_is_zero()
        => Close.To(
            Covariance(Rows(new double[,] { { 7, -2 }, { 7, -2 }, { 7, -2 } })),
            Matrix<double>.Build.Dense(2, 2),
            "what does not vary has no variance");
}
