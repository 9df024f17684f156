using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1003: the softmax runs over the queries: exponentials are divided by their sum over the axis that selects the row of the output, or
/// scores go into a softmax of rows transposed.
/// </summary>
internal sealed class SoftmaxAxis : FlowRule
{
    public const string Id = "KATA1003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    /// <summary>Where weights are made to sum to 1 along the wrong axis.</summary>
    public static IEnumerable<SyntaxNode> Sites(KataContract contract, IMethodSymbol member, Outcome outcome)
        => AttentionAxes.Of(contract, member) is { } axes
            ? outcome.Events.Where(x => IsOverQueries(x, contract, member, axes)).Select(x => x.Site.Syntax).Distinct()
            : [];

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
        => AttentionAxes.Of(contract, member) is not { } axes ? []
            : Sites(contract, member, outcome).Select(x => Diagnostic.Create(
                Rule, x.GetLocation(), ShapeMismatch.Show(axes.Queries), ShapeMismatch.Show(axes.Keys)));

    private static bool IsOverQueries(FlowEvent consumed, KataContract contract, IMethodSymbol member, AttentionAxes axes)
    {
        if (consumed is { Kind: FlowEventKind.Normalised, Value: Quantity { Stage: Share share } })
        {
            // What a member of the contract does with its argument is judged where that member is judged.
            return axes.Queries.Single is { } queries && share.Over.Equals(queries) && !contract.IsInOtherMember(consumed.Site.Syntax, member);
        }

        return consumed.Parameter?.ContainingSymbol is IMethodSymbol method
            && contract.IsSoftmax(method)
            && consumed.Axes is { Count: 2 } shape && axes.Keys.Equals(shape[0]) && axes.Queries.Equals(shape[1])
            && consumed.Value is Quantity { Contraction: { } product } && AttentionAxes.IsProduct(product, "query", "key");
    }
}
