using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>Whether values come in another order than that in which they were made.</summary>
internal static class Reordering
{
    private static readonly HashSet<string> Sorts = new(StringComparer.Ordinal)
    {
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Sort", "SortDescending", "SortAll",
    };

    private static readonly HashSet<string> Moves = new(StringComparer.Ordinal)
    {
        "Reverse", "PermuteColumns", "PermuteRows", "Permute", "MaxBy", "MinBy", "Max", "Min", "Maximum", "Minimum", "MaximumIndex", "MinimumIndex",
        "AbsoluteMaximumIndex", "AbsoluteMinimumIndex", "IndexOf", "FindIndex", "BinarySearch", "TakeLast", "SkipLast", "Skip", "Last",
        "Dequeue", "Pop", "ElementAt",
    };

    /// <summary>
    /// What an output is put together from: the term and its parts, but not what the matrices were made from whose entries it reads.
    /// </summary>
    public static IEnumerable<Term> Surface(Term output) => Walk(output, x => IsHalf(x) || (x.Kind == TermKind.Element && IsTable(x.Operands[0].Type) && !IsHalf(x.Operands[0])) ? 1 : 0);

    /// <summary>Whether a term takes part in a sort: a sort is a part of it, or sorted one of its arrays in place.</summary>
    public static Term? SortOf(Term term, ValueGraph graph) => Find(term, graph, Sorts.Contains);

    /// <summary>Whether anything in a term, or done to one of its arrays, may change an order: sorts, reversals, searches, indices counted down.</summary>
    public static bool MayReorder(Term term, ValueGraph graph)
        => Find(term, graph, x => Sorts.Contains(x) || (Moves.Contains(x) && x is not ("Max" or "Min"))) is not null
           || Surface(term).Any(x => IsCountedDown(x) || IsExtremeOfSequence(x));

    /// <summary>Whether a term reads something from its end: counted down, reversed, taken from the back.</summary>
    public static bool IsTurned(Term term)
        => Surface(term).Any(x => IsCountedDown(x) || (x is { Kind: TermKind.Call, Symbol.Name: "Reverse" or "TakeLast" or "SkipLast" or "Skip" or "Last" or "Pop" }));

    private static Term? Find(Term term, ValueGraph graph, Func<string, bool> isWanted)
    {
        var parts = Surface(term).ToList();
        if (parts.FirstOrDefault(x => x.Kind == TermKind.Call && x.Symbol is { } method && isWanted(method.Name)) is { } inside)
        {
            return inside;
        }

        var arrays = new HashSet<Term>(parts.Where(IsCollection));
        return graph.Computations
            .Select(x => x.Value)
            .FirstOrDefault(x => x is { Kind: TermKind.Call, Symbol: IMethodSymbol { ReturnsVoid: true } method } && isWanted(method.Name) && x.Operands.Any(arrays.Contains));
    }

    private static bool IsCollection(Term term)
        => term.Kind is TermKind.New or TermKind.Call && term.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "Matrix" or "Vector" or "DenseMatrix" or "DenseVector" };

    // Math.Max of two numbers picks none of many; Max of a sequence does.
    private static bool IsExtremeOfSequence(Term term)
        => term is { Kind: TermKind.Call, Symbol: { Name: "Max" or "Min", ContainingType.Name: not ("Math" or "MathF" or "Double") } };

    private static bool IsCountedDown(Term term)
        => term.Kind switch
        {
            TermKind.Element => term.Operands.Skip(1).Any(IsDifference),
            TermKind.Call when term.Symbol?.Name is "Column" or "Row" or "SubMatrix" or "SubVector" or "At" or "Diagonal" => term.Operands.Skip(1).Any(IsDifference),
            TermKind.LoopVariable => term.IsCounter(out _, out var step) && step < 0,
            _ => false,
        };

    private static bool IsDifference(Term index)
        => Walk(index, x => x.Kind == TermKind.Element ? 1 : 0).Any(x => (x.Kind is TermKind.Subtract or TermKind.Negate && x.Type.IsIntegral()) || x.Kind == TermKind.Unknown || (x.Kind == TermKind.Subtract && x.Type is null));

    /// <summary>A term and its parts, without the first operands that are to be left out.</summary>
    private static IEnumerable<Term> Walk(Term term, Func<Term, int> leftOut)
    {
        var seen = new HashSet<Term>();
        var pending = new Stack<Term>([term]);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!seen.Add(current))
            {
                continue;
            }

            yield return current;
            foreach (var operand in current.Operands.Skip(leftOut(current)))
            {
                pending.Push(operand);
            }

            if (current is LoopVariable variable)
            {
                pending.Push(variable.Initial);
                if (variable.Next is not null)
                {
                    pending.Push(variable.Next);
                }
            }
        }
    }

    private static bool IsTable(ITypeSymbol? type)
        => type is IArrayTypeSymbol { Rank: > 1 } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Array } or INamedTypeSymbol { Name: "Matrix" or "DenseMatrix" };

    private static bool IsHalf(Term term) => term is { Kind: TermKind.Load, Symbol.Name: "EigenVectors" or "EigenValues" };
}
