// mistake: PCA4 the library gives ascending eigenvalues, the first k are the smallest
// zh: 库按升序给出特征值，前 k 个是最小的
// fails: Fit_variances_are_the_largest_in_descending_order
// rule: KATA4005
// at: var vectors = evd.EigenVectors;
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
        var (variances, axes) = Eigen(covariance);
        return new PrincipalAxis(axes.Row(0), variances[0]);
    }

    public static PcaModel Fit(Matrix<double> x, int components)
    {
        GuardFit(x, components);
        var covariance = Covariance(x);
        var (variances, axes) = Eigen(covariance);
        var kept = variances.SubVector(0, components);
        var total = covariance.Trace();
        return new PcaModel(
            x.ColumnSums() / x.RowCount,
            axes.SubMatrix(0, components, 0, x.ColumnCount),
            kept,
            total == 0 ? Vector<double>.Build.Dense(components) : kept / total);
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

    private static (Vector<double> Variances, Matrix<double> Axes) Eigen(Matrix<double> symmetric)
    {
        var d = symmetric.RowCount;
        var evd = symmetric.Evd(Symmetricity.Symmetric);
        var values = evd.EigenValues.Map(value => Math.Max(value.Real, 0));
        var vectors = evd.EigenVectors;
        return (
            Vector<double>.Build.Dense(d, i => values[i]),
            Matrix<double>.Build.Dense(d, d, (i, j) => vectors[j, i]));
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
