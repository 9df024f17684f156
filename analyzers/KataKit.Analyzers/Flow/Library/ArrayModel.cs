using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>Arrays and spans.</summary>
internal static class ArrayModel
{
    public static IEnumerable<KeyValuePair<string, LibraryMethod>> Methods =>
    [
        new("System.Array.GetLength", call => Axis(call, Polynomial.Zero)),
        new("System.Array.GetUpperBound", call => Axis(call, -Polynomial.One)),
        new("System.Array.Clone", call => Copy(call, call.Instance)),
        new("System.Array.Fill", call => Fill(call, call[0], call[1])),
        new("System.Array.Clear", call => Fill(call, call[0], Number.Zero)),
        new("System.Span.Fill", call => Fill(call, call.Instance, call[0])),
        new("System.Span.Clear", call => Fill(call, call.Instance, Number.Zero)),
        new("System.Span.Slice", call => Slice(call.Instance, call, 0)),
        new("System.ReadOnlySpan.Slice", call => Slice(call.Instance, call, 0)),
        new("System.Span.ToArray", call => Copy(call, call.Instance)),
        new("System.ReadOnlySpan.ToArray", call => Copy(call, call.Instance)),
        new("System.Collections.Generic.List.Add", Append),
        new("System.Collections.Generic.List.ToArray", call => Copy(call, call.Instance)),
        new("System.MemoryExtensions.AsSpan", call => Slice(call[0], call, 1)),
    ];

    /// <summary>A new array with the same elements.</summary>
    public static AbstractValue? Copy(LibraryCall call, AbstractValue? source)
        => call.View(source) is { } view ? call.New(view) : null;

    /// <summary>Makes every element of an object one value.</summary>
    public static AbstractValue? Fill(LibraryCall call, AbstractValue? target, AbstractValue content)
    {
        if (target is not Reference || call.View(target) is not { } view || call.Arguments.Length > 2)
        {
            return null;
        }

        call.Interpreter.WriteBlock(target, view.Axes.Map(x => new Interval(Polynomial.Zero, x)), content);
        return AbstractValue.Unknown;
    }

    // A list is known by what its elements have in common; how many there are is one unknown number.
    private static AbstractValue? Append(LibraryCall call)
    {
        if (call.Instance is not Reference { IsWhole: true } list || call.View(list) is not { Axes.Count: 1 } view)
        {
            return null;
        }

        var content = Lattice.Join(view.Summary, LoopBoundary.Forget(call[0]));
        call.Interpreter.WriteBlock(list, view.Axes.Map(x => new Interval(Polynomial.Zero, x)), content);
        return AbstractValue.Unknown;
    }

    private static AbstractValue? Axis(LibraryCall call, Polynomial offset)
        => call.View(call.Instance) is { } view
           && call[0] is Number { Value.Constant: { } axis }
           && axis.Numerator >= 0 && axis.Numerator < view.Axes.Count
           && view.Axes[(int)axis.Numerator] is { } length
            ? new Number(length + offset)
            : AbstractValue.Unknown;

    private static AbstractValue? Slice(AbstractValue? target, LibraryCall call, int firstArgument)
    {
        if (target is not Reference reference || call.View(target) is not { Axes.Count: > 0 } view)
        {
            return null;
        }

        switch (call.Method.ReducedFrom is null ? call.Arguments.Length - firstArgument : call.Arguments.Length)
        {
            case 0:
                return target;
            case 1 when call.Length(firstArgument) is { } start:
                return Interpreter.Slice(reference, start, view.Axes[0] is { } all ? all - start : null);
            case 2 when call.Length(firstArgument) is { } start && call.Length(firstArgument + 1) is { } length:
                return Interpreter.Slice(reference, start, length);
            default:
                return null;
        }
    }
}
