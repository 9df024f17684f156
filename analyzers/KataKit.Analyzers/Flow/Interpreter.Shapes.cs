using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <content>Lengths that must agree: those of matrices that are combined, and those of axes and the counters that index them.</content>
internal sealed partial class Interpreter
{
    private readonly List<(Polynomial, Polynomial)> _compared = [];
    private readonly HashSet<Atom> _early = [];

    /// <summary>Tells rules of two axes that must have one length and cannot have for general inputs.</summary>
    public void MustAgree(IOperation site, Tensor left, int leftAxis, Tensor right, int rightAxis)
    {
        if (_state is not null && leftAxis < left.Axes.Count && rightAxis < right.Axes.Count
            && ShapeConflict.Contradict(left.Axes[leftAxis], right.Axes[rightAxis], _state))
        {
            Record(new ShapeConflict(left.Axes, right.Axes, leftAxis, rightAxis, left.Summary, right.Summary), FlowEventKind.ShapesDiffer, site);
        }
    }

    /// <summary>Tells rules of counters that run over another axis than the one they are an index of.</summary>
    public void CheckIndices(IOperation site, Reference reference, IReadOnlyList<AbstractValue> indices)
    {
        if (_state is null || reference.Offset is not null || _state.Find(reference) is not { } tensor)
        {
            return;
        }

        // As many heads, components and the like as one asks for may be fewer than there are: such a counter may run over a part.
        for (var i = 0; i < indices.Count && reference.Prefix.Count + i < tensor.Axes.Count; i++)
        {
            var axis = reference.Prefix.Count + i;
            if (indices[i] is Number { Value.Single: { Powers.Length: 1 } term }
                && term.Equals(Monomial.Of(term.Powers[0].Atom))
                && !_early.Contains(term.Powers[0].Atom)
                && _state.Counters.TryGetValue(term.Powers[0].Atom, out var range)
                && range is { IsGuarded: false, Bounds: { Start.IsZero: true } bounds }
                && bounds.Step.Equals(Polynomial.One)
                && ShapeConflict.Contradict(tensor.Axes[axis], bounds.Count, _state)
                && !bounds.Count.Terms.Any(x => x.Powers.Any(y => y.Atom.IsCount)))
            {
                Record(
                    new ShapeConflict(tensor.Axes, new([bounds.Count]), axis, 0, tensor.Summary, indices[i], reference.Identity),
                    FlowEventKind.IndexOffAxis,
                    site);
            }
        }
    }

    private void Record(ShapeConflict conflict, FlowEventKind kind, IOperation site)
    {
        if (_state is not null)
        {
            _findings.Add(new FlowEvent(kind, site, AbstractValue.Unknown, _state, Conflict: conflict));
        }
    }

    /// <summary>Remembers that the code asks whether two lengths are equal: then it knows what it does where they are.</summary>
    private void Compared(BinaryOperatorKind kind, AbstractValue left, AbstractValue right)
    {
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Compared(left, right);
        }
    }

    private void Compared(AbstractValue left, AbstractValue right)
    {
        if (left is Number a && right is Number b && !a.Equals(b))
        {
            _compared.Add((a.Value, b.Value));
        }
        else if (left is Aggregate first && right is Aggregate second)
        {
            for (var i = 0; i < Math.Min(first.Values.Count, second.Values.Count); i++)
            {
                Compared(first.Values[i], second.Values[i]);
            }
        }
    }

    // Code under a test that is not understood may be about to leave some values of a counter out.
    private static FlowState? Guarded(FlowState? state, AbstractValue tested)
    {
        if (state is not null && tested is Number { Value: var value })
        {
            foreach (var pair in state.Counters.Where(x => value.Mentions(x.Key) && !x.Value.IsGuarded))
            {
                state = state.With(pair.Key, pair.Value with { IsGuarded = true });
            }
        }

        return state;
    }

    private FlowState? Guarded(FlowState? state, IOperation condition)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            var variable = (operation as ILocalReferenceOperation)?.Local ?? (ISymbol?)(operation as IParameterReferenceOperation)?.Parameter;
            state = variable is null || state is null ? state : Guarded(state, state[variable]);
        }

        return state;
    }
}
