using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary><c>Matrix&lt;T&gt;</c> and <c>Vector&lt;T&gt;</c> of MathNet.Numerics.</summary>
internal static class MatrixModel
{
    public const string Namespace = "MathNet.Numerics.LinearAlgebra";

    private const string M = Namespace + ".Matrix.";
    private const string V = Namespace + ".Vector.";

    public static IEnumerable<KeyValuePair<string, LibraryMethod>> Methods =>
    [
        .. Both("Multiply", Multiply),
        .. Both("Divide", call => Arithmetic(call, BinaryOperatorKind.Divide)),
        .. Both("Add", call => Arithmetic(call, BinaryOperatorKind.Add)),
        .. Both("Subtract", call => Arithmetic(call, BinaryOperatorKind.Subtract)),
        .. Both("Clone", call => ArrayModel.Copy(call, call.Instance)),
        .. Both("ToArray", call => ArrayModel.Copy(call, call.Instance)),
        .. Both("At", At),
        .. Both("Clear", call => ArrayModel.Fill(call, call.Instance, Number.Zero)),
        .. Both("Map", call => MapFunction(call, indexed: false, inPlace: false)),
        .. Both("MapIndexed", call => MapFunction(call, indexed: true, inPlace: false)),
        .. Both("MapInplace", call => MapFunction(call, indexed: false, inPlace: true)),
        .. Both("MapIndexedInplace", call => MapFunction(call, indexed: true, inPlace: true)),
        .. Both("PointwiseExp", PointwiseExp),
        .. Both("Enumerate", call => call.View(call.Instance) is { } view ? call.New(view.Summary, Cells(view)) : null),
        .. StageModel.Methods,
        .. Both("PointwiseMultiply", PointwiseShapes),
        .. Both("PointwiseDivide", PointwiseShapes),
        new(M + "Transpose", Transpose),
        new(M + "TransposeAndMultiply", call => Product(call, leftAxis: 1, rightAxis: 1)),
        new(M + "TransposeThisAndMultiply", call => Product(call, leftAxis: 0, rightAxis: 0)),
        new(M + "SubMatrix", call => Part(call, call.Length(1), call.Length(3))),
        new(M + "Row", call => Line(call, 0)),
        new(M + "Column", call => Line(call, 1)),
        new(M + "ToRowArrays", call => ArrayModel.Copy(call, call.Instance)),
        new(M + "ToColumnArrays", Transpose),
        new(M + "EnumerateRows", call => call.Arguments.Length == 0 ? call.Instance : null),
        new(M + "EnumerateColumns", call => call.Arguments.Length == 0 ? Transpose(call) : null),
        new(M + "EnumerateRowsIndexed", RowsIndexed),
        new(M + "ToRowMajorArray", call => Flatten(call, byRows: true)),
        new(M + "ToColumnMajorArray", call => Flatten(call, byRows: false)),
        new(M + "SetRow", SetRow),
        new(M + "SetColumn", SetColumn),
        new(M + "SetSubMatrix", SetSubMatrix),
        new(M + "Append", call => Join(call, axis: 1)),
        new(M + "Stack", call => Join(call, axis: 0)),
        new(V + "DotProduct", call => Product(call, leftAxis: 0, rightAxis: 0)),
        new(V + "SubVector", call => Part(call, call.Length(1))),
        new(V + "Maximum", Extreme),
        new(V + "Minimum", Extreme),
    ];

    /// <summary>
    /// Methods of matrices and vectors that return something leave their receiver alone, except those that give its storage away
    /// (<c>AsArray</c> and its like).
    /// </summary>
    public static bool IsPure(string type, LibraryCall call)
        => type.StartsWith(Namespace, StringComparison.Ordinal)
           && !call.Method.ReturnsVoid
           && !call.Method.Name.StartsWith("As", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, LibraryMethod>> Both(string name, LibraryMethod method)
        => [new(M + name, method), new(V + name, method)];

    private static AbstractValue? PointwiseShapes(LibraryCall call)
    {
        if (call.Arguments.Length != 1 || call.View(call.Instance) is not { } left || call.View(call[0]) is not { } right)
        {
            return null;
        }

        for (var i = 0; i < left.Axes.Count; i++)
        {
            call.Interpreter.MustAgree(call.Site, left, i, right, i);
        }

        return call.New(AbstractValue.Unknown, [.. left.Axes]);
    }

    private static AbstractValue? Multiply(LibraryCall call)
        => call.Arguments.Length == 1 ? Arithmetic(call, BinaryOperatorKind.Multiply) : null;

    private static AbstractValue? Arithmetic(LibraryCall call, BinaryOperatorKind kind)
        => call is { Arguments.Length: 1, Instance: { } instance, Site: IInvocationOperation invocation }
            ? TensorAlgebra.Apply(
                call.Interpreter,
                new Operands(call.Site, kind, instance, call[0], invocation.Syntax, invocation.Arguments[0].Value.Syntax))
            : null;

    private static AbstractValue? Product(LibraryCall call, int leftAxis, int rightAxis)
    {
        if (call.Arguments.Length != 1 || call.View(call.Instance) is not { } left || call.View(call[0]) is not { } right
            || leftAxis >= left.Axes.Count || rightAxis >= right.Axes.Count)
        {
            return null;
        }

        call.Interpreter.MustAgree(call.Site, left, leftAxis, right, rightAxis);
        var content = TensorAlgebra.Contract(left, left.Axes[leftAxis], right, right.Axes[rightAxis], call.Site);
        Polynomial?[] axes = [.. left.Axes.Where((_, i) => i != leftAxis), .. right.Axes.Where((_, i) => i != rightAxis)];
        return axes.Length == 0 ? content : call.New(content, axes);
    }

    private static AbstractValue? Transpose(LibraryCall call)
        => call.View(call.Instance) is { Axes.Count: 2 } view ? call.New(view.Summary, view.Axes[1], view.Axes[0]) : null;

    private static AbstractValue? Part(LibraryCall call, params Polynomial?[] axes)
        => call.View(call.Instance) is { } view ? call.New(view.Summary, axes) : null;

    private static AbstractValue? Line(LibraryCall call, int fixedAxis)
    {
        if (call.View(call.Instance) is not { Axes.Count: 2 } view || call.Instance is not Reference reference)
        {
            return null;
        }

        call.Interpreter.CheckIndices(call.Site, fixedAxis == 0 ? reference : new Reference(reference.Identity, reference.Prefix.Append(Polynomial.Somewhere)), [call[0]]);
        var length = call.Arguments.Length == 3 ? call.Length(2) : view.Axes[1 - fixedAxis];
        var content = fixedAxis == 0 && call.Length(0) is { } row
            ? call.View(new Reference(reference.Identity, reference.Prefix.Append(row)))?.Summary ?? AbstractValue.Unknown
            : view.Summary;
        return call.New(content, length);
    }

    private static AbstractValue? RowsIndexed(LibraryCall call)
    {
        var position = call.Position("row");
        return call.Arguments.Length == 0 && call.Instance is not null && call.Interpreter.SequenceOf(call.Instance, position) is { } rows
            ? rows with { Element = new Aggregate(new(["Item1", "Item2"]), new([new Number(Polynomial.Of(position)), rows.Element])) }
            : null;
    }

    private static AbstractValue? Flatten(LibraryCall call, bool byRows)
        => call.View(call.Instance) is { Axes.Count: 2 } view
            ? call.New(new Tensor(new([Cells(view)]), view.Summary) { IsOrdered = view.IsOrdered && byRows, FlatRows = byRows ? view.Axes[0] : null })
            : null;

    private static Polynomial? Cells(Tensor view)
        => view.Axes.Aggregate((Polynomial?)Polynomial.One, (x, y) => x is null || y is null ? null : x * y);

    private static AbstractValue? At(LibraryCall call)
    {
        var rank = call.View(call.Instance)?.Axes.Count;
        if (call.Instance is not { } instance || rank is not { } axes)
        {
            return null;
        }

        if (call.Arguments.Length == axes)
        {
            return call.Interpreter.Read(instance, call.Arguments);
        }

        call.Interpreter.Write(instance, [.. call.Arguments.Take(axes)], call[axes]);
        return AbstractValue.Unknown;
    }

    private static AbstractValue? MapFunction(LibraryCall call, bool indexed, bool inPlace)
    {
        if (call.Instance is not Reference instance || call.View(instance) is not { } view || call[0] is not Closure function)
        {
            return null;
        }

        var positions = view.Axes.Select((length, i) => (Atom: call.Position("axis" + i), Length: length)).ToList();
        AbstractValue[] indices = [.. positions.Select(x => new Number(Polynomial.Of(x.Atom)))];
        var content = call.Interpreter.Repeat(positions, () =>
        {
            var element = call.Interpreter.Read(instance, indices);
            return call.Interpreter.Call(call.Site, function, indexed ? [.. indices, element] : [element]);
        });
        foreach (var (atom, _) in positions)
        {
            content = LoopBoundary.Close(content, atom);
        }

        return inPlace ? ArrayModel.Fill(call with { Arguments = [] }, instance, content) : call.New(new Tensor(view.Axes, LoopBoundary.Forget(content)));
    }

    private static AbstractValue? PointwiseExp(LibraryCall call)
    {
        if (call.View(call.Instance) is not { } view)
        {
            return null;
        }

        call.Interpreter.Exponentiated(call.Site, view.Summary);
        return call.New(new Tensor(view.Axes, StageAlgebra.Exp(view.Summary)));
    }

    private static AbstractValue? SetRow(LibraryCall call)
    {
        if (call.Arguments.Length != 2 || call.Instance is not { } instance)
        {
            return null;
        }

        if (call.View(instance) is { Axes.Count: 2 } matrix && call.View(call[1]) is { Axes.Count: 1 } row)
        {
            call.Interpreter.MustAgree(call.Site, matrix, 1, row, 0);
        }

        // The row is copied: whoever holds it goes on holding the original.
        var copy = ArrayModel.Copy(call, call[1]);
        call.Interpreter.Write(instance, [call[0]], copy ?? AbstractValue.Unknown);
        return AbstractValue.Unknown;
    }

    private static AbstractValue? SetColumn(LibraryCall call)
    {
        if (call.Arguments.Length != 2 || call.View(call.Instance) is not { Axes.Count: 2 } view || call.Length(0) is not { } column)
        {
            return null;
        }

        return SetBlock(call, new Interval(Polynomial.Zero, view.Axes[0]), new Interval(column, Polynomial.One), call[1]);
    }

    private static AbstractValue? SetSubMatrix(LibraryCall call)
    {
        var (row, column, block) = call.Arguments.Length == 3 ? (0, 1, 2) : (0, 2, 4);
        if (call.Arguments.Length is not (3 or 5)
            || call.View(call[block]) is not { Axes.Count: 2 } view
            || call.Length(row) is not { } top
            || call.Length(column) is not { } left)
        {
            return null;
        }

        var rows = call.Arguments.Length == 3 ? view.Axes[0] : call.Length(1);
        var columns = call.Arguments.Length == 3 ? view.Axes[1] : call.Length(3);
        return SetBlock(call, new Interval(top, rows), new Interval(left, columns), call[block]);
    }

    private static AbstractValue SetBlock(LibraryCall call, Interval rows, Interval columns, AbstractValue source)
    {
        call.Interpreter.WriteBlock(call.Instance!, new([rows, columns]), call.View(source)?.Summary ?? AbstractValue.Unknown);
        return AbstractValue.Unknown;
    }

    private static AbstractValue? Join(LibraryCall call, int axis)
    {
        if (call.Arguments.Length != 1 || call.View(call.Instance) is not { Axes.Count: 2 } first || call.View(call[0]) is not { Axes.Count: 2 } second)
        {
            return null;
        }

        var length = first.Axes[axis] is { } a && second.Axes[axis] is { } b ? a + b : null;
        return call.New(new Tensor(first.Axes.SetItem(axis, length), Lattice.Join(first.Summary, second.Summary)));
    }

    private static AbstractValue? Extreme(LibraryCall call)
        => call.View(call.Instance) is { } view ? view.Summary : null;
}
