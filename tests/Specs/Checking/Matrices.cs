using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs.Checking;

/// <summary>Matrices and vectors in specs: written out, printed, and required to hold numbers.</summary>
public static class Matrices
{
    /// <summary>A matrix from its rows.</summary>
    /// <param name="rows">The entries.</param>
    /// <returns>A dense matrix.</returns>
    public static Matrix<double> Rows(double[,] rows) => Matrix<double>.Build.DenseOfArray(rows);

    /// <summary>A vector from its entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>A dense vector.</returns>
    public static Vector<double> Entries(params double[] entries) => Vector<double>.Build.DenseOfArray(entries);

    /// <summary>Prints a number, the same in every culture.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The shortest text that reads back as the number.</returns>
    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Prints a matrix on one line, so that it can be pasted as the initialiser of an array.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Rows in braces.</returns>
    public static string Show(Matrix<double> matrix) => Braced(matrix.EnumerateRows().Select(Show));

    /// <summary>Prints a vector on one line.</summary>
    /// <param name="vector">The vector.</param>
    /// <returns>Entries in braces.</returns>
    public static string Show(Vector<double> vector) => Braced(vector.Select(Show));

    /// <summary>Requires that there is a matrix and that every entry is a number: two answers that are both NaN would compare as equal.</summary>
    /// <param name="matrix">The answer's matrix.</param>
    /// <param name="what">What it is, at the beginning of a sentence: "The covariance".</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="SpecFailureException">It is <see langword="null"/>, or an entry is NaN or infinite.</exception>
    public static Matrix<double> Finite(Matrix<double>? matrix, string what)
    {
        foreach (var (i, j, entry) in matrix?.EnumerateIndexed(Zeros.Include) ?? throw Missing(what))
        {
            Require(entry, what, $"{i}, {j}");
        }

        return matrix;
    }

    /// <summary>Requires that there is a vector and that every entry is a number.</summary>
    /// <param name="vector">The answer's vector.</param>
    /// <param name="what">What it is, at the beginning of a sentence.</param>
    /// <returns>The vector.</returns>
    /// <exception cref="SpecFailureException">It is <see langword="null"/>, or an entry is NaN or infinite.</exception>
    public static Vector<double> Finite(Vector<double>? vector, string what)
    {
        foreach (var (i, entry) in vector?.EnumerateIndexed(Zeros.Include) ?? throw Missing(what))
        {
            Require(entry, what, $"{i}");
        }

        return vector;
    }

    private static void Require(double entry, string what, string index)
    {
        if (!double.IsFinite(entry))
        {
            throw new SpecFailureException($"{what} must be finite, but [{index}] is {Show(entry)}.");
        }
    }

    private static SpecFailureException Missing(string what) => new($"{what} must not be null.");

    private static string Braced(IEnumerable<string> items) => "{" + string.Join(", ", items) + "}";
}
