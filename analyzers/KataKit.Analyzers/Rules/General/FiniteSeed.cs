using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// Finds searches that begin at the last finite number and whose outcome is the result of a member that must find infinities too. The
/// outcome is never beyond its beginning, so that the member is wrong wherever all values are infinite.
/// </summary>
internal static class FiniteSeed
{
    // The members whose contract counts infinite values like any other.
    private static readonly HashSet<(string Kata, string? Member)> Unbounded =
    [
        ("max-pool", "Forward"), ("function-minimization", "GoldenSection"), ("function-minimization", "GlobalMinimum"),
    ];

    /// <summary>Whether a search begins at such a number and ends in the result.</summary>
    public static bool IsResult(ExtremumSearch search, ValueGraph graph, GraphProgram program)
        => program.Contract is { } contract
           && Unbounded.Contains((contract.Kata, program.NameOf(graph)))
           && (search.IsMaximum ? Extremes.IsLeastFinite(search.Seed) : Extremes.IsGreatestFinite(search.Seed))
           && graph.Events.Any(x => IsPartOfResult(x, graph) && ValuesOf(x).Any(y => IsOutcome(y, search)) && !x.Guards.Any(y => LooksAtValues(y.Condition)));

    /// <summary>A return, or the last write to an element of a new array that is returned.</summary>
    private static bool IsPartOfResult(GraphEvent happening, ValueGraph graph)
        => happening.Kind == GraphEventKind.Return
           || (happening is { Kind: GraphEventKind.Store, Place: { Member: null, Object: { } target } }
               && target.Root() is { Kind: TermKind.New } array
               && graph.Result?.DescendantsAndSelf().Contains(array) == true
               && graph.StoresTo(array).All(x => x.Order <= happening.Order)
               && !graph.Computations.Any(x => x.Value is { Kind: TermKind.Call, Symbol: IMethodSymbol { ReturnsVoid: true } } call && call.Operands.Any(y => y.Root().Equals(array))));

    private static IEnumerable<Term> ValuesOf(GraphEvent happening)
        => happening is { Kind: GraphEventKind.Return, Value: { Kind: TermKind.New, Operands: var parts } } ? parts.Add(happening.Value) : [happening.Value];

    /// <summary>Whether a value is what a search ends with, perhaps after further searches that go on from there.</summary>
    private static bool IsOutcome(Term value, ExtremumSearch search)
        => value is { Kind: TermKind.Load, Operands: { Length: 1 } whole } ? ExtremumSearch.IsPartOf(search.Seed, search.Best.First(), value.Symbol) && IsOutcome(whole[0], search)
           : value is LoopVariable { Next: { } next } kept
           && ReferenceEquals(kept.First(), search.Best.First())
           && (kept.Initial is not LoopVariable || IsOutcome(kept.Initial, search))
           && Keeps(next, kept, search.IsMaximum);

    /// <summary>Whether a round leaves a variable as it is unless something beats it.</summary>
    private static bool Keeps(Term next, LoopVariable best, bool isMaximum)
    {
        return ReferenceEquals(next, best) || next switch
        {
            LoopVariable { Next: { } inner } nested => ReferenceEquals(nested.Initial, best) && Keeps(inner, nested, isMaximum),
            { Kind: TermKind.Choice, Operands: { Length: 3 } ways } => IsKept(ways[0], ways[1], holds: true) && IsKept(ways[0], ways[2], holds: false),
            { Kind: TermKind.Call } => ExtremumSearch.IsLibrary(next, isMaximum ? "Max" : "Min") && next.Operands.Any(x => ReferenceEquals(x, best)),
            _ => false,
        };

        bool IsKept(Term condition, Term way, bool holds) => Keeps(way, best, isMaximum) || Alternatives(condition, holds).All(x => x.Facts().Any(y => Beats(y, way)));

        bool Beats(Guard fact, Term winner)
        {
            if (fact.Condition.Kind is not (TermKind.Less or TermKind.LessOrEqual))
            {
                return IsNaN(fact, winner);
            }

            var (lower, higher) = fact.Holds ? (fact.Condition.Left, fact.Condition.Right) : (fact.Condition.Right, fact.Condition.Left);
            var (beaten, candidate) = isMaximum ? (lower, higher) : (higher, lower);
            return ExtremumSearch.IsPart(beaten, best, out var member) && ExtremumSearch.IsPartOf(candidate, winner, member);
        }
    }

    /// <summary>The conditions of which one holds where another holds, or does not.</summary>
    private static IEnumerable<Guard> Alternatives(Term condition, bool holds)
        => condition.Kind == TermKind.Not ? Alternatives(condition.Operands[0], !holds)
            : condition.Kind == (holds ? TermKind.Or : TermKind.And) ? condition.Operands.SelectMany(x => Alternatives(x, holds))
            : [new Guard(condition, holds)];

    // NaN is not infinite either.
    private static bool IsNaN(Guard fact, Term value)
        => (fact.Holds && Clamped.IsCall(fact.Condition, "IsNaN") && fact.Condition.Operands[0].Equals(value))
           || (!fact.Holds && fact.Condition.Is(TermKind.Equal, out var left, out var right) && left.Equals(right) && left.Equals(value));

    /// <summary>Whether a condition may know what the values are: it asks for one of them, or for what a loop has found.</summary>
    private static bool LooksAtValues(Term condition)
        => condition.DescendantsAndSelf().Any(x => x.Kind is TermKind.Element or TermKind.Iterated or TermKind.Unknown or TermKind.Join
            || x is { Kind: TermKind.Call, Symbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } }
            || (x.Kind == TermKind.LoopVariable && !x.IsCounter(out _, out _)));
}
