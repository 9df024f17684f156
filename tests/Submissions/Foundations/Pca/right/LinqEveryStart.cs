// style: LINQ over arrays, one iteration from every feature and the best of them kept, the data deflated
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
        return Best(covariance.ToRowArrays(), covariance.Trace(), []);
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        GuardFit(x, components);
        double[][] spread = Covariance(x).ToRowArrays();
        var total = spread.Select((row, j) => row[j]).Sum();
        var found = Enumerable.Range(0, components).Aggregate(
            new List<PrincipalAxis>(),
            (axes, _) => [.. axes, Best(spread, total, [.. axes.Select(axis => axis.Direction.ToArray())])]);
        return new PcaModel(
            Vector<double>.Build.DenseOfEnumerable(x.EnumerateColumns().Select(column => column.Average())),
            Matrix<double>.Build.DenseOfRows(found.Select(axis => axis.Direction)),
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

    private static PrincipalAxis Best(double[][] s, double total, double[][] found)
    {
        var candidates =
            from start in Enumerable.Range(0, s.Length)
            let feature = Enumerable.Range(0, s.Length).Select(j => j == start ? 1.0 : 0.0).ToArray()
            let rest = Across(feature, found)
            where Length(rest) > 0.5 / Math.Sqrt(s.Length)
            select Climb(s, total, found, Unit(Across(Unit(rest), found)));
        var best = candidates.MaxBy(candidate => candidate.Variance);
        return new PrincipalAxis(Vector<double>.Build.DenseOfArray(best.Axis), best.Variance);
    }

    private static (double[] Axis, double Variance) Climb(double[][] s, double total, double[][] found, double[] start)
    {
        var w = start;
        for (var step = 0; step < 30_000; step++)
        {
            var image = Across([.. s.Select(row => Dot(row, w))], found);
            var variance = Dot(w, image);
            if (Length(Less(image, variance, w)) <= 1e-11 * total)
            {
                return (w, Math.Max(variance, 0));
            }

            w = Unit(image);
        }

        return (w, 0);
    }

    private static double[] Across(double[] v, double[][] found)
        => found.Aggregate(v, (rest, axis) => Less(rest, Dot(rest, axis), axis));

    private static double[] Less(double[] v, double times, double[] axis) => [.. v.Zip(axis, (a, b) => a - (times * b))];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double Length(double[] v) => Math.Sqrt(Dot(v, v));

    private static double[] Unit(double[] v)
    {
        var length = Length(v);
        return [.. v.Select(entry => entry / length)];
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
