using System.Collections.Immutable;

namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>Finds the object behind an element, a row, a span or a view.</summary>
internal static class Roots
{
    private static readonly HashSet<string> Views = new(StringComparer.Ordinal)
    {
        "AsSpan", "Slice", "AsMemory", "AsReadOnly", "AsArray", "AsColumnMajorArray", "AsRowMajorArray", "AsRowArrays", "AsColumnArrays", "CreateSpan",
    };

    /// <summary>The object that a write to the place or to an element of the value would change. Copies are objects of their own.</summary>
    public static Term Root(this Term term)
    {
        while (term.Operands.Length > 0
            && (term.Kind is TermKind.Element or TermKind.Iterated || (term.Kind == TermKind.Call && Views.Contains(term.Symbol?.Name ?? string.Empty))))
        {
            term = term.Operands[0];
        }

        return term;
    }

    /// <summary>All indices of an element from the root on: those of an array of arrays are those of a table.</summary>
    public static ImmutableArray<Term> Position(this Term element)
        => element.Kind == TermKind.Element ? [.. element.Operands[0].Position(), .. element.Operands.Skip(1)] : [];

    /// <inheritdoc cref="Position(Term)"/>
    public static ImmutableArray<Term> Position(this Place place) => [.. place.Object?.Position() ?? [], .. place.Indices];

    /// <summary>What is written to the elements of an object.</summary>
    public static IEnumerable<GraphEvent> StoresTo(this ValueGraph graph, Term root)
        => graph.Stores.Where(x => x.Place is { Member: null, Object: { } target } && target.Root().Equals(root));
}
