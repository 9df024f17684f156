using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>
/// The entries of a dictionary by hash, or of groups in the order of their first element: they come in an order that says nothing. A term
/// uses an entry's value (a count) or the entry's key, or both.
/// </summary>
internal static class HashEntries
{
    private static readonly ImmutableHashSet<string> ByHash = ImmutableHashSet.Create("Dictionary", "ConcurrentDictionary", "FrozenDictionary", "ImmutableDictionary");

    /// <summary>Whether a sequence comes in the order of hashes: nothing on the way from the dictionary sorted it.</summary>
    public static bool AreIn(Term sequence)
    {
        while (true)
        {
            switch (sequence)
            {
                case { Type: INamedTypeSymbol type } when ByHash.Contains(type.Name):
                    return true;
                case { Kind: TermKind.Load, Symbol.Name: "Keys", Operands: { Length: 1 } owner }:
                    sequence = owner[0];
                    break;
                case { Kind: TermKind.Call, Symbol: IMethodSymbol { ContainingType.Name: "Enumerable" } method, Operands: var operands }:
                    switch (method.Name)
                    {
                        case "GroupBy" or "CountBy" or "AggregateBy":
                            return true;
                        case "Where" or "Select" or "AsEnumerable" or "Cast":
                            sequence = operands[0];
                            break;
                        default:
                            return false;
                    }

                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether a term uses an entry that a loop is at, by its value alone, by its key, or not at all.</summary>
    public static (bool Value, bool Key) Use(Term term, Loop loop)
    {
        var (value, key) = (false, false);
        var seen = new HashSet<Term>();
        var pending = new Stack<Term>();
        pending.Push(term);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!seen.Add(current))
            {
                continue;
            }

            if (IsValue(current, loop))
            {
                value = true;
            }
            else if (current.Kind == TermKind.Iterated && ReferenceEquals(current.Loop, loop))
            {
                key = true;
            }
            else
            {
                foreach (var operand in current.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        return (value, key);
    }

    /// <summary>Whether values of entries are asked to be equal, which is how a tie is found.</summary>
    public static bool AreTiesSought(ValueGraph graph)
        => graph.Computations.Any(x => x.Value.Is(TermKind.Equal, out var left, out var right)
            && (EntryOf(left) is not null || EntryOf(right) is not null)
            && !left.IsNumber(out _)
            && !right.IsNumber(out _));

    private static bool IsValue(Term term, Loop loop) => EntryOf(term) is { } entry && ReferenceEquals(entry.Loop, loop);

    // The entry of entry.Value, counts[key], group.Count().
    private static Term? EntryOf(Term term)
        => term switch
        {
            { Kind: TermKind.Load, Symbol.Name: "Value", Operands: { Length: 1 } entry } => Entry(entry[0]),
            { Kind: TermKind.Element, Operands: { Length: 2 } place } when place[0].Type is INamedTypeSymbol type && ByHash.Contains(type.Name) => Entry(place[1]),
            { Kind: TermKind.Call, Symbol.Name: "Count" or "LongCount", Operands: { Length: 1 } group } => Entry(group[0]),
            _ => null,
        };

    private static Term? Entry(Term term) => term.Kind == TermKind.Iterated ? term : null;
}
