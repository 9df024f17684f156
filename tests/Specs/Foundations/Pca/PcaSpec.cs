using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the PCA kata: <see cref="IPca"/> member by member, in building order. A test calls the one member that its name
/// begins with, but for the few that say how fitting, transforming and transforming back fit together.
/// </summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class PcaSpec<TKata>
    where TKata : IPca
{
    /// <summary>The contract asks for a residual of 1e-8 of the largest variance; ten times that is no longer a matter of rounding.</summary>
    private const double Residual = 1e-7;

    /// <summary>For results that the contract fixes to the last bit: untouched inputs, variances that are not negative.</summary>
    private static readonly Tolerance Exact = new(0, 0);

    /// <summary>For right angles and lengths, of which the contract asks 1e-8.</summary>
    private static readonly Tolerance Orthonormal = new(1e-7, 0);

    /// <summary>What an iteration may leave in numbers of the size of the largest variance.</summary>
    private static Tolerance Converged(double largestVariance) => new(Residual * largestVariance, 0);

    /// <summary>Calls the answer with a copy, so that one which writes to its inputs cannot change what it is compared with.</summary>
    private static Matrix<double> Centre(Matrix<double> x) => Finite(TKata.Centre(x.Clone()), "The centred data");

    private static Matrix<double> Covariance(Matrix<double> x) => Finite(TKata.Covariance(x.Clone()), "The covariance");

    private static double VarianceAlong(Matrix<double> covariance, Vector<double> direction)
        => TKata.VarianceAlong(covariance.Clone(), direction.Clone());

    private static Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)
        => Finite(TKata.LagrangianGradient(covariance.Clone(), direction.Clone(), multiplier), "The gradient");

    private static PrincipalAxis LeadingAxis(Matrix<double> covariance)
    {
        var leading = TKata.LeadingAxis(covariance.Clone()) ?? throw new SpecFailureException("LeadingAxis must not return null.");
        HasLength(Finite(leading.Direction, "The leading axis"), covariance.RowCount, "the leading axis");
        return leading;
    }

    private static PcaModel Fit(Matrix<double> x, int components)
    {
        var model = Accepted(x, components) ?? throw new SpecFailureException("Fit must not return null.");
        HasLength(Finite(model.Mean, "The mean"), x.ColumnCount, "the mean");
        HasShape(Finite(model.Axes, "The matrix of axes"), components, x.ColumnCount, "the matrix of axes (components × features)");
        HasLength(Finite(model.Variances, "The vector of variances"), components, "the vector of variances");
        HasLength(Finite(model.ExplainedRatios, "The vector of explained ratios"), components, "the vector of explained ratios");
        return model;
    }

    private static PcaModel? Accepted(Matrix<double> x, int components)
    {
        try
        {
            return TKata.Fit(x.Clone(), components);
        }
        catch (ArgumentException exception)
        {
            throw new SpecFailureException(
                $"Fit must accept {components} components of {x.RowCount} samples of {x.ColumnCount} features, but threw {exception.GetType().Name}: "
                + exception.Message);
        }
    }

    private static Matrix<double> Transform(PcaModel model, Matrix<double> x)
    {
        var scores = Finite(TKata.Transform(CopyOf(model), x.Clone()), "The matrix of scores");
        HasShape(scores, x.RowCount, model.Axes.RowCount, "the matrix of scores (samples × components)");
        return scores;
    }

    private static Matrix<double> InverseTransform(PcaModel model, Matrix<double> scores)
    {
        var points = Finite(TKata.InverseTransform(CopyOf(model), scores.Clone()), "The matrix of points");
        HasShape(points, scores.RowCount, model.Mean.Count, "the matrix of points (samples × features)");
        return points;
    }

    /// <summary>A model with these axes, as <see cref="IPca.Fit"/> might have returned it.</summary>
    private static PcaModel ModelOf(Vector<double> mean, Matrix<double> axes)
    {
        var variances = Vector<double>.Build.Dense(axes.RowCount, i => axes.RowCount + 1 - i);
        return new PcaModel(mean, axes, variances, variances / (2 * variances.Sum()));
    }

    private static PcaModel CopyOf(PcaModel model)
        => new(model.Mean.Clone(), model.Axes.Clone(), model.Variances.Clone(), model.ExplainedRatios.Clone());

    private static void HasLength(Vector<double> vector, int length, string what)
    {
        if (vector.Count != length)
        {
            throw new SpecFailureException($"{what} must have {length} entries, it has {vector.Count}.");
        }
    }

    private static void HasShape(Matrix<double> matrix, int rows, int columns, string what)
    {
        if ((matrix.RowCount, matrix.ColumnCount) != (rows, columns))
        {
            throw new SpecFailureException($"{what} must be {rows} × {columns}, it is {matrix.RowCount} × {matrix.ColumnCount}.");
        }
    }

    /// <summary>Compares vectors entry by entry.</summary>
    private static void Near(Vector<double> actual, IEnumerable<double> expected, string because, Tolerance? tolerance = null)
        => Close.To(actual.ToArray(), [.. expected], because, tolerance);

    private static void IsOrthonormal(Matrix<double> axes)
        => Close.To(
            axes.TransposeAndMultiply(axes),
            Matrix<double>.Build.DenseIdentity(axes.RowCount),
            "the axes must have length 1 and stand at right angles to each other, so Axes · Axesᵀ is the identity",
            Orthonormal);

    /// <summary>Requires S·w = λ·w, which holds for either sign and for every basis of the space of an eigenvalue that occurs repeatedly.</summary>
    private static void IsEigenpair(Matrix<double> covariance, Vector<double> axis, double variance, double largest, string which)
        => Near(
            (covariance * axis) - (variance * axis),
            new double[axis.Count],
            $"S·w must be λ·w for {which} and its variance, that is S·w − λ·w is 0",
            Converged(largest));
}
