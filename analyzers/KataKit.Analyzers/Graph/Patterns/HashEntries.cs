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

    // entry.Value, counts[key], group.Count().
    private static bool IsValue(Term term, Loop loop)
        => term switch
        {
            { Kind: TermKind.Load, Symbol.Name: "Value", Operands: { Length: 1 } entry } => IsEntry(entry[0], loop),
            { Kind: TermKind.Element, Operands: { Length: 2 } place } => IsEntry(place[1], loop) && place[0].Type is INamedTypeSymbol type && ByHash.Contains(type.Name),
            { Kind: TermKind.Call, Symbol.Name: "Count" or "LongCount", Operands: { Length: 1 } group } => IsEntry(group[0], loop),
            _ => false,
        };

    private static bool IsEntry(Term term, Loop loop) => term.Kind == TermKind.Iterated && ReferenceEquals(term.Loop, loop);
}
