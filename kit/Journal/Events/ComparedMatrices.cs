using System.Text.Json.Serialization;

namespace KataKit.Journal;

/// <summary>The two matrices of a failed comparison, or the part of them around the first entry that differs; entries row by row.</summary>
public sealed record ComparedMatrices
{
    private const int MostLines = 16;

    /// <summary>The rows kept.</summary>
    public required int Rows { get; init; }

    /// <summary>The columns kept.</summary>
    public required int Columns { get; init; }

    /// <summary>The expected entries.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>The answer's entries.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public required IReadOnlyList<double> Actual { get; init; }

    /// <summary>The places, in <see cref="Expected"/> and <see cref="Actual"/>, of the entries that differ, in ascending order.</summary>
    public required IReadOnlyList<int> Differing { get; init; }

    /// <summary>The row of the first entry kept, in the whole matrix.</summary>
    public int FirstRow { get; init; }

    /// <summary>The column of the first entry kept, in the whole matrix.</summary>
    public int FirstColumn { get; init; }

    /// <summary>The rows of the whole matrix.</summary>
    public required int TotalRows { get; init; }

    /// <summary>The columns of the whole matrix.</summary>
    public required int TotalColumns { get; init; }

    /// <summary>The index of the matrix in a rank-3 array; <see langword="null"/> where it is one by itself.</summary>
    public int? Slice { get; init; }

    /// <summary>Whether all entries are there, and not more of them than are ever kept. A journal may come from elsewhere.</summary>
    [JsonIgnore]
    public bool IsSound
        => Rows is > 0 and <= MostLines && Columns is > 0 and <= MostLines
            && FirstRow >= 0 && FirstRow <= TotalRows - Rows && FirstColumn >= 0 && FirstColumn <= TotalColumns - Columns
            && Expected?.Count == Rows * Columns && Actual?.Count == Rows * Columns
            && Differing?.All(place => place >= 0 && place < Rows * Columns) == true;
}
