using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5003: cells outside the input take part in the search with a finite number, which beats smaller values inside. Padding counts as −∞.
/// </summary>
internal sealed class PaddingAsNumber : GraphRule
{
    public const string Id = "KATA5003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (PoolingLayer.Of(program) is not { Forward: var forward } layer)
        {
            yield break;
        }

        var compared = forward.Computations.Where(x => x.Value.Kind is TermKind.Less or TermKind.LessOrEqual && x.Value.Operands.Any(y => y.Type.IsReal()) && !ChecksPlace(x)).ToList();
        foreach (var store in PoolingLayer.ElementStores(forward).Where(x => x.Value.Type.IsReal()))
        {
            if (Filled(store.Value, layer) is { } fill && compared.Any(x => x.Value.Operands.Any(y => IsElementOf(y, PoolingLayer.Root(store.Place!.Object!)))))
            {
                yield return Report(store.Site, fill);
            }
        }

        foreach (var comparison in compared)
        {
            if (comparison.Value.Operands.Select(x => (x.Site, Fill: Filled(x, layer))).FirstOrDefault(x => x.Fill is not null) is { Site: { } site, Fill: { } fill })
            {
                yield return Report(site, fill);
            }
        }

        foreach (var array in ZeroPadded(layer).Where(x => compared.Any(y => y.Value.Operands.Any(z => IsElementOf(z, x)))))
        {
            yield return Report(array.Site!, 0);
        }
    }

    private static Diagnostic Report(IOperation site, double fill)
        => Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Number(fill));

    /// <summary>The number that stands for cells outside, where a value is the input's inside and that number outside.</summary>
    private static double? Filled(Term value, PoolingLayer layer)
    {
        if (value is not { Kind: TermKind.Choice, Operands: { Length: 3 } ways } || !ways[0].PartsAndSelf().Any(IsBound))
        {
            return null;
        }

        var (inside, outside) = PoolingLayer.IsElementOf(ways[1], layer.Input) ? (ways[1], ways[2]) : (ways[2], ways[1]);
        return PoolingLayer.IsElementOf(inside, layer.Input) && outside.IsNumber(out var number) && !double.IsInfinity(number) && !double.IsNaN(number) ? number : null;
    }

    // An element of the array, or of a copy of it as an array of another kind.
    private static bool IsElementOf(Term term, Term array)
        => term.Kind == TermKind.Element
           && PoolingLayer.Root(term) is var root
           && (root.Equals(array) || (root is { Kind: TermKind.Call, Symbol.Name: "ToArray", Operands: { Length: 1 } copied } && copied[0].Equals(array)));

    // A new array of the padded size that is filled from the input and by nothing else.
    private static IEnumerable<Term> ZeroPadded(PoolingLayer layer)
        => PoolingLayer.ElementStores(layer.Forward)
            .GroupBy(x => PoolingLayer.Root(x.Place!.Object!))
            .Where(x => x.Key is { Kind: TermKind.New, Site: not null }
                && x.Key.Operands.Any(y => y.PartsAndSelf().Any(z => layer.WindowProperty(z)?.StartsWith("Padding", StringComparison.Ordinal) == true) && y.Kind == TermKind.Add)
                && x.All(y => PoolingLayer.IsElementOf(y.Value, layer.Input))
                && !layer.Forward.Computations.Any(y => y.Value.Kind == TermKind.Call && y.Value.Symbol?.Name is not "GetLength" && y.Value.Operands.Any(x.Key.Equals)))
            .Select(x => x.Key);

    // The search may step over the cells outside.
    private static bool ChecksPlace(GraphEvent comparison)
        => comparison.Loop is { } loop
           && comparison.Guards.Any(x => x.Header is null
               && x.Condition.PartsAndSelf().Any(y => IsBound(y) && y.PartsAndSelf().Any(z => z.Loop is { } counted && (counted == loop || counted == loop.Parent))));

    private static bool IsBound(Term term)
        => term.Kind is TermKind.Less or TermKind.LessOrEqual && term.Operands.All(x => x.Type is null || x.Type.IsIntegral());
}
