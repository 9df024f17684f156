using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1008: the scores of a head are dot products over columns that are not its block: every heads-th column, or a stretch of the
/// flattened matrix that mixes tokens.
/// </summary>
internal sealed class HeadColumns : FlowRule
{
    public const string Id = "KATA1008";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
        => outcome.Events
            .Where(x => x.Kind == FlowEventKind.Exponentiated || x.Parameter?.ContainingSymbol is IMethodSymbol method && contract.IsSoftmax(method))
            .Select(x => (x.Value as Quantity)?.Contraction)
            .Where(x => x is { StridedAt: not null }
                && (AttentionAxes.IsProduct(x, "query", "key") || AttentionAxes.IsProduct(x, "key", "query")))
            .Select(x => x!.StridedAt!)
            .Distinct()
            .Select(x => Diagnostic.Create(Rule, x.GetLocation(), x.ToString()));
}
