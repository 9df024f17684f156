using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>Replaces a position or counter inside a value, as when two sequences are walked side by side.</summary>
internal static class Substitution
{
    public static AbstractValue Apply(AbstractValue value, Atom atom, Polynomial replacement)
        => value switch
        {
            Number number => new Number(number.Value.Substitute(atom, replacement)),
            Quantity quantity => Apply(quantity, atom, replacement),
            Product product => product with { Left = Apply(product.Left, atom, replacement), Right = Apply(product.Right, atom, replacement) },
            Reference reference => reference with
            {
                Prefix = reference.Prefix.Map(x => x.Substitute(atom, replacement)),
                Offset = reference.Offset?.Substitute(atom, replacement),
                Length = reference.Length?.Substitute(atom, replacement),
            },
            Aggregate aggregate => aggregate with { Values = aggregate.Values.Map(x => Apply(x, atom, replacement)) },
            Sequence sequence => sequence with { Element = Apply(sequence.Element, atom, replacement) },
            _ => value,
        };

    private static Quantity Apply(Quantity quantity, Atom atom, Polynomial replacement)
        => quantity.Index is { } index ? quantity with { Index = index.Map(x => x.Substitute(atom, replacement)) } : quantity;
}
