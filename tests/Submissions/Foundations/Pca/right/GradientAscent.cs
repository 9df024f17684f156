// style: gradient ascent on the sphere, with the gradient of the Lagrangian at the multiplier that fits the point
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
        return Ascend(covariance, [], covariance.Trace(), new Random(5));
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        GuardFit(x, components);
        var covariance = Covariance(x);
        var total = covariance.Trace();
        var random = new Random(5);
        var axes = new List<Vector<double>>();
        var variances = new List<double>();
        for (var c = 0; c < components; c++)
        {
            var (direction, variance) = Ascend(covariance, axes, total, random);
            axes.Add(direction);
            variances.Add(variance);
        }

        return new PcaModel(
            x.ColumnSums() / x.RowCount,
            Matrix<double>.Build.DenseOfRowVectors(axes),
            Vector<double>.Build.DenseOfEnumerable(variances),
            Vector<double>.Build.DenseOfEnumerable(variances.Select(variance => variance / (total > 0 ? total : 1))));
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

    private static PrincipalAxis Ascend(Matrix<double> covariance, List<Vector<double>> found, double total, Random random)
    {
        Vector<double> Tangent(Vector<double> v)
        {
            found.ForEach(axis => v -= v * axis * axis);
            return v;
        }

        var w = Vector<double>.Build.Dense(covariance.RowCount, _ => random.NextDouble() - 0.5);
        w = Tangent(Tangent(w).Normalize(2)).Normalize(2);
        for (var step = 0; step < 100_000; step++)
        {
            var multiplier = VarianceAlong(covariance, w);
            var uphill = Tangent(LagrangianGradient(covariance, w, multiplier));
            if (uphill.L2Norm() <= 1e-11 * total)
            {
                break;
            }

            // A step of 1/(2λ) is power iteration; a longer one forgets the small variances a little less and the near ones sooner.
            w = Tangent(w + (0.8 / multiplier * uphill)).Normalize(2);
        }

        return new PrincipalAxis(w, Math.Max(0, VarianceAlong(covariance, w)));
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
