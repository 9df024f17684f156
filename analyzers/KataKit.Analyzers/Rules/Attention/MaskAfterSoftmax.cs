using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1004: closed keys are masked where it is too late or does not count: weights are set to 0 after the softmax and not divided by
/// what is left, or scores are multiplied by 0, of which the exponential is 1.
/// </summary>
internal sealed class MaskAfterSoftmax : FlowRule
{
    public const string Id = "KATA1004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        foreach (var weights in Weights.Of(contract, member, outcome))
        {
            var scores = ((Share)weights.Stage!).Of;
            if (weights.Filler is MaskFill { Value: 0 } late && !scores.MayBeFiller)
            {
                yield return Report(late, Messages.Localizable(Id + "_Weights"));
            }
            else if (!weights.MayBeFiller && scores.Filler is MaskFill { Value: 0, IsFactor: true } factor)
            {
                yield return Report(factor, Messages.Localizable(Id + "_Scores"));
            }
        }
    }

    private static Diagnostic Report(MaskFill fill, LocalizableString what)
        => Diagnostic.Create(Rule, fill.Site.GetLocation(), what);
}
