namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>From where a value is limited.</summary>
[Flags]
internal enum Sides
{
    None = 0,
    Below = 1,
    Above = 2,
    Both = Below | Above,
}

/// <summary>Whether values are limited from below and above: by clamps, by the conditions on the way, by what they are made of.</summary>
/// <param name="leaf">What is known of a value that is read, given or computed elsewhere.</param>
/// <param name="facts">What holds where the value is used, taken apart.</param>
/// <param name="smallest">A bound that is a smaller constant is none.</param>
/// <param name="largest">A bound that is a larger constant is none.</param>
internal sealed class Limits(Func<Term, Sides> leaf, IReadOnlyList<Guard> facts, double smallest, double largest)
{
    private static readonly string[] Monotone = ["Round", "Floor", "Ceiling", "Truncate", "BitDecrement", "BitIncrement"];

    // Variables whose rounds are being looked at: what holds at the beginning of a round is assumed of them.
    private HashSet<Term> _open = [];

    public Sides Of(Term term)
        => term.IsNumber(out _) ? Sides.Both : Computed(term) is var sides && sides == Sides.Both ? sides : sides | Known(term);

    private Sides OfBound(Term bound)
        => bound.IsNumber(out var number) ? (number >= smallest ? Sides.Below : Sides.None) | (number <= largest ? Sides.Above : Sides.None) : Of(bound);

    private Sides Computed(Term term)
    {
        if (Clamped.IsCall(term, "Clamp") && term.Operands.Length == 3)
        {
            return (OfBound(term.Operands[1]) & Sides.Below) | (OfBound(term.Operands[2]) & Sides.Above);
        }

        if (Clamped.IsCall(term, "Min", "Max") && term.Operands.Length == 2)
        {
            var (left, right) = (OfBound(term.Left), OfBound(term.Right));
            var enough = Clamped.IsCall(term, "Min") ? Sides.Above : Sides.Below;
            return (left & right) | ((left | right) & enough);
        }

        if (Clamped.IsCall(term, Monotone))
        {
            return Of(term.Operands[0]);
        }

        if (Clamped.IsCall(term, "Abs"))
        {
            return Sides.Below | (Of(term.Operands[0]) == Sides.Both ? Sides.Above : Sides.None);
        }

        return term.Kind switch
        {
            TermKind.Convert => Of(term.Operands[0]),
            TermKind.Add => Of(term.Left) & Of(term.Right),
            TermKind.Subtract => Of(term.Left) & Opposite(Of(term.Right)),
            TermKind.Negate => Opposite(Of(term.Operands[0])),
            TermKind.Multiply or TermKind.Divide => Of(term.Left) == Sides.Both && Of(term.Right) == Sides.Both ? Sides.Both : Scaled(term),
            TermKind.Choice => Way(term, 1, holds: true) & Way(term, 2, holds: false),
            TermKind.Join => term.Operands.Aggregate(Sides.Both, (x, y) => x & Of(y)),
            TermKind.LoopVariable => Carried((LoopVariable)term),
            _ => leaf(term),
        };
    }

    private Sides Scaled(Term term)
        => term.Right.IsNumber(out var factor) && factor > 0 ? Of(term.Left)
            : term.Kind == TermKind.Multiply && term.Left.IsNumber(out factor) && factor > 0 ? Of(term.Right)
            : Sides.None;

    private Sides Way(Term choice, int operand, bool holds)
        => new Limits(leaf, [.. facts, .. new Guard(choice.Operands[0], holds).Facts()], smallest, largest) { _open = _open }.Of(choice.Operands[operand]);

    private Sides Carried(LoopVariable variable)
    {
        if (!_open.Add(variable))
        {
            return Sides.Both;
        }

        var sides = Of(variable.Initial) & (variable.Next is null ? Sides.Both : Of(variable.Next));
        _open.Remove(variable);
        return sides;
    }

    /// <summary>What comparisons on the way say of a value.</summary>
    private Sides Known(Term term)
    {
        var sides = Sides.None;
        foreach (var fact in facts)
        {
            if (fact.Condition.Kind is TermKind.Less or TermKind.LessOrEqual)
            {
                var (less, more) = fact.Holds ? (fact.Condition.Left, fact.Condition.Right) : (fact.Condition.Right, fact.Condition.Left);
                sides |= less.Equals(term) ? Bare(more) & Sides.Above : Sides.None;
                sides |= more.Equals(term) ? Bare(less) & Sides.Below : Sides.None;
                sides |= Clamped.IsCall(less, "Abs") && less.Operands[0].Equals(term) && Bare(more).HasFlag(Sides.Above) ? Sides.Both : Sides.None;
            }
        }

        return sides;
    }

    private Sides Bare(Term bound) => new Limits(leaf, [], smallest, largest) { _open = _open }.OfBound(bound);

    private static Sides Opposite(Sides sides)
        => (sides.HasFlag(Sides.Below) ? Sides.Above : Sides.None) | (sides.HasFlag(Sides.Above) ? Sides.Below : Sides.None);
}
