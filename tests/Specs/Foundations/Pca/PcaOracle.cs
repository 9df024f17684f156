using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs;

/// <summary>What the definitions say, in plain sums and by the library's decomposition, apart from any answer.</summary>
internal static class PcaOracle
{
    /// <summary>The mean of each column.</summary>
    /// <param name="x">The data.</param>
    /// <returns>The means.</returns>
    public static Vector<double> Mean(Matrix<double> x)
        => Vector<double>.Build.Dense(x.ColumnCount, j => x.Column(j).Average());

    /// <summary>The sample covariance, summed entry by entry over the deviations from the mean.</summary>
    /// <param name="x">The data.</param>
    /// <returns>The covariance.</returns>
    public static Matrix<double> Covariance(Matrix<double> x)
    {
        var mean = Mean(x);
        double Entry(int a, int b) => Enumerable.Range(0, x.RowCount).Sum(i => (x[i, a] - mean[a]) * (x[i, b] - mean[b]));
        return Matrix<double>.Build.Dense(x.ColumnCount, x.ColumnCount, (a, b) => Entry(a, b) / (x.RowCount - 1));
    }

    /// <summary>Eigenvalues, largest first, and orthonormal eigenvectors as rows in the same order, by the library.</summary>
    /// <param name="covariance">A symmetric matrix.</param>
    /// <returns>The pairs.</returns>
    public static (Vector<double> Variances, Matrix<double> Axes) Decompose(Matrix<double> covariance)
    {
        var ascending = covariance.Evd(Symmetricity.Symmetric);
        var last = covariance.RowCount - 1;
        return (
            Vector<double>.Build.Dense(last + 1, i => ascending.EigenValues[last - i].Real),
            Matrix<double>.Build.Dense(last + 1, last + 1, (i, j) => ascending.EigenVectors[j, last - i]));
    }

    /// <summary>The projection on the space of the first axes. It is the same for either sign of an axis, and for every basis of the space.</summary>
    /// <param name="axes">Orthonormal rows.</param>
    /// <param name="count">How many of them.</param>
    /// <returns>A matrix with one row and one column a feature.</returns>
    public static Matrix<double> Projection(Matrix<double> axes, int count)
    {
        var first = axes.SubMatrix(0, count, 0, axes.ColumnCount);
        return first.TransposeThisAndMultiply(first);
    }
}
