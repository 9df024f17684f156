namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>A value that is held between two bounds, however that is written.</summary>
/// <param name="Value">What is held.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
internal sealed record Clamped(Term Value, Term Low, Term High)
{
    private static readonly string[] Numbers = ["System.Math", "System.MathF", "System.Double", "System.Single", "System.Int32", "System.Int64"];

    /// <summary>The ways to read a term as a clamp; a minimum does not say which operand is the bound.</summary>
    public static IEnumerable<Clamped> Readings(Term term)
    {
        if (IsCall(term, "Clamp") && term.Operands.Length == 3)
        {
            yield return new Clamped(term.Operands[0], term.Operands[1], term.Operands[2]);
            yield break;
        }

        foreach (var (high, inner) in Orders(Minimum(term)))
        {
            foreach (var (low, value) in Orders(Maximum(inner)))
            {
                yield return new Clamped(value, low, high);
            }
        }

        foreach (var (low, inner) in Orders(Maximum(term)))
        {
            foreach (var (high, value) in Orders(Minimum(inner)))
            {
                yield return new Clamped(value, low, high);
            }
        }

        // One comparison after the other: the second is made where the first did not hold.
        if (term.Kind == TermKind.Choice && IsOrder(term.Operands[0], out var less, out var more))
        {
            var (chosen, rest) = (term.Operands[1], term.Operands[2]);
            foreach (var (high, value) in chosen.Equals(more) ? Orders(Minimum(rest)).Where(x => x.Other.Equals(less)) : [])
            {
                yield return new Clamped(value, more, high);
            }

            foreach (var (low, value) in chosen.Equals(less) ? Orders(Maximum(rest)).Where(x => x.Other.Equals(more)) : [])
            {
                yield return new Clamped(value, low, less);
            }
        }
    }

    /// <summary>The two values of which a term is the smaller one.</summary>
    public static (Term, Term)? Minimum(Term term) => Extreme(term, "Min", isMaximum: false);

    /// <summary>The two values of which a term is the larger one.</summary>
    public static (Term, Term)? Maximum(Term term) => Extreme(term, "Max", isMaximum: true);

    /// <summary>Whether a term calls a function of numbers, of <see cref="Math"/> or of the number's own type.</summary>
    public static bool IsCall(Term term, params string[] names) => Numbers.Any(x => term.IsCallOf(x, names));

    private static (Term, Term)? Extreme(Term term, string name, bool isMaximum)
    {
        if (IsCall(term, name) && term.Operands.Length == 2)
        {
            return (term.Left, term.Right);
        }

        if (term.Kind != TermKind.Choice || !IsOrder(term.Operands[0], out var less, out var more))
        {
            return null;
        }

        var (whenTrue, whenFalse) = isMaximum ? (more, less) : (less, more);
        return term.Operands[1].Equals(whenTrue) && term.Operands[2].Equals(whenFalse) ? (less, more) : null;
    }

    private static bool IsOrder(Term condition, out Term less, out Term more)
        => condition.Is(TermKind.Less, out less, out more) || condition.Is(TermKind.LessOrEqual, out less, out more);

    private static IEnumerable<(Term One, Term Other)> Orders((Term One, Term Other)? pair)
        => pair is { } both ? [(both.One, both.Other), (both.Other, both.One)] : [];
}
