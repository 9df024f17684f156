using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>The part of compared matrices that there is room for, around the first entry that differs.</summary>
internal sealed class MatrixPart
{
    private readonly ComparedMatrices _matrices;
    private readonly HashSet<int> _differing;
    private readonly int _first;
    private readonly int _top;
    private readonly int _left;

    /// <summary>Chooses the part.</summary>
    /// <param name="matrices">The matrices.</param>
    /// <param name="rows">The most rows.</param>
    /// <param name="columns">The most columns.</param>
    public MatrixPart(ComparedMatrices matrices, int rows = int.MaxValue, int columns = int.MaxValue)
    {
        _matrices = matrices;
        _differing = [.. matrices.Differing];
        _first = matrices.Differing.DefaultIfEmpty(-1).Min();
        (Rows, Columns) = (Math.Clamp(rows, 0, matrices.Rows), Math.Clamp(columns, 0, matrices.Columns));
        var (row, column) = Math.DivRem(Math.Max(_first, 0), matrices.Columns);
        _top = Math.Clamp(row - (Rows / 2), 0, matrices.Rows - Rows);
        _left = Math.Clamp(column - (Columns / 2), 0, matrices.Columns - Columns);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The index of the first row, in the whole matrix.</summary>
    public int FirstRow => _matrices.FirstRow + _top;

    /// <summary>The index of the first column, in the whole matrix.</summary>
    public int FirstColumn => _matrices.FirstColumn + _left;

    public bool IsWhole => Rows == _matrices.TotalRows && Columns == _matrices.TotalColumns;

    /// <summary>Whether there is NaN in it.</summary>
    public bool HasNaN => Places.Any(place => double.IsNaN(_matrices.Expected[place]) || double.IsNaN(_matrices.Actual[place]));

    /// <summary>Whether more than one entry in it differs.</summary>
    public bool HasSeveral => Places.Count(_differing.Contains) > 1;

    public double Expected(int row, int column) => _matrices.Expected[Place(row, column)];

    public double Actual(int row, int column) => _matrices.Actual[Place(row, column)];

    /// <summary>Whether the two differ here.</summary>
    public bool Differs(int row, int column) => _differing.Contains(Place(row, column));

    /// <summary>Whether the two differ here, and nowhere before.</summary>
    public bool IsFirst(int row, int column) => Place(row, column) == _first;

    private IEnumerable<int> Places => Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Range(0, Columns).Select(column => Place(row, column)));

    private int Place(int row, int column) => ((_top + row) * _matrices.Columns) + _left + column;
}
