using System.Collections.Immutable;
using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>
/// What values turn into when a loop takes its next turn (<see cref="Age(FlowState, Atom)"/>) and when it ends
/// (<see cref="Close(FlowState, Atom)"/>). This is where a running sum of products becomes a dot product, and where writes to
/// <c>s[i, j]</c> for every <c>j</c> become writes to a whole row.
/// </summary>
internal static class LoopBoundary
{
    // Stands in an index for a counter that the enclosing pass is quantified over.
    private static readonly Polynomial Any = Polynomial.Opaque("any");

    public static FlowState Age(FlowState state, Atom counter) => state.Map(x => Age(x, counter), x => Age(x, counter));

    public static FlowState Close(FlowState state, Atom counter)
    {
        var bounds = state.Counters.TryGetValue(counter, out var range) ? range.Bounds : null;
        return state.Map(x => Close(x, counter), x => Close(x, counter, bounds)).WithoutCounter(counter);
    }

    /// <summary>What is left when a loop was left before its end: sums that are not whole, and writes that cover nobody knows what.</summary>
    public static FlowState CloseEarly(FlowState state, Atom counter)
        => state
            .Map(x => CloseEarly(x, counter), x => Close(x with { Base = CloseEarly(x.Base, counter), Passes = x.Passes.Map(y => y with { Value = CloseEarly(y.Value, counter) }) }, counter, bounds: null))
            .WithoutCounter(counter);

    /// <summary>The value, without where in a running loop it was read.</summary>
    public static AbstractValue Forget(AbstractValue value)
        => value switch
        {
            Quantity quantity => quantity.Free,
            Product or PartialSum => AbstractValue.Unknown,
            Number number when number.Value.Mentions(AtomKind.Index) => AbstractValue.Unknown,
            _ => value,
        };

    /// <summary>
    /// The joined head of a loop: what held before it, and what its turns leave. Writes of earlier turns are not "maybe writes" for
    /// the path from outside: there the earlier turns are just none.
    /// </summary>
    public static FlowState JoinAtHead(FlowState entry, FlowState aged, ImmutableArray<Atom> counters)
    {
        var joined = FlowState.Join(entry, aged.Map(x => x, x => WithoutEarlier(x, counters)))!;
        foreach (var pair in aged.Heap)
        {
            var tensor = joined.Heap[pair.Key];
            foreach (var pass in pair.Value.Passes.Where(x => IsOfEarlierTurn(x, counters)))
            {
                tensor = tensor.With(pass);
            }

            if (!ReferenceEquals(tensor, joined.Heap[pair.Key]))
            {
                joined = joined.With(pair.Key, tensor);
            }
        }

        return joined;
    }

    /// <summary>The sum of an element over all values of its position: a dot product where the element is a product.</summary>
    public static AbstractValue Sum(AbstractValue element, Atom position, Monomial? length)
        => AsTerm(element, position) is { } term && length is not null ? SumOf(term, length) : AbstractValue.Unknown;

    /// <summary>The value as the summand of a sum over a counter: data must move with it, and of a product both factors.</summary>
    public static AbstractValue? AsTerm(AbstractValue value, Atom counter)
        => value switch
        {
            Product product when Moves(product.Left, counter) && Moves(product.Right, counter) =>
                product with { Left = product.Left.Free, Right = product.Right.Free },
            // The trace of a matrix is no sum over an axis of it.
            Quantity { Index: { } index } quantity when index.Count(x => x.Mentions(counter)) == 1 => quantity.Free,
            _ => null,
        };

    private static AbstractValue SumOf(AbstractValue term, Monomial length)
        => term is Product product ? Contract(product.Left, product.Right, length, product.Site)
            : term is Quantity quantity ? StageAlgebra.Sum(quantity, length)
            : AbstractValue.Unknown;

    public static Quantity Contract(Quantity left, Quantity right, Monomial length, Microsoft.CodeAnalysis.SyntaxNode site)
        => new(
            Union(left.Origins, right.Origins),
            left.Scale * right.Scale,
            new Contraction(left.Origins, right.Origins, length, site)
            {
                LeftStage = left.Stage,
                RightStage = right.Stage,
                StridedAt = right.StridedAt is null ? null : left.StridedAt,
            },
            Index: null)
        {
            ScaledAt = new([.. left.ScaledAt, .. right.ScaledAt]),
        };

    public static AbstractValue Close(AbstractValue value, Atom counter)
        => value switch
        {
            PartialSum { Settled: true, Accumulates: true, Length: { } length } sum when sum.Counter.Equals(counter) => SumOf(sum.Term, length),
            PartialSum sum when sum.Counter.Equals(counter) => AbstractValue.Unknown,
            Product product when Moves(product.Left, counter) || Moves(product.Right, counter) => AbstractValue.Unknown,
            _ => LetGo(value, counter),
        };

    private static AbstractValue CloseEarly(AbstractValue value, Atom counter)
        => value is PartialSum sum && sum.Counter.Equals(counter) ? AbstractValue.Unknown : Close(value, counter);

    private static AbstractValue Age(AbstractValue value, Atom counter)
        => value switch
        {
            Product or Quantity { IsAddend: true } when AsTerm(value, counter) is { } term => new PartialSum(term, counter, Length: null, Accumulates: false, Settled: true),
            Product product when Moves(product.Left, counter) || Moves(product.Right, counter) => AbstractValue.Unknown,
            PartialSum sum when sum.Counter.Equals(counter) => sum with { Settled = true },
            _ => LetGo(value, counter),
        };

    private static AbstractValue LetGo(AbstractValue value, Atom counter)
        => value switch
        {
            Quantity quantity when Moves(quantity, counter) => quantity.Free,
            Number number when number.Value.Mentions(counter) => AbstractValue.Unknown,
            Reference reference when Mentions(reference, counter) => LetGo(reference, counter),
            Aggregate aggregate => LetGo(aggregate, counter),
            Sequence sequence => LetGo(sequence, counter),
            _ => value,
        };

    // Still a part of the same object, and nobody knows which.
    private static Reference LetGo(Reference reference, Atom counter)
        => reference with
        {
            Prefix = reference.Prefix.Map(x => x.Mentions(counter) ? Polynomial.Somewhere : x),
            Offset = reference.Offset is { } offset && offset.Mentions(counter) ? Polynomial.Somewhere : reference.Offset,
            Length = reference.Length is { } length && length.Mentions(counter) ? null : reference.Length,
        };

    private static Aggregate LetGo(Aggregate aggregate, Atom counter)
    {
        var values = aggregate.Values.Map(x => LetGo(x, counter));
        return values.Equals(aggregate.Values) ? aggregate : aggregate with { Values = values };
    }

    private static Sequence LetGo(Sequence sequence, Atom counter)
    {
        var element = LetGo(sequence.Element, counter);
        var length = sequence.Length is { } known && known.Mentions(counter) ? null : sequence.Length;
        return element.Equals(sequence.Element) && Equals(length, sequence.Length) ? sequence : new Sequence(sequence.Position, element, length);
    }

    private static Tensor Age(Tensor tensor, Atom counter)
    {
        var aged = AgedFrame(tensor, counter, Age);
        foreach (var pass in tensor.Passes)
        {
            aged = aged.With(pass.Mentions(counter)
                ? pass with
                {
                    Earlier = pass.Earlier.Contains(counter) ? pass.Earlier : Sorted(pass.Earlier.Append(counter)),
                    Value = Quantify(pass.Value, counter),
                }
                : pass with { Value = Age(pass.Value, counter) });
        }

        return aged.Equals(tensor) ? tensor : aged;
    }

    private static Tensor Close(Tensor tensor, Atom counter, CounterBounds? bounds)
    {
        var closed = AgedFrame(tensor, counter, Close);
        foreach (var pass in tensor.Passes)
        {
            closed = closed.With(pass.Mentions(counter)
                ? new Pass(
                    pass.Intervals.Map(x => Close(x, counter, pass.Earlier.Contains(counter) ? bounds : null)),
                    new EquatableArray<Atom>([.. pass.Earlier.Where(x => !x.Equals(counter))]),
                    Quantify(pass.Value, counter),
                    pass.Conditional)
                : pass with { Value = Close(pass.Value, counter) });
        }

        return closed.Equals(tensor) ? tensor : closed;
    }

    private static Tensor AgedFrame(Tensor tensor, Atom counter, Func<AbstractValue, Atom, AbstractValue> change)
        => tensor with
        {
            Axes = tensor.Axes.Map(x => x is not null && x.Mentions(counter) ? null : x),
            Base = change(tensor.Base, counter),
            Passes = EquatableArray<Pass>.Empty,
        };

    private static Interval Close(Interval interval, Atom counter, CounterBounds? bounds)
    {
        if (!interval.Start.Mentions(counter))
        {
            return interval;
        }

        // Turns that each fill a stretch just as long as the step between them fill one long stretch.
        return bounds is { } range
               && interval.Start.TryLinear(counter, out var rest, out var factor)
               && (factor * range.Step).Equals(interval.Length)
            ? new Interval(rest + (factor * range.Start), interval.Length * range.Count)
            : new Interval(Polynomial.Zero, Length: null);
    }

    // A pass over s[i, j] may hold values that move with j: each element its own.
    private static AbstractValue Quantify(AbstractValue value, Atom counter)
        => value switch
        {
            Product product => product with { Left = Quantify(product.Left, counter), Right = Quantify(product.Right, counter) },
            Quantity { IsAddend: true } quantity => Quantify(quantity, counter),
            _ => LetGo(value, counter),
        };

    private static Quantity Quantify(Quantity quantity, Atom counter)
        => quantity.Index is { } index
            ? quantity with { Index = index.Map(x => x.Mentions(counter) ? Any : x) }
            : quantity;

    private static Tensor WithoutEarlier(Tensor tensor, ImmutableArray<Atom> counters)
        => tensor.Passes.Any(x => IsOfEarlierTurn(x, counters))
            ? tensor with { Passes = new([.. tensor.Passes.Where(x => !IsOfEarlierTurn(x, counters))]) }
            : tensor;

    private static bool IsOfEarlierTurn(Pass pass, ImmutableArray<Atom> counters) => pass.Earlier.Any(x => counters.Contains(x));

    private static EquatableArray<Atom> Sorted(EquatableArray<Atom> atoms) => new([.. atoms.OrderBy(x => x)]);

    private static EquatableArray<Origin> Union(EquatableArray<Origin> left, EquatableArray<Origin> right)
        => new([.. left.Concat(right).Distinct().OrderBy(x => x.Parameter, StringComparer.Ordinal)]);

    private static bool Moves(Quantity quantity, Atom counter) => quantity.Index is { } index && index.Any(x => x.Mentions(counter));

    private static bool Mentions(Reference reference, Atom counter)
        => reference.Prefix.Any(x => x.Mentions(counter))
           || reference.Offset is { } offset && offset.Mentions(counter)
           || reference.Length is { } length && length.Mentions(counter);
}
