using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary><c>Matrix&lt;T&gt;.Build</c>, <c>Vector&lt;T&gt;.Build</c> and the static factories of MathNet.Numerics.</summary>
internal static class MatrixBuilderModel
{
    private const string MatrixBuilder = MatrixModel.Namespace + ".MatrixBuilder.";
    private const string VectorBuilder = MatrixModel.Namespace + ".VectorBuilder.";
    private const string DenseMatrix = MatrixModel.Namespace + ".Double.DenseMatrix.";
    private const string DenseVector = MatrixModel.Namespace + ".Double.DenseVector.";

    public static IEnumerable<KeyValuePair<string, LibraryMethod>> Methods =>
    [
        new(MatrixBuilder + "Dense", call => Dense(call, rank: 2)),
        new(DenseMatrix + "Create", call => Dense(call, rank: 2)),
        new(MatrixBuilder + "SameAs", call => call.Arguments.Length == 1 && call.View(call[0]) is { Axes.Count: 2 } model ? call.New(new Tensor(model.Axes, Number.Zero)) : null),
        new(VectorBuilder + "Dense", call => Dense(call, rank: 1)),
        new(DenseVector + "Create", call => Dense(call, rank: 1)),
        new(MatrixModel.Namespace + ".CreateMatrix.Dense", call => Dense(call, rank: 2)),
        new(MatrixModel.Namespace + ".CreateVector.Dense", call => Dense(call, rank: 1)),
        .. Copies(MatrixBuilder, "DenseOfArray", "DenseOfRowArrays", "DenseOfRows", "DenseOfRowVectors", "DenseOfMatrix"),
        .. Copies(DenseMatrix, "OfArray", "OfRowArrays", "OfRows", "OfRowVectors", "OfMatrix"),
        .. Copies(VectorBuilder, "DenseOfArray", "DenseOfEnumerable", "DenseOfVector"),
        .. Copies(DenseVector, "OfArray", "OfEnumerable", "OfVector"),
    ];

    private static IEnumerable<KeyValuePair<string, LibraryMethod>> Copies(string type, params string[] names)
        => names.Select(x => new KeyValuePair<string, LibraryMethod>(type + x, Copy));

    private static AbstractValue? Copy(LibraryCall call)
        => call.Arguments.Length != 1 ? null
            : call[0] is Sequence sequence ? SequenceModel.Collect(call, sequence)
            : ArrayModel.Copy(call, call[0]);

    private static AbstractValue? Dense(LibraryCall call, int rank)
    {
        if (call.Arguments.Length < rank)
        {
            return null;
        }

        // Dense(array) wraps the array; Dense(rows, columns, array) too.
        if (call.View(call[rank == 1 ? 0 : 2]) is { } storage && call[rank == 1 ? 0 : 2] is Reference)
        {
            var content = storage.Summary;
            call.Interpreter.Escape([call[rank == 1 ? 0 : 2]]);
            return rank == 1 ? call.New(content, storage.Axes[0]) : call.New(content, call.Length(0), call.Length(1));
        }

        Polynomial?[] axes = rank == 1 ? [call.Length(0)] : [call.Length(0), call.Length(1)];
        return call.Arguments.Length == rank ? call.New(Number.Zero, axes)
            : call[rank] is Closure function ? call.New(Fill(call, function, axes), axes)
            : call.New(LoopBoundary.Forget(call[rank]), axes);
    }

    private static AbstractValue Fill(LibraryCall call, Closure function, Polynomial?[] axes)
    {
        var positions = axes.Select((length, i) => (Atom: call.Position("axis" + i), Length: length)).ToList();
        var content = call.Interpreter.Repeat(
            positions,
            () => call.Interpreter.Call(call.Site, function, [.. positions.Select(x => new Number(Polynomial.Of(x.Atom)))]));
        foreach (var (atom, _) in positions)
        {
            content = LoopBoundary.Close(content, atom);
        }

        return LoopBoundary.Forget(content);
    }
}
