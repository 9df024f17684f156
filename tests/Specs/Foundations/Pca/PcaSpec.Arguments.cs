using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>Arguments that cannot be right: who is blamed, and with what.</content>
public abstract partial class PcaSpec<TKata>
{
    private static PcaModel TwoOfThree => ModelOf(Entries(1, 2, 3), PcaSamples.BoxAxes.SubMatrix(0, 2, 0, 3));

    [Fact]
    public void Centre_rejects_null() => Rejects.Null("x", () => TKata.Centre(null!));

    [Fact]
    public void Covariance_rejects_null() => Rejects.Null("x", () => TKata.Covariance(null!));

    [Fact]
    public void Covariance_rejects_one_sample()
        => Rejects.Argument(
            "x",
            "one sample, which has no spread (0 / 0)",
            () => TKata.Covariance(Rows(new double[,] { { 1, 2, 3 } })));

    [Fact]
    public void VarianceAlong_rejects_null()
    {
        Rejects.Null("covariance", () => TKata.VarianceAlong(null!, Entries(1, 2)));
        Rejects.Null("direction", () => TKata.VarianceAlong(PcaSamples.CrossCovariance, null!));
    }

    [Fact]
    public void VarianceAlong_rejects_a_covariance_that_is_not_square()
        => NotSquare(covariance => TKata.VarianceAlong(covariance, Entries(1, 2, 3)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void VarianceAlong_rejects_a_direction_of_another_length(int entries)
        => Rejects.Argument(
            "direction",
            $"a direction of {entries} entries for 2 features",
            () => TKata.VarianceAlong(PcaSamples.CrossCovariance, Vector<double>.Build.Dense(entries, 1)));

    [Fact]
    public void VarianceAlong_rejects_a_direction_of_zero()
        => Rejects.Argument(
            "direction",
            "the zero vector, which points nowhere (0 / 0)",
            () => TKata.VarianceAlong(PcaSamples.CrossCovariance, Entries(0, 0)));

    [Fact]
    public void LagrangianGradient_rejects_null()
    {
        Rejects.Null("covariance", () => TKata.LagrangianGradient(null!, Entries(1, 2), 1));
        Rejects.Null("direction", () => TKata.LagrangianGradient(PcaSamples.CrossCovariance, null!, 1));
    }

    [Fact]
    public void LagrangianGradient_rejects_a_covariance_that_is_not_square()
        => NotSquare(covariance => TKata.LagrangianGradient(covariance, Entries(1, 2, 3), 1));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void LagrangianGradient_rejects_a_direction_of_another_length(int entries)
        => Rejects.Argument(
            "direction",
            $"a direction of {entries} entries for 2 features",
            () => TKata.LagrangianGradient(PcaSamples.CrossCovariance, Vector<double>.Build.Dense(entries, 1), 1));

    [Fact]
    public void LeadingAxis_rejects_null() => Rejects.Null("covariance", () => TKata.LeadingAxis(null!));

    [Fact]
    public void LeadingAxis_rejects_a_covariance_that_is_not_square() => NotSquare(covariance => TKata.LeadingAxis(covariance));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void LeadingAxis_rejects_entries_that_are_not_finite(double entry)
    {
        Rejects.Argument("covariance", $"{Show(entry)} in a covariance", () => TKata.LeadingAxis(Rows(new[,] { { 1, entry }, { entry, 1 } })));
        Rejects.Argument("covariance", $"{Show(entry)} as a variance", () => TKata.LeadingAxis(Rows(new[,] { { 1, 0 }, { 0, entry } })));
    }

    [Fact]
    public void Fit_rejects_null() => Rejects.Null("x", () => TKata.Fit(null!, 1));

    [Fact]
    public void Fit_rejects_one_sample()
        => Rejects.Argument("x", "one sample, which has no spread", () => TKata.Fit(Rows(new double[,] { { 1, 2, 3 } }), 1));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(7)]
    public void Fit_rejects_components_that_are_none_or_more_than_features(int components)
        => Rejects.Argument(
            "components",
            $"{components} components of 7 samples of 3 features",
            () => TKata.Fit(PcaSamples.Box, components));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Fit_rejects_data_that_are_not_finite(double entry)
    {
        foreach (var (i, j) in new[] { (0, 0), (2, 1), (4, 1) })
        {
            var x = PcaSamples.Cross;
            x[i, j] = entry;
            Rejects.Argument("x", $"{Show(entry)} at [{i}, {j}] of the data", () => TKata.Fit(x, 1));
        }
    }

    [Fact]
    public void Transform_rejects_null()
    {
        Rejects.Null("model", () => TKata.Transform(null!, PcaSamples.Box));
        Rejects.Null("x", () => TKata.Transform(TwoOfThree, null!));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Transform_rejects_samples_with_other_features(int features)
        => Rejects.Argument(
            "x",
            $"samples of {features} features for a model of 3 features and 2 components",
            () => TKata.Transform(TwoOfThree, Matrix<double>.Build.Dense(5, features, 1)));

    [Fact]
    public void InverseTransform_rejects_null()
    {
        Rejects.Null("model", () => TKata.InverseTransform(null!, PcaSamples.Cross));
        Rejects.Null("scores", () => TKata.InverseTransform(TwoOfThree, null!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void InverseTransform_rejects_scores_of_other_components(int components)
        => Rejects.Argument(
            "scores",
            $"scores on {components} components for a model of 3 features and 2 components",
            () => TKata.InverseTransform(TwoOfThree, Matrix<double>.Build.Dense(5, components, 1)));

    private static void NotSquare(Action<Matrix<double>> call)
    {
        foreach (var (rows, columns) in new[] { (2, 3), (3, 2) })
        {
            Rejects.Argument("covariance", $"a {rows} × {columns} covariance", () => call(Matrix<double>.Build.Dense(rows, columns, 1)));
        }
    }
}
