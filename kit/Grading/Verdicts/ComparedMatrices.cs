using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>
/// The two matrices of a failed comparison, as the spec told them beside its message: entries row by row, of large matrices the part around
/// the first entry that differs. The worker's word for it is as good as its word for the message.
/// </summary>
/// <param name="Expected">What the spec expected.</param>
/// <param name="Actual">What the answer gave at the same places.</param>
/// <param name="Differs">Which of the entries differ by more than the tolerance.</param>
/// <param name="Place">Where these entries lie.</param>
public sealed record ComparedMatrices(
    ImmutableArray<double> Expected, ImmutableArray<double> Actual, ImmutableArray<bool> Differs, MatrixPlace Place)
{
    /// <summary>The most rows, and the most columns, that a failure carries.</summary>
    public const int MostLines = 16;

    /// <summary>Whether there is an entry for each place, and no more of them than a failure may carry.</summary>
    internal bool IsSound
        => Place.IsSound && (Place.Rows * Place.Columns) is var count && Expected.Length == count && Actual.Length == count && Differs.Length == count;
}

/// <summary>Where a part of a matrix lies in the whole.</summary>
/// <param name="Rows">The rows of the part.</param>
/// <param name="Columns">The columns of the part.</param>
/// <param name="FirstRow">The index of its first row.</param>
/// <param name="FirstColumn">The index of its first column.</param>
/// <param name="TotalRows">The rows of the whole.</param>
/// <param name="TotalColumns">The columns of the whole.</param>
/// <param name="Slice">The index of the whole in a rank-3 array; -1 where it is a matrix by itself.</param>
public readonly record struct MatrixPlace(int Rows, int Columns, int FirstRow, int FirstColumn, int TotalRows, int TotalColumns, int Slice)
{
    /// <summary>Whether the part is small enough and lies within the whole.</summary>
    internal bool IsSound
        => Rows is > 0 and <= ComparedMatrices.MostLines && Columns is > 0 and <= ComparedMatrices.MostLines
            && FirstRow >= 0 && FirstRow <= TotalRows - Rows && FirstColumn >= 0 && FirstColumn <= TotalColumns - Columns && Slice >= -1;
}
