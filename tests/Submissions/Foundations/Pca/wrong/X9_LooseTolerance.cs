// mistake: X9 stops when the direction moves by less than 1e-5
// fails: LeadingAxis_is_as_exact_as_asked_where_the_next_variance_is_near
// rule: none
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
        return Next(covariance, [], new Random(42));
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        GuardFit(x, components);
        var covariance = Covariance(x);
        var random = new Random(42);
        var found = new List<PrincipalAxis>();
        while (found.Count < components)
        {
            found.Add(Next(covariance, found, random));
        }

        var total = covariance.Trace();
        return new PcaModel(
            x.ColumnSums() / x.RowCount,
            Matrix<double>.Build.DenseOfRowVectors(found.Select(axis => axis.Direction)),
            Vector<double>.Build.DenseOfEnumerable(found.Select(axis => axis.Variance)),
            Vector<double>.Build.DenseOfEnumerable(found.Select(axis => total > 0 ? axis.Variance / total : 0)));
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

    private static PrincipalAxis Next(Matrix<double> covariance, List<PrincipalAxis> found, Random random)
    {
        Vector<double> Across(Vector<double> v)
        {
            foreach (var axis in found)
            {
                v -= v.DotProduct(axis.Direction) * axis.Direction;
            }

            return v;
        }

        var tiny = 1e-14 * covariance.Trace();
        var w = Vector<double>.Build.Dense(covariance.RowCount, _ => random.NextDouble() - random.NextDouble());
        w = Across(Across(w).Normalize(2)).Normalize(2);
        for (var step = 0; step < 50_000; step++)
        {
            var image = Across(covariance * w);
            if (image.L2Norm() <= tiny)
            {
                return new PrincipalAxis(w * Math.Sign(w[w.AbsoluteMaximumIndex()]), 0);
            }

            var next = image.Normalize(2);
            var moved = (next - w).L2Norm();
            w = next;
            if (moved < 1e-5)
            {
                break;
            }
        }

        return new PrincipalAxis(w * Math.Sign(w[w.AbsoluteMaximumIndex()]), Math.Max(0, w * covariance * w));
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
