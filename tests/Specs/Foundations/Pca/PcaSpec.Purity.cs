using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Inputs stay as they are, results belong to the caller.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void Centre_leaves_the_data_alone()
    {
        var x = PcaSamples.Box;
        var centred = TKata.Centre(x);
        Close.To(x, PcaSamples.Box, "Centre must not write to the data", Exact);
        centred.Clear();
        Close.To(x, PcaSamples.Box, "Centre must return a matrix of its own: clearing the result cleared the data", Exact);
    }

    [Fact]
    public void Centre_of_centred_data_is_a_matrix_of_its_own()
    {
        var x = Rows(new double[,] { { 1, -2 }, { -1, 2 } });
        TKata.Centre(x).Clear();
        Close.To(x, Rows(new double[,] { { 1, -2 }, { -1, 2 } }), "clearing the result must not clear data that were centred already", Exact);
    }

    [Fact]
    public void Covariance_leaves_the_data_alone()
    {
        var x = PcaSamples.Box;
        TKata.Covariance(x);
        Close.To(x, PcaSamples.Box, "Covariance must not write to the data", Exact);
    }

    [Fact]
    public void Covariance_results_of_two_calls_are_apart()
    {
        var first = TKata.Covariance(PcaSamples.Cross);
        TKata.Covariance(PcaSamples.Cross * 2);
        Close.To(first, PcaSamples.CrossCovariance, "a later call must not write into the result of an earlier one");
    }

    [Fact]
    public void VarianceAlong_leaves_its_inputs_alone()
    {
        var (covariance, direction) = (PcaSamples.CrossCovariance, Entries(3, -5));
        TKata.VarianceAlong(covariance, direction);
        Close.To(covariance, PcaSamples.CrossCovariance, "VarianceAlong must not write to the covariance", Exact);
        Near(direction, Entries(3, -5), "VarianceAlong must not write to the direction (nor bring it to length 1)", Exact);
    }

    [Fact]
    public void LagrangianGradient_leaves_its_inputs_alone()
    {
        var (covariance, direction) = (PcaSamples.CrossCovariance, Entries(3, -5));
        TKata.LagrangianGradient(covariance, direction, 2).Clear();
        Close.To(covariance, PcaSamples.CrossCovariance, "LagrangianGradient must not write to the covariance", Exact);
        Near(direction, Entries(3, -5), "LagrangianGradient must not write to the direction", Exact);
    }

    [Fact]
    public void LeadingAxis_leaves_the_covariance_alone()
    {
        foreach (var covariance in new[] { PcaSamples.BoxCovariance, PcaSamples.CrossCovariance, Matrix<double>.Build.DenseIdentity(3) })
        {
            var before = covariance.Clone();
            TKata.LeadingAxis(covariance);
            Close.To(covariance, before, "LeadingAxis must not write to the covariance (nor deflate it)", Exact);
        }
    }

    [Fact]
    public void LeadingAxis_results_of_two_calls_are_apart()
    {
        var first = TKata.LeadingAxis(PcaSamples.BoxCovariance);
        var before = first.Direction.Clone();
        TKata.LeadingAxis(Matrix<double>.Build.DenseOfDiagonalArray([1, 2, 3]));
        Near(first.Direction, before, "a later call must not write into the result of an earlier one", Exact);
    }

    [Fact]
    public void Fit_leaves_the_data_alone()
    {
        var x = PcaSamples.Box;
        var model = TKata.Fit(x, 3);
        Close.To(x, PcaSamples.Box, "Fit must not write to the data (nor centre them in place)", Exact);
        model.Mean.Clear();
        model.Axes.Clear();
        Close.To(x, PcaSamples.Box, "Fit must return numbers of its own: clearing the model changed the data", Exact);
    }

    [Fact]
    public void Fit_results_of_two_calls_are_apart()
    {
        var first = TKata.Fit(PcaSamples.Box, 2);
        var before = CopyOf(first);
        TKata.Fit(PcaSamples.Box * Rows(new double[,] { { 0, 2, 0 }, { 5, 0, 0 }, { 0, 0, -3 } }), 2);
        IsUntouched(first, before, "a later fit must not write into an earlier model:");
    }

    [Fact]
    public void Fit_writes_variances_and_ratios_apart()
    {
        var model = TKata.Fit(PcaSamples.Box, 3);
        var ratios = model.ExplainedRatios.Clone();
        model.Variances.Clear();
        Near(model.ExplainedRatios, ratios, "the variances and the ratios must be two vectors: clearing one cleared the other", Exact);
    }

    [Fact]
    public void Transform_leaves_its_inputs_alone()
    {
        var (model, x) = (TwoOfThree, PcaSamples.Box);
        TKata.Transform(model, x).Clear();
        Close.To(x, PcaSamples.Box, "Transform must not write to the samples (nor centre them in place)", Exact);
        IsUntouched(model, TwoOfThree, "Transform must not write to the model:");
    }

    [Fact]
    public void InverseTransform_leaves_its_inputs_alone()
    {
        var (model, scores) = (TwoOfThree, PcaSamples.Cross);
        TKata.InverseTransform(model, scores).Clear();
        Close.To(scores, PcaSamples.Cross, "InverseTransform must not write to the scores", Exact);
        IsUntouched(model, TwoOfThree, "InverseTransform must not write to the model:");
    }

    private static void IsUntouched(PcaModel model, PcaModel before, string because)
    {
        Near(model.Mean, before.Mean, $"{because} its mean", Exact);
        Close.To(model.Axes, before.Axes, $"{because} its axes", Exact);
        Near(model.Variances, before.Variances, $"{because} its variances", Exact);
        Near(model.ExplainedRatios, before.ExplainedRatios, $"{because} its ratios", Exact);
    }
}
