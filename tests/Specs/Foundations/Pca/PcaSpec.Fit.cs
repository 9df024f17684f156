using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Fitting k components: mean, axes, variances and shares, one property a test.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void Fit_of_a_cross_is_as_worked_by_hand()
    {
        var model = Fit(PcaSamples.Cross, 2);
        Near(model.Mean, Entries(10, -20), "the mean of the cross");
        Near(model.Variances, Entries(50, 12.5), "the variances of the cross along its axes", Converged(50));
        Near(model.ExplainedRatios, Entries(0.8, 0.2), "50 and 12.5 as shares of 62.5", Converged(1));
        AreUpToSign(model.Axes, PcaSamples.CrossAxes, "the cross");
    }

    [Fact]
    public void Fit_of_a_box_is_as_worked_by_hand()
    {
        var model = Fit(PcaSamples.Box, 3);
        Near(model.Mean, Entries(100, -50, 7), "the mean of the box");
        Near(model.Variances, PcaSamples.BoxVariances, "the variances of the box along its axes", Converged(147));
        AreUpToSign(model.Axes, PcaSamples.BoxAxes, "the box");
    }

    [Fact]
    public void Fit_mean_is_that_of_each_feature()
        => Fits(201, (sample, model) => Near(model.Mean, sample.Offsets, "the mean must be that of each feature"));

    [Fact]
    public void Fit_axes_solve_the_eigenvalue_equation()
        => Fits(202, (sample, model) =>
        {
            for (var i = 0; i < sample.Components; i++)
            {
                IsEigenpair(sample.Covariance, model.Axes.Row(i), model.Variances[i], sample.Spectrum[0], $"row {i} of the axes");
            }
        });

    [Fact]
    public void Fit_axes_are_orthonormal() => Fits(203, (_, model) => IsOrthonormal(model.Axes));

    [Fact]
    public void Fit_variances_are_the_largest_in_descending_order()
        => Fits(204, (sample, model) =>
        {
            Near(
                model.Variances,
                sample.Spectrum[..sample.Components],
                "the variances must be the largest eigenvalues of the covariance, in descending order",
                Converged(sample.Spectrum[0]));
            Close.To(Math.Min(model.Variances.Minimum(), 0), 0, "no variance may be negative, not even by rounding", Exact);
        });

    [Fact]
    public void Fit_ratios_are_shares_of_the_whole_variance()
        => Fits(205, (sample, model) => Near(
            model.ExplainedRatios,
            sample.Spectrum[..sample.Components].Select(variance => variance / sample.Spectrum.Sum()),
            "a ratio is the variance of one component over that of all features, dropped components included",
            Converged(1)));

    [Fact]
    public void Fit_agrees_with_the_library_up_to_sign_and_basis()
        => Fits(206, (sample, model) =>
        {
            // A single axis has two signs, and a repeated variance many bases; the projection on the space of the first axes has one value.
            var (variances, axes) = PcaOracle.Decompose(PcaOracle.Covariance(sample.X));
            for (var count = 1; count <= sample.Components; count++)
            {
                var gap = count == sample.Features ? variances[0] : variances[count - 1] - variances[count];
                if (gap < 1e-3 * variances[0])
                {
                    continue;
                }

                Close.To(
                    PcaOracle.Projection(model.Axes, count),
                    PcaOracle.Projection(axes, count),
                    $"the first {count} axes must span what the library's first {count} eigenvectors span",
                    Converged(variances[0] / gap));
            }
        });

    [Fact]
    public void Fit_leaves_out_the_dropped_variances_and_no_more()
        => Fits(207, (sample, model) =>
        {
            // Projected with plain sums, not with the answer's own Transform: what is left of each sample is its distance from the space of the axes.
            var centred = PcaSamples.Shifted(sample.X, -Entries(sample.Offsets));
            var left = centred - (centred * PcaOracle.Projection(model.Axes, sample.Components));
            Close.To(
                left.PointwisePower(2).RowSums().Sum(),
                (sample.Samples - 1) * sample.Spectrum[sample.Components..].Sum(),
                "the squared distances of the samples from the space of the axes must sum to (samples − 1) times the dropped variances",
                Converged(10 * sample.Samples * sample.Spectrum[0]));
        });

    [Fact]
    public void Fit_of_fewer_components_is_the_beginning_of_a_fit_of_more()
    {
        var all = Fit(PcaSamples.Box, 3);
        foreach (var components in new[] { 1, 2 })
        {
            var few = Fit(PcaSamples.Box, components);
            var first = all.Axes.SubMatrix(0, components, 0, 3);
            AreUpToSign(few.Axes, first, $"the box, {components} of 3 components");
            Near(few.Variances, all.Variances.SubVector(0, components), "the variances do not depend on how many are kept", Converged(147));
            Near(few.ExplainedRatios, all.ExplainedRatios.SubVector(0, components), "nor do the shares", Converged(1));
        }
    }

    [Fact]
    public void Fit_ignores_the_order_of_the_samples()
    {
        var reversed = Matrix<double>.Build.DenseOfRowVectors(PcaSamples.Box.EnumerateRows().Reverse());
        AreUpToSign(Fit(reversed, 3).Axes, PcaSamples.BoxAxes, "the box with its samples in another order");
    }

    [Fact]
    public void Fit_turns_with_the_data()
    {
        // Turned data have turned axes: nothing may hang on the features' own directions (signs, largest entries, standardised columns).
        foreach (var mirror in new double[][] { [1, 2, 3], [-2, 0, 1], [1, 1, 1] })
        {
            var turn = PcaSamples.Reflections(3, mirror);
            AreUpToSign(Fit(PcaSamples.Box * turn, 3).Axes, PcaSamples.BoxAxes * turn, $"the box mirrored across {Show(Entries(mirror))}");
        }
    }

    /// <summary>Fits generated data and checks one property of the model.</summary>
    private static void Fits(ulong seed, Action<PcaCase, PcaModel> check)
        => Property.Holds(
            "a fit has the properties of its eigenvectors",
            seed,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample => check(sample, Fit(sample.X, sample.Components)),
            sample => sample.Simpler());

    private static void AreUpToSign(Matrix<double> axes, Matrix<double> expected, string what)
    {
        for (var i = 0; i < expected.RowCount; i++)
        {
            var sign = axes.Row(i) * expected.Row(i) < 0 ? -1 : 1;
            Near(sign * axes.Row(i), expected.Row(i), $"row {i} of the axes of {what}, up to sign", new Tolerance(10 * Residual, 0));
        }
    }
}
