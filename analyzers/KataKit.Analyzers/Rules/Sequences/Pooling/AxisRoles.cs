using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>Which terms are rows and which are columns: told by the place at which they index arrays of real numbers.</summary>
internal sealed class AxisRoles
{
    private readonly HashSet<Term> _rows = [];
    private readonly HashSet<Term> _columns = [];

    private AxisRoles()
    {
    }

    /// <summary>The roles in a graph.</summary>
    public static AxisRoles Of(ValueGraph graph)
    {
        var roles = new AxisRoles();
        foreach (var read in graph.Events.Where(x => x.Kind == GraphEventKind.Read && x.Place is { Member: null } && x.Value.Type.IsReal()))
        {
            var place = read.Place!;
            var row = place.Indices.Length >= 2 ? place.Indices[place.Indices.Length - 2]
                : place is { Object: { Kind: TermKind.Element } inner } ? inner.Operands[inner.Operands.Length - 1]
                : null;
            if (row is not null)
            {
                Add(row, roles._rows);
                Add(place.Indices[place.Indices.Length - 1], roles._columns);
            }
        }

        return roles;
    }

    /// <summary>Whether a term is a row, or is set to one, and never to a column.</summary>
    public bool IsRow(Term term)
    {
        var values = SearchResults.Of(term);
        return values.Any(_rows.Contains) && !values.Any(_columns.Contains);
    }

    // A row may be put together from where the window begins and an offset: the offset counts rows as well.
    private static void Add(Term index, HashSet<Term> role)
    {
        role.Add(index);
        foreach (var product in SumOfProducts.Of(index).Products)
        {
            if (product is { Coefficient: 1, Factors: { Length: 1 } factors } && factors[0] is LoopVariable)
            {
                role.Add(factors[0]);
            }
        }
    }
}
