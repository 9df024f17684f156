using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <content>The axis of largest variance: found from any start, to the exactness asked, at any scale, alone or not.</content>
public abstract partial class PcaSpec<TKata>
{
    [Fact]
    public void LeadingAxis_of_a_cross_is_as_worked_by_hand()
        => Leads(PcaSamples.CrossCovariance, 50, [0.6, 0.8], "the cross");

    [Fact]
    public void LeadingAxis_of_a_box_is_as_worked_by_hand()
        => Leads(PcaSamples.BoxCovariance, 147, [2 / 7.0, 3 / 7.0, 6 / 7.0], "the box");

    [Fact]
    public void LeadingAxis_solves_the_eigenvalue_equation_for_the_largest_eigenvalue()
        => Property.Holds(
            "the leading axis w has length 1, S·w = λ·w, and λ is the largest eigenvalue",
            seed: 107,
            PcaCase.Inputs,
            sample => "S = " + Show(sample.Covariance),
            sample => Leads(sample.Covariance, sample.Spectrum[0]),
            sample => sample.Simpler());

    [Fact]
    public void LeadingAxis_agrees_with_the_library_up_to_sign()
        => Property.Holds(
            "the line of the leading axis is the one that the library's decomposition finds",
            seed: 108,
            PcaCase.Inputs,
            sample => "S = " + Show(sample.Covariance),
            sample =>
            {
                var (variances, axes) = PcaOracle.Decompose(sample.Covariance);
                var leading = LeadingAxis(sample.Covariance);
                Close.To(leading.Variance, variances[0], "the variance must be the largest eigenvalue", Converged(variances[0]));
                if (sample.Features > 1 && sample.Spectrum[1] < sample.Spectrum[0])
                {
                    Close.To(
                        leading.Direction.OuterProduct(leading.Direction),
                        PcaOracle.Projection(axes, 1),
                        "w·wᵀ, which is the same for w and −w, must be the projection on the leading axis",
                        new Tolerance(10 * Residual, 0));
                }
            },
            sample => sample.Simpler());

    public static TheoryData<string, double[,], double[], double> HiddenStarts => new()
    {
        // In each, the named start is an eigenvector of a smaller variance, to the last bit: an iteration never leaves it.
        { "(1, 1)", new double[,] { { 2, -1 }, { -1, 2 } }, [1, -1], 3 },
        { "(1, −1)", new double[,] { { 2, 1 }, { 1, 2 } }, [1, 1], 3 },
        { "the first feature", new double[,] { { 1, 0, 0 }, { 0, 4, 1 }, { 0, 1, 4 } }, [0, 1, 1], 5 },
        { "the last feature", new double[,] { { 4, 1, 0 }, { 1, 4, 0 }, { 0, 0, 1 } }, [1, 1, 0], 5 },
        { "(1, 2)", new double[,] { { 9, -2 }, { -2, 6 } }, [2, -1], 10 },
        {
            // 3·uuᵀ for u = (1, 1, 1, 1, 0)/2 beside a 2: the fifth feature has the largest variance and the longest column.
            "the feature of largest variance",
            new[,]
            {
                { 0.75, 0.75, 0.75, 0.75, 0 }, { 0.75, 0.75, 0.75, 0.75, 0 }, { 0.75, 0.75, 0.75, 0.75, 0 }, { 0.75, 0.75, 0.75, 0.75, 0 },
                { 0, 0, 0, 0, 2 },
            },
            [1, 1, 1, 1, 0],
            3
        },
    };

    [Theory]
    [MemberData(nameof(HiddenStarts))]
    public void LeadingAxis_does_not_depend_on_the_start(string start, double[,] covariance, double[] axis, double variance)
        => Leads(
            Rows(covariance),
            variance,
            [.. Entries(axis).Normalize(2)],
            $"a covariance of which {start} is an eigenvector, but not the leading one");

    [Fact]
    public void LeadingAxis_converges_where_the_next_variance_is_one_percent_less()
    {
        // 0.99 to the power 2000 is 2e-9. An iteration that stops after a hundred steps, or when λ has settled to a few digits, is far off.
        double[] variances = [100, 99, 50, 1];
        var axes = PcaSamples.Reflections(4, [1, -2, 3, 1], [2, 1, -1, 3]);
        Leads(PcaSamples.CovarianceOf(axes, variances), 100, [.. axes.Row(0)], "variances of 100 and 99");
    }

    [Fact]
    public void LeadingAxis_is_as_exact_as_asked_where_the_next_variance_is_near()
    {
        // λ settles with the square of the angle: at five wrong digits of w it has ten right ones. What counts is S·w − λ·w.
        foreach (var second in new[] { 0.95, 0.9, 0.8, 0.6, 0.3 })
        {
            var axes = PcaSamples.Reflections(3, [1, 2, -1], [3, -1, 1]);
            Leads(PcaSamples.CovarianceOf(axes, [1, second, 0.1]), 1, [.. axes.Row(0)], $"variances of 1 and {Show(second)}");
        }
    }

    [Theory]
    [InlineData(1e-18)]
    [InlineData(1e-12)]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    [InlineData(1e18)]
    public void LeadingAxis_does_not_depend_on_the_unit(double factor)
        => Leads(PcaSamples.BoxCovariance * factor, 147 * factor, [2 / 7.0, 3 / 7.0, 6 / 7.0], $"the box with variances times {Show(factor)}");

    [Fact]
    public void LeadingAxis_of_equal_variances_is_any_direction_among_them()
    {
        Leads(Matrix<double>.Build.DenseIdentity(4) * 2.5, 2.5);
        Leads(PcaSamples.CovarianceOf(PcaSamples.Reflections(4, [1, 2, -1, 2]), [5, 5, 5, 1]), 5);
    }

    [Fact]
    public void LeadingAxis_of_nothing_is_any_direction_with_variance_zero()
    {
        foreach (var features in new[] { 1, 2, 5 })
        {
            var leading = LeadingAxis(Matrix<double>.Build.Dense(features, features));
            Close.To(leading.Direction.L2Norm(), 1, $"S = 0 of {features} features still has an axis of length 1", Orthonormal);
            Close.To(leading.Variance, 0, "and its variance is 0", Exact);
        }
    }

    [Fact]
    public void LeadingAxis_of_a_line_points_along_it()
    {
        // 25·uuᵀ: one step of power iteration reaches u, and the deflated rest is 0.
        Leads(Rows(new double[,] { { 9, 12 }, { 12, 16 } }), 25, [0.6, 0.8], "points on a line");
        Leads(Rows(new double[,] { { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 4 } }), 4, [0, 0, 1], "data that vary in their last feature only");
    }

    [Fact]
    public void LeadingAxis_of_one_feature_is_that_feature()
        => Leads(Rows(new double[,] { { 6.25 } }), 6.25, [1], "one feature");

    [Fact]
    public void LeadingAxis_of_forty_features_is_found()
    {
        var mirrors = Enumerable.Range(1, 2).Select(k => Enumerable.Range(0, 40).Select(j => Math.Cos(k * (j + 0.5))).ToArray()).ToArray();
        var axes = PcaSamples.Reflections(40, mirrors);
        double[] variances = [.. Enumerable.Range(0, 40).Select(i => 8 * Math.Pow(0.9, i))];
        Leads(PcaSamples.CovarianceOf(axes, variances), 8, [.. axes.Row(0)], "forty features");
    }

    /// <summary>Requires the leading axis, up to sign.</summary>
    private static void Leads(Matrix<double> covariance, double variance, double[] axis, string what)
    {
        var leading = Leads(covariance, variance);
        var expected = Entries(axis);
        var sign = leading.Direction * expected < 0 ? -1 : 1;

        // A gap of one percent turns a residual into an angle a hundred times as large.
        Near(sign * leading.Direction, expected, $"the leading axis of {what}, up to sign", new Tolerance(Residual / 0.01, 0));
    }

    private static PrincipalAxis Leads(Matrix<double> covariance, double variance)
    {
        var leading = LeadingAxis(covariance);
        Close.To(leading.Direction.L2Norm(), 1, "the leading axis must have length 1", Orthonormal);
        Close.To(leading.Variance, variance, "the variance along the leading axis is the largest there is", Converged(variance));
        IsEigenpair(covariance, leading.Direction, leading.Variance, variance, "the leading axis");
        return leading;
    }
}
