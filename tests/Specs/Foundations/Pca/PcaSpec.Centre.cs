using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Centring: each feature's own mean.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void Centre_takes_each_features_mean_off_that_feature()
    {
        // Means 3, −10 and 200: features of quite different size, and neither the rows nor the whole have a mean of that kind.
        var x = Rows(new double[,] { { 1, -10, 100 }, { 2, -13, 300 }, { 6, -7, 200 } });
        Close.To(
            Centre(x),
            Rows(new double[,] { { -2, 0, -100 }, { -1, -3, 100 }, { 3, 3, 0 } }),
            "each column must lose its own mean");
    }

    [Fact]
    public void Centre_keeps_the_shape_of_wide_and_of_tall_data()
    {
        Close.To(
            Centre(Rows(new double[,] { { 1, 2, 3, 4 }, { 3, 6, -1, 4 } })),
            Rows(new double[,] { { -1, -2, 2, 0 }, { 1, 2, -2, 0 } }),
            "two samples of four features stay two rows");
        Close.To(
            Centre(Rows(new double[,] { { 5 }, { 1 }, { 0 } })),
            Rows(new double[,] { { 3 }, { -1 }, { -2 } }),
            "three samples of one feature stay three rows");
    }

    [Fact]
    public void Centre_of_one_sample_is_zero()
        => Close.To(Centre(Rows(new double[,] { { 3, -4, 1e6 } })), Matrix<double>.Build.Dense(1, 3), "one sample is its own mean");

    [Fact]
    public void Centre_leaves_columns_that_sum_to_zero()
        => Property.Holds(
            "the columns of centred data sum to 0",
            seed: 101,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample => Near(Centre(sample.X).ColumnSums(), new double[sample.Features], "every column sum must be 0", new Tolerance(1e-10, 0)),
            sample => sample.Simpler());

    [Fact]
    public void Centre_does_not_see_where_the_data_lie()
        => Property.Holds(
            "moving all samples by one vector changes their mean, and nothing else",
            seed: 102,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var offset = Vector<double>.Build.Dense(sample.Features, j => (j % 2 == 0 ? 1000 : -700) * (j + 1));
                Close.To(Centre(PcaSamples.Shifted(sample.X, offset)), Centre(sample.X), "centred data must not depend on the origin");
            },
            sample => sample.Simpler());
}
