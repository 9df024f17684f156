// style: the covariance squared until only its leading axis is left, then projected across it
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class Pca : IPca
{
    public static Matrix<double> Centre(Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var mean = x.ColumnSums() / x.RowCount;
        return Matrix<double>.Build.DenseOfRowVectors(x.EnumerateRows().Select(row => row - mean));
    }

    public static Matrix<double> Covariance(Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.RowCount < 2)
        {
            throw new ArgumentException("One sample has no spread.", nameof(x));
        }

        var centred = Centre(x);
        return centred.Transpose() * centred / (x.RowCount - 1);
    }

    public static double VarianceAlong(Matrix<double> covariance, Vector<double> direction)
    {
        Guard(covariance, direction);
        if (direction.All(entry => entry == 0))
        {
            throw new ArgumentException("The zero vector points nowhere.", nameof(direction));
        }

        var unit = direction.Normalize(2);
        return unit * covariance * unit;
    }

    public static Vector<double> LagrangianGradient(Matrix<double> covariance, Vector<double> direction, double multiplier)
    {
        Guard(covariance, direction);
        return 2 * covariance * direction - 2 * multiplier * direction;
    }

    public static PrincipalAxis LeadingAxis(Matrix<double> covariance)
    {
        GuardSquare(covariance);
        GuardFinite(covariance, nameof(covariance));
        var d = covariance.RowCount;
        return Leading(covariance, covariance.Trace(), Matrix<double>.Build.DenseIdentity(d));
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        GuardFit(x, components);
        var d = x.ColumnCount;
        var covariance = Covariance(x);
        var total = covariance.Trace();
        var across = Matrix<double>.Build.DenseIdentity(d);
        var axes = Matrix<double>.Build.Dense(components, d);
        var variances = Vector<double>.Build.Dense(components);
        for (var c = 0; c < components; c++)
        {
            var leading = Leading(across * covariance * across, total, across);
            axes.SetRow(c, leading.Direction);
            variances[c] = leading.Variance;
            across -= leading.Direction.OuterProduct(leading.Direction);
        }

        var ratios = total > 0 ? variances / total : Vector<double>.Build.Dense(components);
        return new PcaModel(x.ColumnSums() / x.RowCount, axes, variances, ratios);
    }

    public static Matrix<double> Transform(PcaModel model, Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(x);
        if (x.ColumnCount != model.Mean.Count)
        {
            throw new ArgumentException("The model has other features.", nameof(x));
        }

        var mean = Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount, (_, j) => model.Mean[j]);
        return (x - mean) * model.Axes.Transpose();
    }

    public static Matrix<double> InverseTransform(PcaModel model, Matrix<double> scores)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.ColumnCount != model.Axes.RowCount)
        {
            throw new ArgumentException("The model has other components.", nameof(scores));
        }

        var mean = Matrix<double>.Build.Dense(scores.RowCount, model.Mean.Count, (_, j) => model.Mean[j]);
        return scores * model.Axes + mean;
    }

    /// <summary>The powers S², S⁴, S⁸, … tend to the projection on the leading axes; any column of it that is not 0 lies among them.</summary>
    private static PrincipalAxis Leading(Matrix<double> covariance, double total, Matrix<double> across)
    {
        if (covariance.FrobeniusNorm() <= 1e-14 * total)
        {
            return new PrincipalAxis(LongestColumn(across, across), 0);
        }

        var power = covariance / covariance.FrobeniusNorm();
        for (var doubling = 0; doubling < 40; doubling++)
        {
            power *= power;
            power = (power + power.Transpose()) / 2;
            power /= power.FrobeniusNorm();
        }

        var axis = LongestColumn(power, across);
        return new PrincipalAxis(axis, Math.Max(axis * covariance * axis, 0));
    }

    private static Vector<double> LongestColumn(Matrix<double> matrix, Matrix<double> across)
    {
        var column = matrix.EnumerateColumns().MaxBy(c => c.L2Norm())!;
        return (across * (across * column).Normalize(2)).Normalize(2);
    }

    private static void Guard(Matrix<double> covariance, Vector<double> direction)
    {
        GuardSquare(covariance);
        ArgumentNullException.ThrowIfNull(direction);
        if (direction.Count != covariance.RowCount)
        {
            throw new ArgumentException("One entry a feature.", nameof(direction));
        }
    }

    private static void GuardSquare(Matrix<double> covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        if (covariance.RowCount != covariance.ColumnCount)
        {
            throw new ArgumentException("A covariance is square.", nameof(covariance));
        }
    }

    private static void GuardFinite(Matrix<double> matrix, string name)
    {
        if (matrix.Exists(entry => !double.IsFinite(entry)))
        {
            throw new ArgumentException("Entries must be finite.", name);
        }
    }

    private static void GuardFit(Matrix<double> x, int components)
    {
        ArgumentNullException.ThrowIfNull(x);
        GuardFinite(x, nameof(x));
        if (components < 1 || components > x.ColumnCount)
        {
            throw new ArgumentOutOfRangeException(nameof(components), components, "From 1 to the number of features.");
        }
    }
}
