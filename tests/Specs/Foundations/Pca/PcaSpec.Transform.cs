using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Scores: about the model's mean, along the model's axes.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void Transform_is_as_worked_by_hand()
    {
        // (6, 7, 3) is (5, 5, 0) from the mean: 3 + 4 along the first axis, 0 along the second.
        var model = ModelOf(Entries(1, 2, 3), Rows(new[,] { { 0.6, 0.8, 0 }, { 0, 0, 1 } }));
        Close.To(
            Transform(model, Rows(new double[,] { { 6, 7, 3 }, { 1, 2, 3 }, { 2, 2, 5 }, { -3, 5, 3 } })),
            Rows(new[,] { { 7, 0 }, { 0, 0 }, { 0.6, 2 }, { 0, 0 } }),
            "a score is the dot product of (x − mean) with an axis");
    }

    [Fact]
    public void Transform_with_as_many_axes_as_features_takes_rows_for_axes()
    {
        // A square matrix of axes fits either way round; only its rows are the axes. Each axis away from the mean, and twice the last.
        var mean = Entries(100, -50, 7);
        var axes = PcaSamples.BoxAxes;
        var x = PcaSamples.Shifted(axes.Stack(axes.SubMatrix(2, 1, 0, 3) * 2), mean);
        Close.To(
            Transform(ModelOf(mean, axes), x),
            Rows(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 0, 0, 2 } }),
            "a sample one axis away from the mean scores 1 on that axis and 0 on the others");
    }

    [Fact]
    public void Transform_takes_the_models_mean_off_not_that_of_the_samples()
    {
        // One sample is its own mean: whoever takes that off gets 0.
        var model = ModelOf(Entries(10, -20), PcaSamples.CrossAxes);
        Close.To(Transform(model, Rows(new double[,] { { 16, -12 } })), Rows(new double[,] { { 10, 0 } }), "one sample, six and eight from the mean");
        Close.To(Transform(model, Rows(new double[,] { { 10, -20 } })), Rows(new double[,] { { 0, 0 } }), "the mean itself");
        Close.To(Transform(model, Rows(new double[,] { { 0, 0 } })), Rows(new double[,] { { 10, 20 } }), "the origin, which is not the mean");
    }

    [Fact]
    public void Transform_treats_each_sample_on_its_own()
        => Property.Holds(
            "the scores of a sample do not depend on the other samples",
            seed: 301,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var model = ModelOf(Entries(sample.Offsets) + 1, sample.Axes.SubMatrix(0, sample.Components, 0, sample.Features));
                var together = Transform(model, sample.X);
                for (var i = 0; i < sample.Samples; i++)
                {
                    Near(
                        together.Row(i),
                        Transform(model, sample.X.SubMatrix(i, 1, 0, sample.Features)).Row(0),
                        $"sample {i} must score the same alone as with the others");
                }
            },
            sample => sample.Simpler());

    [Fact]
    public void Transform_keeps_distances_when_no_component_is_dropped()
        => Property.Holds(
            "all axes together turn the data about their mean",
            seed: 302,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var scores = Transform(ModelOf(Entries(sample.Offsets), sample.Axes), sample.X);
                for (var i = 1; i < sample.Samples; i++)
                {
                    Close.To(
                        (scores.Row(i) - scores.Row(i - 1)).L2Norm(),
                        (sample.X.Row(i) - sample.X.Row(i - 1)).L2Norm(),
                        $"samples {i - 1} and {i} must lie as far apart as before (scores are not divided by their spread)");
                }
            },
            sample => sample.Simpler());

    [Fact]
    public void Transform_works_far_from_the_origin()
    {
        var model = ModelOf(Entries(1e6, -1e6), PcaSamples.CrossAxes);
        Close.To(
            Transform(model, Rows(new double[,] { { 1e6 + 3, -1e6 + 4 } })),
            Rows(new double[,] { { 5, 0 } }),
            "three and four from a mean a million away");
    }

    [Fact]
    public void Transform_of_the_fitted_data_gives_uncorrelated_scores_with_the_models_variances()
        => Property.Holds(
            "the covariance of the scores is diagonal and holds the variances of the model",
            seed: 303,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var model = Fit(sample.X, sample.Components);
                var scores = Transform(model, sample.X);
                Close.To(
                    PcaOracle.Covariance(scores),
                    Matrix<double>.Build.DiagonalOfDiagonalVector(model.Variances),
                    "scores of different components must not vary together, and each must vary as its component says",
                    Converged(10 * sample.Spectrum[0]));
            },
            sample => sample.Simpler());
}
