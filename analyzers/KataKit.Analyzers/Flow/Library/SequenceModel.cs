using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>LINQ, and the loops that take their body as a function.</summary>
internal static class SequenceModel
{
    private const string Type = "System.Linq.Enumerable.";
    private const int MostUnrolled = 8;

    public static IEnumerable<KeyValuePair<string, LibraryMethod>> Methods =>
    [
        new(Type + "Range", Range),
        new(Type + "Repeat", call => new Sequence(call.Position("repeat"), call[0], call.Length(1))),
        new(Type + "Select", Select),
        new(Type + "Zip", Zip),
        new(Type + "Sum", Sum),
        new(Type + "Average", Average),
        new(Type + "Aggregate", Aggregate),
        new(Type + "Max", Extreme),
        new(Type + "Min", Extreme),
        new(Type + "ToArray", ToArray),
        new(Type + "ToList", ToArray),
        new(Type + "Take", call => Source(call, 0) is { } source ? source with { Length = call.Length(1) is { Constant: null } length ? length : null } : null),
        new(Type + "Skip", Skip),
        new(Type + "AsEnumerable", call => call[0]),
        new("System.Collections.Generic.List.ConvertAll", call =>
            call.Instance is not null && Select(call with { Arguments = [call.Instance, .. call.Arguments] }) is Sequence mapped ? Collect(call, mapped) : null),
        new("System.Array.ConvertAll", call => Select(call) is Sequence mapped ? Collect(call, mapped) : null),
        new("System.Threading.Tasks.Parallel.For", ParallelFor),
    ];

    /// <summary>The elements of a sequence as a new array.</summary>
    public static AbstractValue Collect(LibraryCall call, Sequence sequence)
    {
        var element = LoopBoundary.Close(sequence.Element, sequence.Position);
        return call.View(sequence.Element) is { } row
            ? call.New(new Tensor(new([sequence.Length, .. row.Axes]), row.Summary))
            : call.New(LoopBoundary.Forget(element), sequence.Length);
    }

    public static Sequence? Source(LibraryCall call, int argument)
        => call.Interpreter.SequenceOf(call[argument], call.Position("source" + argument));

    private static AbstractValue? Range(LibraryCall call)
    {
        var position = call.Position("range");
        return call.Length(0) is { } first
            ? new Sequence(position, new Number(first + Polynomial.Of(position)), call.Length(1))
            : null;
    }

    private static AbstractValue? Select(LibraryCall call)
        => call.View(call[0])?.Axes.FirstOrDefault()?.Constant is { } count && count.Numerator <= MostUnrolled ? MapEach(call, (int)count.Numerator)
            : Source(call, 0) is { } source ? Map(call, source, call[1])
            : null;

    // A few values of different meaning, as in new[] { wq, wk, wv }: each element is itself, not what they have in common.
    private static AbstractValue? MapEach(LibraryCall call, int count)
    {
        var elements = new List<AbstractValue>();
        for (var i = 0; i < count; i++)
        {
            var index = new Number(Polynomial.Of(i));
            elements.Add(call.Interpreter.Call(call.Site, call[1], call.Interpreter.Read(call[0], [index]), index));
            if (call.View(elements[i]) is { } view)
            {
                // The next call of the function makes its objects anew.
                elements[i] = call.Interpreter.Allocate(call.Site, new Tensor(view.Axes, view.Summary), i);
            }
        }

        return call.Interpreter.AllocateOf(call.Site, elements);
    }

    private static Sequence Map(LibraryCall call, Sequence source, AbstractValue function)
    {
        var element = call.Interpreter.Repeat(
            [(source.Position, source.Length)],
            () => call.Interpreter.Call(call.Site, function, source.Element, new Number(Polynomial.Of(source.Position))));
        return source with { Element = element };
    }

    private static AbstractValue? Zip(LibraryCall call)
    {
        if (Source(call, 0) is not { } first || Source(call, 1) is not { } second)
        {
            return null;
        }

        first = Equals(first.Length, second.Length) ? first : first with { Length = null };
        var other = Substitution.Apply(second.Element, second.Position, Polynomial.Of(first.Position));
        if (call.Arguments.Length < 3)
        {
            return first with { Element = new Aggregate(new(["Item1", "Item2"]), new([first.Element, other])) };
        }

        var element = call.Interpreter.Repeat(
            [(first.Position, first.Length)],
            () => call.Interpreter.Call(call.Site, call[2], first.Element, other));
        return first with { Element = element };
    }

    private static AbstractValue? Sum(LibraryCall call)
    {
        if (Source(call, 0) is not { } source)
        {
            return null;
        }

        var summed = call.Arguments.Length > 1 ? Map(call, source, call[1]) : source;
        return LoopBoundary.Sum(summed.Element, summed.Position, summed.Length?.Single);
    }

    private static AbstractValue? Average(LibraryCall call)
        => Sum(call) is { } sum && Source(call, 0)?.Length is { } length
            ? ScalarAlgebra.Scaled(sum, new Number(length), inverse: true, call.Site.Syntax)
            : null;

    private static AbstractValue? Aggregate(LibraryCall call)
    {
        if (Source(call, 0) is not { } source || call.Arguments.Length != 3 || call[2] is not Closure function)
        {
            return null;
        }

        // The running value lives in a variable of its own, so that the loop treats it as it treats a local.
        var running = function.Method;
        call.Interpreter.Assign(running, call[1]);
        call.Interpreter.Repeat([(source.Position, source.Length)], () =>
        {
            var next = call.Interpreter.Call(call.Site, function, call.Interpreter.Value(running), source.Element);
            call.Interpreter.Assign(running, next);
            return next;
        });
        return call.Interpreter.Value(running);
    }

    private static AbstractValue? Extreme(LibraryCall call)
    {
        if (Source(call, 0) is not { } source)
        {
            return null;
        }

        var compared = call.Arguments.Length > 1 ? Map(call, source, call[1]) : source;
        return LoopBoundary.Forget(LoopBoundary.Close(compared.Element, compared.Position));
    }

    private static AbstractValue? ToArray(LibraryCall call)
        => call[0] is Reference ? ArrayModel.Copy(call, call[0])
            : Source(call, 0) is { } source ? Collect(call, source) : null;

    private static AbstractValue? Skip(LibraryCall call)
        => Source(call, 0) is { } source && call.Length(1) is { } count
            ? new Sequence(
                source.Position,
                Substitution.Apply(source.Element, source.Position, Polynomial.Of(source.Position) + count),
                source.Length is { } length ? length - count : null)
            : null;

    private static AbstractValue? ParallelFor(LibraryCall call)
    {
        if (call.Length(0) is not { } first || call.Arguments.Length != 3)
        {
            return null;
        }

        var position = call.Position("parallel");
        var length = call.Length(1) is { } end ? end - first : null;
        call.Interpreter.Repeat(
            [(position, length)],
            () => call.Interpreter.Call(call.Site, call[2], new Number(first + Polynomial.Of(position))));
        return AbstractValue.Unknown;
    }
}
