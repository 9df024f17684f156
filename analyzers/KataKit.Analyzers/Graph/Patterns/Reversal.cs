using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>
/// A loop that turns links: in each round the link of the cursor is set to the node that the round before left behind. That second fact is
/// what makes it a reversal; building, splitting and merging lists write links too.
/// </summary>
/// <param name="Loop">The loop.</param>
/// <param name="Cursor">The node whose link is turned.</param>
/// <param name="Older">The node that it is turned to: the cursor of the round before.</param>
/// <param name="Store">Where the link is written.</param>
internal sealed record Reversal(Loop Loop, LoopVariable Cursor, LoopVariable Older, GraphEvent Store)
{
    /// <summary>The field or property that links the nodes.</summary>
    public ISymbol Link => Store.Place!.Member!;

    /// <summary>Every reversal of a graph, each loop once.</summary>
    public static IEnumerable<Reversal> In(ValueGraph graph)
    {
        var seen = new HashSet<Loop>();
        foreach (var store in graph.Stores)
        {
            if (store is { Place: { Object: LoopVariable { Loop: { } loop } cursor, Member: { } member }, Value: LoopVariable older }
                && IsLink(member)
                && ReferenceEquals(older.Loop, loop)
                && ReferenceEquals(older.Next, cursor)
                && seen.Add(loop))
            {
                yield return new Reversal(loop, cursor, older, store);
            }
        }
    }

    /// <summary>Whether a member leads from a node to a node.</summary>
    public static bool IsLink(ISymbol? member)
        => member switch
        {
            IPropertySymbol property => SymbolEqualityComparer.Default.Equals(property.Type, property.ContainingType),
            IFieldSymbol field => SymbolEqualityComparer.Default.Equals(field.Type, field.ContainingType),
            _ => false,
        };

    /// <summary>Whether the term is the link of a node, and of which.</summary>
    public static bool IsLinkOf(Term term, out Term node)
    {
        var holds = term is { Kind: TermKind.Load, Operands.Length: 1 } && IsLink(term.Symbol);
        node = holds ? term.Operands[0] : term;
        return holds;
    }

    /// <summary>Whether the term is the constant <see langword="null"/>.</summary>
    public static bool IsNull(Term term) => term is { Kind: TermKind.Constant, Constant: { HasValue: true, Value: null } };
}
