using KataKit.Grading;
using SpecMatrices = System.ValueTuple<double[,], double[,], bool[,], int[]>;

namespace KataKit.Worker;

/// <summary>What the exception of a spec carries beside its message. Only types of the runtime are kept: none of an answer's own.</summary>
internal readonly struct FailureData
{
    private const string ExceptionType = "KataKit.Specs.Checking.SpecFailureException";
    private const string TolerancesKey = "KataKit.Tolerances";
    private const string MatricesKey = "KataKit.Matrices";

    private readonly SpecMatrices? _matrices;

    private FailureData(double? tolerances, SpecMatrices? matrices) => (Tolerances, _matrices) = (tolerances, matrices);

    /// <summary>How far off a comparison was; <see langword="null"/> where the exception does not say.</summary>
    public double? Tolerances { get; }

    /// <summary>The matrices that were compared; <see langword="null"/> where there are none, or not such as a spec tells.</summary>
    public ComparedMatrices? Matrices
        => _matrices is (var expected, var actual, var differs, { Length: 5 } place)
            && Shape(expected) is var shape && Shape(actual) == shape && Shape(differs) == shape
            && shape is { Rows: <= ComparedMatrices.MostLines, Columns: <= ComparedMatrices.MostLines }
            ? new ComparedMatrices(
                [.. expected.Cast<double>()],
                [.. actual.Cast<double>()],
                [.. differs.Cast<bool>()],
                new MatrixPlace(shape.Rows, shape.Columns, place[0], place[1], place[2], place[3], place[4]))
            : null;

    /// <summary>Takes what an exception carries.</summary>
    /// <returns>The data; <see langword="null"/> where the exception is none of a spec.</returns>
    public static FailureData? Of(Exception exception)
        => exception.GetType().FullName == ExceptionType
            ? new FailureData(exception.Data[TolerancesKey] as double?, exception.Data[MatricesKey] as SpecMatrices?)
            : null;

    private static (int Rows, int Columns) Shape(Array? matrix) => matrix is null ? default : (matrix.GetLength(0), matrix.GetLength(1));
}
