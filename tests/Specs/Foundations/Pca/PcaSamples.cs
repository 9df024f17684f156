using MathNet.Numerics.LinearAlgebra;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <summary>
/// Data whose principal axes are known before anybody computes them. Every property hands out a matrix of its own, so that an answer
/// which writes to its input spoils nothing but its own test.
/// </summary>
internal static class PcaSamples
{
    /// <summary>
    /// Five points: (10, −20), the two at ±10·(0.6, 0.8) from it and the two at ±5·(−0.8, 0.6). So the covariance is
    /// 2·10²/4 = 50 along the one axis and 2·5²/4 = 12.5 along the other.
    /// </summary>
    public static Matrix<double> Cross => Rows(new double[,] { { 6, -17 }, { 16, -12 }, { 10, -20 }, { 4, -28 }, { 14, -23 } });

    /// <summary>50·uuᵀ + 12.5·vvᵀ for u = (0.6, 0.8), v = (−0.8, 0.6): 18 + 8, 24 − 6, 32 + 4.5.</summary>
    public static Matrix<double> CrossCovariance => Rows(new[,] { { 26, 18 }, { 18, 36.5 } });

    /// <summary>The axes of <see cref="Cross"/> as rows, that of largest variance first; the variances are 50 and 12.5.</summary>
    public static Matrix<double> CrossAxes => Rows(new[,] { { 0.6, 0.8 }, { -0.8, 0.6 } });

    /// <summary>
    /// Seven points: (100, −50, 7) and the pairs at ±21, ±14 and ±7 along the rows of <see cref="BoxAxes"/>, so the variances are
    /// 2·21²/6 = 147, 2·14²/6 = 196/3 and 2·7²/6 = 49/3.
    /// </summary>
    public static Matrix<double> Box => Rows(new double[,]
    {
        { 112, -46, 1 }, { 106, -41, 25 }, { 97, -44, 5 }, { 100, -50, 7 }, { 94, -59, -11 }, { 103, -56, 9 }, { 88, -54, 13 },
    });

    /// <summary>3·aaᵀ + 4/3·bbᵀ + 1/3·ccᵀ for a = (2, 3, 6), b = (6, 2, −3), c = (3, −6, 2), whose squared length is 49.</summary>
    public static Matrix<double> BoxCovariance => Rows(new double[,] { { 189, 84, 42 }, { 84, 133, 126 }, { 42, 126, 364 } }) / 3;

    /// <summary>The axes of <see cref="Box"/> as rows. No row is a column up to sign, and no entry is 0.</summary>
    public static Matrix<double> BoxAxes => Rows(new double[,] { { 2, 3, 6 }, { 6, 2, -3 }, { 3, -6, 2 } }) / 7;

    /// <summary>The variances of <see cref="Box"/> along <see cref="BoxAxes"/>, which are as 9 to 4 to 1.</summary>
    public static Vector<double> BoxVariances => Entries(147, 196 / 3.0, 49 / 3.0);

    /// <summary>An orthogonal matrix: the product of the reflections at the hyperplanes across the given vectors.</summary>
    /// <param name="features">The number of rows and columns.</param>
    /// <param name="mirrors">Vectors with at least so many entries; one that is all 0 reflects nothing.</param>
    /// <returns>Orthonormal rows.</returns>
    public static Matrix<double> Reflections(int features, params double[][] mirrors)
    {
        var rows = Matrix<double>.Build.DenseIdentity(features);
        foreach (var mirror in mirrors.Select(entries => Entries(entries[..features])).Where(mirror => mirror.Any(entry => entry != 0)))
        {
            rows -= 2 * (rows * mirror).OuterProduct(mirror) / (mirror * mirror);
        }

        return rows;
    }

    /// <summary>A covariance from its axes and variances: <c>Σ λᵢ·aᵢaᵢᵀ</c>, symmetric to the last bit.</summary>
    /// <param name="axes">Orthonormal rows.</param>
    /// <param name="variances">One variance a row.</param>
    /// <returns>The covariance.</returns>
    public static Matrix<double> CovarianceOf(Matrix<double> axes, IReadOnlyList<double> variances)
    {
        var product = axes.Transpose() * Matrix<double>.Build.DiagonalOfDiagonalArray([.. variances]) * axes;
        return (product + product.Transpose()) / 2;
    }

    /// <summary>Data with a given mean, given axes and given variances, exact but for rounding.</summary>
    /// <param name="samples">The number of rows; at most <c>samples − 1</c> variances may differ from 0.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="axes">Orthonormal rows.</param>
    /// <param name="variances">One variance a row of <paramref name="axes"/>.</param>
    /// <returns>The data.</returns>
    public static Matrix<double> Data(int samples, Vector<double> mean, Matrix<double> axes, IReadOnlyList<double> variances)
    {
        // Helmert's contrasts, j times 1 and once −j, are at right angles to each other and to (1, …, 1): as columns of scores they are
        // centred and uncorrelated.
        double Contrast(int sample, int j) => (sample < j ? 1 : sample == j ? -j : 0) / Math.Sqrt(j * (j + 1.0));
        var scores = Matrix<double>.Build.Dense(
            samples,
            axes.RowCount,
            (i, component) => component < samples - 1 ? Contrast(i, component + 1) * Math.Sqrt(variances[component] * (samples - 1)) : 0);
        return Shifted(scores * axes, mean);
    }

    /// <summary>The same rows moved by a vector.</summary>
    /// <param name="x">Rows.</param>
    /// <param name="offset">What to add to each.</param>
    /// <returns>New rows.</returns>
    public static Matrix<double> Shifted(Matrix<double> x, Vector<double> offset) => x.MapIndexed((_, j, entry) => entry + offset[j], Zeros.Include);
}
