namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>An element of a sequence at a fixed distance from the place that a loop is at: <c>symbols[i]</c>, <c>symbols[i + 1]</c>.</summary>
internal readonly record struct Neighbour(Term Sequence, LoopVariable Place, double Offset)
{
    /// <summary>The element that a term is, if it is one.</summary>
    public static Neighbour? Of(Term term) => term is { Kind: TermKind.Element, Operands: { Length: 2 } parts } ? Of(parts[0], parts[1]) : null;

    /// <summary>The element of a sequence at an index.</summary>
    public static Neighbour? Of(Term sequence, Term index)
    {
        if (index is LoopVariable place)
        {
            return new(sequence.Storage(), place, 0);
        }

        return index is { Kind: TermKind.Add or TermKind.Subtract, Left: LoopVariable from } && index.Right.IsNumber(out var distance)
            ? new(sequence.Storage(), from, index.Kind == TermKind.Add ? distance : -distance)
            : null;
    }

    /// <summary>All such elements that a term is made of.</summary>
    public static IEnumerable<Neighbour> In(Term term) => term.PartsAndSelf().Select(Of).Where(x => x is not null).Select(x => x!.Value);

    /// <summary>The elements of a term that stand before another one of it.</summary>
    public static IEnumerable<Neighbour> Lefts(IReadOnlyCollection<Neighbour> all)
        => all.Where(x => all.Any(y => ReferenceEquals(x.Place, y.Place) && y.Offset == x.Offset + 1 && y.Sequence.Equals(x.Sequence)));
}
