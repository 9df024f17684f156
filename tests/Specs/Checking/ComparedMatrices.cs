namespace KataKit.Specs.Checking;

/// <summary>
/// The two matrices of a failed comparison, for whoever draws them beside the message; of large ones the part around the first entry that
/// differs. They are copies: an answer may change its own matrix before the failure is looked at.
/// </summary>
public sealed class ComparedMatrices
{
    /// <summary>The most rows, and the most columns, that are carried.</summary>
    public const int MostLines = 16;

    /// <summary>A single row or column is read as fast as a picture of it.</summary>
    private const int FewestLines = 2;

    private ComparedMatrices(double[,] expected, double[,] actual, bool[,] differs, int[] place)
        => (Expected, Actual, Differs, Place) = (expected, actual, differs, place);

    /// <summary>What was expected.</summary>
    public double[,] Expected { get; }

    /// <summary>The answer's entries at the same places.</summary>
    public double[,] Actual { get; }

    /// <summary>Which of the entries differ by more than the tolerance.</summary>
    public bool[,] Differs { get; }

    /// <summary>The row and the column of the first entry carried, the rows and columns of the whole, and the index of the slice or -1.</summary>
    public int[] Place { get; }

    /// <summary>Takes a copy of two matrices of one shape that differ.</summary>
    /// <param name="actual">The answer's entry at a row and a column.</param>
    /// <param name="expected">The expected entry.</param>
    /// <param name="shape">The rows and the columns.</param>
    /// <param name="first">The first entry that differs.</param>
    /// <param name="tolerance">What still counts as equal.</param>
    /// <param name="slice">The index of these matrices in a rank-3 array; -1 where there is none.</param>
    /// <returns>The copy; <see langword="null"/> for matrices that are not worth a picture.</returns>
    public static ComparedMatrices? Around(
        Func<int, int, double> actual,
        Func<int, int, double> expected,
        (int Rows, int Columns) shape,
        (int Row, int Column) first,
        Tolerance tolerance,
        int slice = -1)
    {
        if (Math.Min(shape.Rows, shape.Columns) < FewestLines)
        {
            return null;
        }

        var (rows, columns) = (Math.Min(shape.Rows, MostLines), Math.Min(shape.Columns, MostLines));
        var (top, left) = (Start(first.Row, rows, shape.Rows), Start(first.Column, columns, shape.Columns));
        var (wanted, found, differs) = (new double[rows, columns], new double[rows, columns], new bool[rows, columns]);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                (wanted[i, j], found[i, j]) = (expected(top + i, left + j), actual(top + i, left + j));
                differs[i, j] = tolerance.Distance(found[i, j], wanted[i, j]) > 1;
            }
        }

        return new ComparedMatrices(wanted, found, differs, [top, left, shape.Rows, shape.Columns, slice]);
    }

    private static int Start(int index, int carried, int all) => Math.Clamp(index - (carried / 2), 0, all - carried);
}
