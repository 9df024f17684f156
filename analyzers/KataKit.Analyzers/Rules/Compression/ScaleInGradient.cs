using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6004: the gradient, or the step along it, is divided or multiplied by the scale. Fake quantisation divides and multiplies by it, so
/// that nothing of it is left in the derivative.
/// </summary>
internal sealed class ScaleInGradient : GraphRule
{
    public const string Id = "KATA6004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs.Where(x => program.NameOf(x) is "Backward" or "Step"))
        {
            if (graph.Upstream() is not { } upstream)
            {
                continue;
            }

            var products = graph.Computations.Select(x => x.Value).Where(IsProduct).Distinct().ToList();
            var rate = graph.Entry.Parameters.Length > 3 ? graph.Entry.Parameters[3] : null;
            foreach (var product in products.Where(x => !IsWithinScaled(x, products) && !IsCompared(x, graph)))
            {
                var factors = Factors(product, 1).ToList();
                if (factors.Any(x => IsGradient(x.Factor, upstream, rate)) && factors.Where(x => IsScale(x.Factor)).Sum(x => x.Power) is var power && power != 0)
                {
                    yield return Diagnostic.Create(Rule, product.Site!.Syntax.GetLocation(), Messages.Localizable(power > 0 ? Id + "_Multiplied" : Id + "_Divided"));
                }
            }
        }
    }

    private static bool IsProduct(Term term) => term.Kind is TermKind.Multiply or TermKind.Divide && term.Type.IsReal() && term.Site is not null;

    private static IEnumerable<(Term Factor, int Power)> Factors(Term term, int power)
        => IsProduct(term) ? Factors(term.Left, power).Concat(Factors(term.Right, term.Kind == TermKind.Divide ? -power : power)) : [(term, power)];

    private static bool IsGradient(Term factor, IParameterSymbol upstream, IParameterSymbol? rate)
        => factor.IsEntryOf(upstream) || (rate is not null && factor.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(factor.Symbol, rate));

    private static bool IsScale(Term factor) => factor is { Kind: TermKind.Load, Symbol: { Name: "Scale", ContainingType.Name: "Quantizer" } };

    private static bool IsCompared(Term product, ValueGraph graph)
        => graph.Computations.Any(x => x.Value.Kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal && x.Value.PartsAndSelf().Any(y => y.Equals(product)));

    /// <summary>Whether a larger product takes it in, perhaps as a part of a sum: there the scale may cancel.</summary>
    private static bool IsWithinScaled(Term product, List<Term> products)
        => products.Any(x => !x.Equals(product) && x.PartsAndSelf().Any(y => y.Equals(product)) && (x.Operands.Contains(product) || Factors(x, 1).Any(y => IsScale(y.Factor))));
}
