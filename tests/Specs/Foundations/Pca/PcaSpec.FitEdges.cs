using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Fitting where it is hard: too few samples, constant and repeated features, equal variances, other units, far away.</content>
public abstract partial class PcaSpec<TKata>
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 5)]
    [InlineData(4, 3)]
    [InlineData(4, 5)]
    public void Fit_works_with_fewer_samples_than_features(int samples, int components)
    {
        // So many samples span one direction less than there are; the axes beyond have variance 0 and are axes all the same.
        double[] variances = [16, 9, 4, 0, 0];
        Array.Clear(variances, samples - 1, variances.Length - samples + 1);
        var axes = PcaSamples.Reflections(5, [1, -1, 2, 0, 3], [2, 1, 1, -2, 1]);
        var x = PcaSamples.Data(samples, Entries(3, -1, 4, 1, -5), axes, variances);
        FitsSpectrum(x, PcaSamples.CovarianceOf(axes, variances), variances, components);
    }

    [Fact]
    public void Fit_of_a_constant_feature_leaves_that_feature_out()
    {
        var x = PcaSamples.Cross.InsertColumn(1, Vector<double>.Build.Dense(5, 7));
        var model = Fit(x, 3);
        Near(model.Mean, Entries(10, 7, -20), "the constant is its own mean");
        Near(model.Variances, Entries(50, 12.5, 0), "the constant feature has no variance", Converged(50));
        AreUpToSign(
            model.Axes,
            Rows(new[,] { { 0.6, 0, 0.8 }, { -0.8, 0, 0.6 }, { 0, 1, 0 } }),
            "the cross with a constant feature between its two");
    }

    [Fact]
    public void Fit_of_repeated_and_dependent_features_stays_orthonormal()
    {
        // The second feature twice, and the sum of both: rank 2 of 4.
        var cross = PcaSamples.Cross;
        var x = Matrix<double>.Build.DenseOfColumnVectors(cross.Column(0), cross.Column(1), cross.Column(1), cross.Column(0) + cross.Column(1));
        var covariance = PcaOracle.Covariance(x);
        FitsSpectrum(x, covariance, [.. PcaOracle.Decompose(covariance).Variances.Select(variance => Math.Max(variance, 0))], 4);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void Fit_of_data_that_do_not_vary_has_no_variance_to_share(int features, int components)
    {
        var x = Matrix<double>.Build.Dense(3, features, (_, j) => 4 - (2 * j));
        var model = Fit(x, components);
        IsOrthonormal(model.Axes);
        Near(model.Mean, Vector<double>.Build.Dense(features, j => 4 - (2 * j)), "the constants are their own means");
        Near(model.Variances, new double[components], "what does not vary has variance 0", Exact);
        Near(model.ExplainedRatios, new double[components], "there is no variance to share, so each ratio is 0 (0/0 is NaN)", Exact);
    }

    [Fact]
    public void Fit_of_equal_variances_gives_any_orthonormal_axes_among_them()
    {
        var mirrors = new double[][] { [1, 2, -1, 3], [2, -1, 1, 1] };
        foreach (var variances in new double[][] { [4, 4, 4, 4], [9, 4, 4, 1], [9, 9, 1, 1], [9, 4, 4, 4] })
        {
            var axes = PcaSamples.Reflections(4, mirrors);
            var x = PcaSamples.Data(6, Entries(1, 2, 3, 4), axes, variances);
            for (var components = 1; components <= 4; components++)
            {
                FitsSpectrum(x, PcaSamples.CovarianceOf(axes, variances), variances, components);
            }
        }
    }

    [Fact]
    public void Fit_of_equal_variances_along_the_features_stays_orthonormal()
    {
        // S is diagonal: the features themselves are axes, and two of them are as good as any two at right angles.
        var x = Rows(new double[,] { { 3, 0, 0 }, { -3, 0, 0 }, { 0, 3, 0 }, { 0, -3, 0 }, { 0, 0, 1 }, { 0, 0, -1 } });
        FitsSpectrum(x, PcaOracle.Covariance(x), [3.6, 3.6, 0.4], 3);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(-1e6)]
    public void Fit_does_not_see_where_the_data_lie(double offset)
    {
        // Tenths have no exact binary fraction, so that no sum of squares is exact by luck.
        var model = Fit(PcaSamples.Shifted(PcaSamples.Box / 10, Entries(offset, -offset, offset / 2)), 3);
        Near(model.Mean, Entries(10 + offset, -5 - offset, 0.7 + (offset / 2)), "the mean moves with the data");
        Near(model.Variances, PcaSamples.BoxVariances / 100, $"data moved by {Show(offset)} vary as before", Converged(1.47));
        AreUpToSign(model.Axes, PcaSamples.BoxAxes, $"the box moved by {Show(offset)}");
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    [InlineData(-1)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void Fit_does_not_depend_on_the_unit(double factor)
    {
        var model = Fit(PcaSamples.Box * factor, 3);
        var square = factor * factor;
        Near(model.Variances, PcaSamples.BoxVariances * square, "variances go with the square of the unit", Converged(147 * square));
        Near(model.ExplainedRatios, Entries(9 / 14.0, 4 / 14.0, 1 / 14.0), "shares do not depend on the unit", Converged(1));
        AreUpToSign(model.Axes, PcaSamples.BoxAxes, $"the box times {Show(factor)}");
    }

    [Fact]
    public void Fit_does_not_depend_on_the_start_of_the_iteration()
    {
        // Every sample has the same sum, so (1, 1, 1) is an axis of variance 0. The other axes are across it, and across each other:
        // (1, −1, 0) with 2·10²·2/4 = 100, (1, 1, −2) with 2·3²·6/4 = 27.
        var shares = Rows(new double[,] { { 30, 10, 20 }, { 10, 30, 20 }, { 23, 23, 14 }, { 17, 17, 26 }, { 20, 20, 20 } });
        var model = Fit(shares, 3);
        Near(model.Variances, Entries(100, 27, 0), "shares of a whole vary across (1, 1, 1) only", Converged(100));
        IsOrthonormal(model.Axes);
        AreUpToSign(
            model.Axes,
            Rows(new[,]
            {
                { Math.Sqrt(1 / 2.0), -Math.Sqrt(1 / 2.0), 0 },
                { Math.Sqrt(1 / 6.0), Math.Sqrt(1 / 6.0), -Math.Sqrt(4 / 6.0) },
                { Math.Sqrt(1 / 3.0), Math.Sqrt(1 / 3.0), Math.Sqrt(1 / 3.0) },
            }),
            "samples that each sum to 60");
    }

    [Fact]
    public void Fit_finds_uncorrelated_features_one_by_one()
    {
        // Every feature is an axis here, so an iteration that starts at a feature never leaves it. Variances 3.2, 20 and 7.2.
        var x = Rows(new double[,]
        {
            { 2, 0, 0 }, { -2, 0, 0 }, { 2, 0, 0 }, { -2, 0, 0 }, { 0, 7, 0 }, { 0, -7, 0 }, { 0, 1, 0 }, { 0, -1, 0 }, { 0, 0, 5 }, { 0, 0, -5 },
            { 0, 0, 0 },
        });
        var model = Fit(x, 3);
        Near(model.Variances, Entries(10, 5, 1.6), "uncorrelated features, that of largest variance first", Converged(10));
        AreUpToSign(model.Axes, Rows(new double[,] { { 0, 1, 0 }, { 0, 0, 1 }, { 1, 0, 0 } }), "uncorrelated features");
    }

    [Fact]
    public void Fit_converges_for_every_component()
    {
        // Each variance is 1 % below the last: as near as the contract asks, for each component in turn.
        double[] variances = [100, 99, 98.01, 50, 49.5];
        var axes = PcaSamples.Reflections(5, [1, 3, -2, 1, 2], [2, 1, -1, -3, 1]);
        var x = PcaSamples.Data(9, Entries(1, 0, -1, 2, 5), axes, variances);
        FitsSpectrum(x, PcaSamples.CovarianceOf(axes, variances), variances, 5);
    }

    [Fact]
    public void Fit_keeps_the_small_variances_beside_a_large_one()
    {
        // Along the first axis the data vary ten million times as much as along the last.
        double[] variances = [1e4, 1, 1e-3];
        var axes = PcaSamples.Reflections(3, [1, 2, -2]);
        var x = PcaSamples.Data(8, Entries(0, 0, 0), axes, variances);
        FitsSpectrum(x, PcaSamples.CovarianceOf(axes, variances), variances, 3);
    }

    [Fact]
    public void Fit_of_one_feature_is_its_mean_and_variance()
    {
        var model = Fit(Rows(new double[,] { { 1 }, { 4 }, { 1 } }), 1);
        Near(model.Mean, Entries(2), "one feature's mean");
        Near(model.Variances, Entries(3), "one feature's variance", Converged(3));
        Near(model.ExplainedRatios, Entries(1), "which is all the variance there is", Converged(1));
        Close.To(Math.Abs(model.Axes[0, 0]), 1, "along the one axis there is, up to sign", Orthonormal);
    }

    [Fact]
    public void Fit_of_many_features_finds_the_first_few()
    {
        var mirrors = Enumerable.Range(1, 2).Select(k => Enumerable.Range(0, 24).Select(j => Math.Sin(k * (j + 0.5))).ToArray()).ToArray();
        var axes = PcaSamples.Reflections(24, mirrors);
        double[] variances = [.. Enumerable.Range(0, 24).Select(i => i < 12 ? 8 * Math.Pow(0.7, i) : 0)];
        var x = PcaSamples.Data(13, Vector<double>.Build.Dense(24, j => j), axes, variances);
        FitsSpectrum(x, PcaSamples.CovarianceOf(axes, variances), variances, 6);
    }

    /// <summary>Requires the variances, the eigenvalue equation and right angles.</summary>
    private static void FitsSpectrum(Matrix<double> x, Matrix<double> covariance, double[] variances, int components)
    {
        var model = Fit(x, components);
        IsOrthonormal(model.Axes);
        Near(
            model.Variances,
            variances[..components],
            $"the {components} largest variances of {x.RowCount} samples of {x.ColumnCount} features, in descending order",
            Converged(variances[0]));
        Close.To(Math.Min(model.Variances.Minimum(), 0), 0, "no variance may be negative, not even by rounding", Exact);
        for (var i = 0; i < components; i++)
        {
            IsEigenpair(covariance, model.Axes.Row(i), model.Variances[i], variances[0], $"row {i} of the axes");
        }
    }
}
