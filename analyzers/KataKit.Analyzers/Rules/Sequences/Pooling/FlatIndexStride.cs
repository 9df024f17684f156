using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5002: a position is <c>row · width + column</c>, but the row is multiplied by something that is not the width of the input, or a
/// position is taken apart by something else. Which terms are rows is told by where they index.
/// </summary>
internal sealed class FlatIndexStride : GraphRule
{
    public const string Id = "KATA5002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => PoolingLayer.Of(program) is { } layer ? Composed(layer).Concat(TakenApart(layer)) : [];

    private static IEnumerable<Diagnostic> Composed(PoolingLayer layer)
    {
        var roles = AxisRoles.Of(layer.Forward);
        foreach (var store in PoolingLayer.ElementStores(layer.Forward).Where(x => PoolingLayer.Root(x.Place!.Object!).Equals(layer.Argmax)))
        {
            foreach (var position in SearchResults.Of(store.Value))
            {
                var sum = SumOfProducts.Of(position, layer.Resolved);
                var wrong = sum.Factors
                    .Where(x => roles.IsRow(x) && !store.Place!.Indices.Contains(x))
                    .Select(sum.CoefficientOf)
                    .FirstOrDefault(x => IsCertainlyNotWidth(x, store, layer));
                if (wrong is not null)
                {
                    yield return Report(store.Site, wrong, layer);
                    break;
                }

                if (sum.Products.Any(x => x.Factors.Any(y => layer.IsLength(y, 1)) && x.Factors.Any(y => layer.IsLength(y, 2))))
                {
                    yield return Diagnostic.Create(Rule, store.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Channels"));
                    break;
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> TakenApart(PoolingLayer layer)
    {
        foreach (var store in PoolingLayer.ElementStores(layer.Backward).Where(x => x.Place!.Indices.Length == 3))
        {
            foreach (var part in store.Place!.Indices[2].PartsAndSelf().Where(x => x.Kind == TermKind.Remainder && PoolingLayer.FieldOf(x.Left) is not null))
            {
                var divisor = SumOfProducts.Of(part.Right, layer.Resolved);
                if (IsKnown(divisor, layer) && !IsWidth(divisor, layer))
                {
                    yield return Report(part.Site ?? store.Site, divisor, layer);
                }
            }
        }
    }

    private static Diagnostic Report(IOperation site, SumOfProducts length, PoolingLayer layer)
        => Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(Id + "_Row", Text(length, layer)));

    private static bool IsWidth(SumOfProducts sum, PoolingLayer layer)
        => sum.Products.Count == 1 && sum.Products[0] is { Coefficient: 1, Factors.Length: 1 } product && layer.IsLength(product.Factors[0], 2);

    private static bool IsCertainlyNotWidth(SumOfProducts sum, GraphEvent store, PoolingLayer layer)
        => (IsKnown(sum, layer) && !IsWidth(sum, layer)) || IsOfTheWindow(sum, store);

    // Lengths that are variables of their own: no two of them are equal for every input.
    private static bool IsKnown(SumOfProducts sum, PoolingLayer layer)
        => sum.Products.Count > 0
           && sum.Factors.All(x => layer.WindowProperty(x) is not null
               || layer.IsLength(x, 0) || layer.IsLength(x, 1) || layer.IsLength(x, 2)
               || IsOutputLength(x, layer));

    private static bool IsOutputLength(Term term, PoolingLayer layer)
        => term.Kind is TermKind.Divide or TermKind.Convert
           && term.PartsAndSelf().Any(x => x.Kind == TermKind.Divide && x.Right.PartsAndSelf().Any(y => layer.WindowProperty(y)?.StartsWith("Stride", StringComparison.Ordinal) == true));

    // What differs from window to window is no length of the input. The length of a row of a jagged array may be looked up row by row.
    private static bool IsOfTheWindow(SumOfProducts sum, GraphEvent store)
        => store.Loop is { } loop
           && sum.Products.Count > 0
           && sum.Factors.All(x => x is { Kind: TermKind.Load, Symbol: IFieldSymbol, Operands: { Length: 1 } parts } && parts[0].Kind == TermKind.Element && x.VariesIn(loop));

    private static string Text(SumOfProducts sum, PoolingLayer layer)
        => string.Join(
            " + ",
            sum.Products.OrderBy(x => x.Factors.Length == 0).Select(x => string.Join(
                " · ",
                (x.Coefficient == 1 && x.Factors.Length > 0 ? [] : new[] { x.Coefficient.ToString(System.Globalization.CultureInfo.InvariantCulture) })
                    .Concat(x.Factors.Select(layer.Name)))));
}
