using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>A place where the count of two neighbouring symbols goes up: <c>counts[(s[i], s[i + 1])] += weight</c>.</summary>
/// <param name="Event">Where.</param>
/// <param name="Counts">The dictionary.</param>
/// <param name="Left">The left symbol.</param>
/// <param name="Increments">By how much, on each way.</param>
internal sealed record PairCount(GraphEvent Event, Term Counts, Neighbour Left, IReadOnlyList<Term> Increments)
{
    /// <summary>All places of a graph that count pairs and whose increments are understood.</summary>
    public static IEnumerable<PairCount> In(ValueGraph graph)
    {
        foreach (var happening in graph.Events)
        {
            var (counts, key) = Target(happening);
            if (counts is null || key is null)
            {
                continue;
            }

            var increments = new List<Term>();
            var lefts = Neighbour.Lefts([.. Neighbour.In(key)]).ToList();
            if (lefts.Count > 0 && TakeIncrements(happening.Value, counts, increments) && !increments.All(x => x.IsNumber(out var number) && number == 0))
            {
                yield return new(happening, counts, lefts[0], increments);
            }
        }
    }

    // counts[key] = …, or an operation on the reference that CollectionsMarshal gives.
    private static (Term? Counts, Term? Key) Target(GraphEvent happening)
        => happening switch
        {
            { Kind: GraphEventKind.Store, Place: { Member: null, Object: { } counts, Indices: { Length: 1 } key } } when IsDictionary(counts) => (counts, key[0]),
            { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.Add, Left: { } left } } when IsReference(left) => (left.Operands[0], left.Operands[1]),
            _ => default,
        };

    private static bool IsDictionary(Term term) => term.Type?.Name is "Dictionary" or "SortedDictionary" or "IDictionary" or "SortedList";

    private static bool IsReference(Term term) => term is { Kind: TermKind.Call, Symbol: IMethodSymbol { Name: "GetValueRefOrAddDefault" }, Operands.Length: >= 2 };

    private static bool TakeIncrements(Term value, Term counts, List<Term> increments)
    {
        if (value.Kind == TermKind.Choice)
        {
            return TakeIncrements(value.Operands[1], counts, increments) && TakeIncrements(value.Operands[2], counts, increments);
        }

        if (value.Is(TermKind.Add, out var left, out var right))
        {
            increments.Add(IsOld(left, counts) ? right : left);
            return IsOld(left, counts) || IsOld(right, counts);
        }

        // The first occurrence puts the increment itself.
        increments.Add(value);
        return value.Constant.HasValue || value.Kind is TermKind.Element or TermKind.Load or TermKind.Convert;
    }

    // A count of 0 where there is none yet stands beside the old count.
    private static bool IsOld(Term term, Term counts)
        => term.Kind == TermKind.Choice
            ? term.Operands.Skip(1).All(x => IsOld(x, counts) || x.IsNumber(out _))
            : term.PartsAndSelf().Any(x => ReferenceEquals(x, counts) || (x.Kind is TermKind.Load && x.Equals(counts)));
}
