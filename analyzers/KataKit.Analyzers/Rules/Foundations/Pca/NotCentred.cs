using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4002: data are not centred where the contract says so, or by another mean than that of each feature.</summary>
internal sealed class NotCentred : FlowRule
{
    public const string Id = "KATA4002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        foreach (var returned in PcaData.Returned(outcome))
        {
            if (contract.RoleOfResult(member) == "covariance" && returned.Value is { Contraction: { LeftStage: null, RightStage: null } product, Stage: null }
                && PcaData.IsOfData(product, contract, member))
            {
                yield return Diagnostic.Create(Rule, product.Site.GetLocation(), Messages.Localizable(Id + "_Raw"));
            }
            else if (contract.RoleOfResult(member) == "centred" && returned.Value.Stage is Shifted shifted && PcaData.Samples(contract, member) is { } samples
                && !(shifted.IsCentred && shifted.Over.Equals(samples))
                && shifted.Over.Powers.Concat(shifted.Factor.Powers).All(x => x.Atom.Kind == AtomKind.Dimension))
            {
                yield return Diagnostic.Create(
                    Rule,
                    (shifted.Site ?? returned.Site).GetLocation(),
                    Messages.Localizable(Id + "_Mean", shifted.Over.ToString(), shifted.Factor.ToString(), samples.ToString()));
            }
        }
    }
}
