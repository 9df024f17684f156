using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1007: a softmax that tests nothing: where all scores of a row are minus infinity, the row becomes 0/0 or ∞ − ∞, NaN throughout.
/// </summary>
internal sealed class FullyMaskedRow : FlowRule
{
    public const string Id = "KATA1007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        var weights = Weights.Of(contract, member, outcome);
        var isUnguarded = weights.Count > 0 && !outcome.TestsData && weights.All(x => IsUnguarded(x, contract.IsSoftmax(member)));
        return isUnguarded
            ? outcome.Events.Where(x => x.Kind == FlowEventKind.Normalised).Take(1).Select(x => Diagnostic.Create(Rule, x.Site.Syntax.GetLocation()))
            : [];
    }

    // Any argument of the softmax itself may be minus infinity; elsewhere the code must have put it there.
    private static bool IsUnguarded(Quantity weights, bool isSoftmax)
        => weights is { MayBeFiller: false, Stage: Share { ByContract: false, IsSafe: false, Of: var scores } }
           && (isSoftmax || scores.Filler is MaskFill { Value: double.NegativeInfinity });
}
