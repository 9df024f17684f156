using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4004: new samples are projected raw, or centred by their own mean, where the mean of the model must be taken off.</summary>
internal sealed class OwnMean : FlowRule
{
    public const string Id = "KATA4004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        if (contract.RoleOfResult(member) != "scores")
        {
            yield break;
        }

        foreach (var (value, _) in PcaData.Returned(outcome))
        {
            // The axes stand still: a factor that was centred is the samples.
            if (value is { Stage: null, Contraction: { } product })
            {
                yield return Diagnostic.Create(
                    Rule,
                    product.Site.GetLocation(),
                    product.LeftStage is Shifted || product.RightStage is Shifted ? Messages.Localizable(Id + "_Own") : Messages.Localizable(Id + "_Raw"));
            }
        }
    }
}
