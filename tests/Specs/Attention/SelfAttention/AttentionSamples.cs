using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs;

/// <summary>Matrices and masks as test data: written out, generated, cut down and printed.</summary>
internal static class AttentionSamples
{
    /// <summary>A matrix from its rows.</summary>
    /// <param name="rows">The entries.</param>
    /// <returns>A dense matrix.</returns>
    public static Matrix<double> Rows(double[,] rows) => Matrix<double>.Build.DenseOfArray(rows);

    /// <summary>Logits of −6 … 6, of 1 to 6 rows and columns.</summary>
    public static readonly Gen<Matrix<double>> Logits =
        from shape in Gen.Choose(1, 6).ArrayOf(2)
        from logits in Matrices(shape[0], shape[1])
        select logits * 4;

    /// <summary>
    /// Matrices with entries of −1.5 … 1.5 in tenths: dot products of a few of them are of order 1, so that no softmax is saturated
    /// and a wrong score shows.
    /// </summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The generator.</returns>
    public static Gen<Matrix<double>> Matrices(int rows, int columns)
        => Integers.Between(-15, 15, rows * columns)
            .Select(tenths => Matrix<double>.Build.Dense(rows, columns, (i, j) => tenths[(i * columns) + j] / 10.0));

    /// <summary>No mask in one case of three, else one that closes a quarter of its entries, whole rows now and then.</summary>
    /// <param name="queries">The number of rows.</param>
    /// <param name="keys">The number of columns.</param>
    /// <returns>The generator.</returns>
    public static Gen<bool[,]?> Masks(int queries, int keys)
        => from kind in Gen.Choose(0, 2)
           from draws in Integers.Between(0, 3, queries * keys)
           select kind == 0 ? null : Mask(queries, keys, (i, j) => draws[(i * keys) + j] > 0);

    /// <summary>A mask from a rule.</summary>
    /// <param name="queries">The number of rows.</param>
    /// <param name="keys">The number of columns.</param>
    /// <param name="open">Whether query i may attend to key j.</param>
    /// <returns>The mask.</returns>
    public static bool[,] Mask(int queries, int keys, Func<int, int, bool> open)
    {
        var mask = new bool[queries, keys];
        for (var i = 0; i < queries; i++)
        {
            for (var j = 0; j < keys; j++)
            {
                mask[i, j] = open(i, j);
            }
        }

        return mask;
    }

    /// <summary>The mask of a language model: a token may attend to itself and to what came before.</summary>
    /// <param name="tokens">The length of the sequence.</param>
    /// <returns>The mask.</returns>
    public static bool[,] Causal(int tokens) => Mask(tokens, tokens, (i, j) => j <= i);

    /// <summary>The upper left corner of a mask.</summary>
    /// <param name="mask">The mask, or <see langword="null"/>.</param>
    /// <param name="queries">The rows to keep.</param>
    /// <param name="keys">The columns to keep.</param>
    /// <returns>A new mask, or <see langword="null"/>.</returns>
    public static bool[,]? Corner(bool[,]? mask, int queries, int keys)
        => mask is null ? null : Mask(queries, keys, (i, j) => mask[i, j]);

    /// <summary>The matrix with its last row or its last column left out.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The smaller matrices; none where one row or column is left.</returns>
    public static IEnumerable<Matrix<double>> Thinner(Matrix<double> matrix)
    {
        if (matrix.RowCount > 1)
        {
            yield return matrix.RemoveRow(matrix.RowCount - 1);
        }

        if (matrix.ColumnCount > 1)
        {
            yield return matrix.RemoveColumn(matrix.ColumnCount - 1);
        }
    }

    /// <summary>Prints a matrix on one line.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Rows in braces.</returns>
    public static string Show(Matrix<double> matrix)
        => Show(matrix.RowCount, matrix.ColumnCount, (i, j) => matrix[i, j].ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Prints a mask on one line, 1 for "may attend".</summary>
    /// <param name="mask">The mask, or <see langword="null"/>.</param>
    /// <returns>Rows in braces.</returns>
    public static string Show(bool[,]? mask)
        => mask is null ? "none" : Show(mask.GetLength(0), mask.GetLength(1), (i, j) => mask[i, j] ? "1" : "0");

    private static string Show(int rows, int columns, Func<int, int, string> entry)
    {
        string Row(int i) => "{" + string.Join(", ", Enumerable.Range(0, columns).Select(j => entry(i, j))) + "}";
        return "{" + string.Join(", ", Enumerable.Range(0, rows).Select(Row)) + "}";
    }
}
