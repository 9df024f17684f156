using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Back from scores to points: exactly where nothing was dropped, by the dropped variances otherwise.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void InverseTransform_is_as_worked_by_hand()
    {
        // Seven along (0.6, 0.8, 0) is (4.2, 5.6, 0) from the mean.
        var model = ModelOf(Entries(1, 2, 3), Rows(new[,] { { 0.6, 0.8, 0 }, { 0, 0, 1 } }));
        Close.To(
            InverseTransform(model, Rows(new[,] { { 7, 0 }, { 0, 0 }, { 0.5, -2 } })),
            Rows(new[,] { { 5.2, 7.6, 3 }, { 1, 2, 3 }, { 1.3, 2.4, 1 } }),
            "a point is the mean and so much of each axis as its score says");
    }

    [Fact]
    public void InverseTransform_with_as_many_axes_as_features_takes_rows_for_axes()
        => Close.To(
            InverseTransform(ModelOf(Entries(100, -50, 7), PcaSamples.BoxAxes), Rows(new double[,] { { 7, 0, 0 }, { 0, 7, 0 }, { 0, 0, -7 } })),
            Rows(new double[,] { { 102, -47, 13 }, { 106, -48, 4 }, { 97, -44, 5 } }),
            "a score of 7 on one axis alone is seven times that row of the axes away from the mean");

    [Fact]
    public void InverseTransform_of_zero_scores_is_the_mean()
    {
        var model = ModelOf(Entries(1e6, -7, 0.5), PcaSamples.BoxAxes.SubMatrix(0, 2, 0, 3));
        Close.To(
            InverseTransform(model, Matrix<double>.Build.Dense(1, 2)),
            Rows(new[,] { { 1e6, -7, 0.5 } }),
            "no step along any axis ends at the mean");
    }

    [Fact]
    public void InverseTransform_gives_points_that_have_these_scores()
        => Property.Holds(
            "the points of given scores have just these scores, however many components were dropped",
            seed: 401,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var model = ModelOf(Entries(sample.Offsets), sample.Axes.SubMatrix(0, sample.Components, 0, sample.Features));
                var scores = Matrix<double>.Build.Dense(3, sample.Components, (i, j) => (2 * i) - (3 * j) + 0.5);
                var points = PcaSamples.Shifted(InverseTransform(model, scores), -model.Mean);
                Close.To(points.TransposeAndMultiply(model.Axes), scores, "(point − mean) · axis must be the score on that axis");
                Near(
                    points.PointwisePower(2).RowSums(),
                    scores.PointwisePower(2).RowSums(),
                    "and the point must be as far from the mean as its scores are from 0: there is nothing in it beside the axes");
            },
            sample => sample.Simpler());

    [Fact]
    public void InverseTransform_gives_the_data_back_when_no_component_was_dropped()
        => Property.Holds(
            "fitting all components, transforming and transforming back changes nothing",
            seed: 402,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var model = Fit(sample.X, sample.Features);
                Close.To(
                    InverseTransform(model, Transform(model, sample.X)),
                    sample.X,
                    "all axes together must give every sample back",
                    Converged(10 * Math.Sqrt(sample.Samples * Math.Max(sample.Spectrum[0], 1))));
            },
            sample => sample.Simpler());

    [Fact]
    public void InverseTransform_misses_the_data_by_the_dropped_variances()
        => Property.Holds(
            "the squared error of reconstruction is (samples − 1) times the sum of the dropped eigenvalues",
            seed: 403,
            PcaCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var model = Fit(sample.X, sample.Components);
                var missed = sample.X - InverseTransform(model, Transform(model, sample.X));
                Close.To(
                    missed.PointwisePower(2).RowSums().Sum(),
                    (sample.Samples - 1) * sample.Spectrum[sample.Components..].Sum(),
                    $"{sample.Components} of {sample.Features} components must miss the data by the variances of the others",
                    Converged(10 * sample.Samples * sample.Spectrum[0]));
            },
            sample => sample.Simpler());

    [Fact]
    public void InverseTransform_works_far_from_the_origin()
    {
        var model = ModelOf(Entries(1e6, -1e6), PcaSamples.CrossAxes);
        var points = InverseTransform(model, Rows(new double[,] { { 5, 0 } }));
        Close.To(points, Rows(new double[,] { { 1e6 + 3, -1e6 + 4 } }), "three and four from a mean a million away", new Tolerance(1e-8, 0));
    }
}
