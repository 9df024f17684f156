using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>The methods of matrices and vectors that sum over an axis, or divide by such a sum.</summary>
internal static class StageModel
{
    private const string M = MatrixModel.Namespace + ".Matrix.";
    private const string V = MatrixModel.Namespace + ".Vector.";

    public static IEnumerable<KeyValuePair<string, LibraryMethod>> Methods =>
    [
        new(V + "Sum", call => Sums(call, axis: 0)),
        new(M + "RowSums", call => Sums(call, axis: 1)),
        new(M + "ColumnSums", call => Sums(call, axis: 0)),
        new(M + "NormalizeRows", call => Normalise(call, axis: 1)),
        new(M + "NormalizeColumns", call => Normalise(call, axis: 0)),
        new(V + "Normalize", call => Normalise(call, axis: 0)),
    ];

    private static AbstractValue? Sums(LibraryCall call, int axis)
    {
        if (call.Arguments.Length != 0 || call.View(call.Instance) is not { } view || axis >= view.Axes.Count)
        {
            return null;
        }

        var content = Sum(view, axis);
        return view.Axes.Count == 1 ? content : call.New(content, view.Axes[1 - axis]);
    }

    private static AbstractValue Sum(Tensor view, int axis)
        => view.Summary is Quantity term && view.Axes[axis]?.Single is { } length ? StageAlgebra.Sum(term, length) : AbstractValue.Unknown;

    // By the 1-norm: exponentials are positive, so it is their sum.
    private static AbstractValue? Normalise(LibraryCall call, int axis)
        => call[0] is Number { Value: { } norm } && norm.Equals(Polynomial.One)
           && call.View(call.Instance) is { Summary: Quantity { Stage: Exponential } exponential } view && axis < view.Axes.Count
           && Sum(view, axis) is Quantity total
           && StageAlgebra.Divide(exponential, total) is Quantity { Stage: Share share } weights
            ? call.Interpreter.Normalised(call.Site, call.New(new Tensor(view.Axes, weights with { Stage = share with { IsSafe = true } })))
            : null;
}
