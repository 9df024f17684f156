using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Pca;

/// <summary>KATA4003: the sum of products of centred data is divided by nothing, or by another number than samples − 1.</summary>
internal sealed class CovarianceDivisor : FlowRule
{
    public const string Id = "KATA4003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id, "PCA");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "pca";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        if (contract.RoleOfResult(member) != "covariance" || PcaData.Samples(contract, member) is not { } samples)
        {
            yield break;
        }

        var expected = (Polynomial.Of(samples) - Polynomial.One).AsFactor;
        foreach (var (value, _) in PcaData.Returned(outcome))
        {
            if (value.Contraction is { } product && value.Stage is null && PcaData.IsOfData(product, contract, member)
                && !(value.Scale * expected).Equals(Monomial.One) && IsOfDimensions(value.Scale))
            {
                var site = value.ScaledAt.Count > 0 ? value.ScaledAt[value.ScaledAt.Count - 1] : product.Site;
                var what = value.Scale.Equals(Monomial.One)
                    ? Messages.Localizable(Id + "_Undivided")
                    : Messages.Localizable(Id + "_Divided", (Monomial.One / value.Scale).ToString());
                yield return Diagnostic.Create(Rule, site.GetLocation(), what, expected.ToString());
            }
        }
    }

    private static bool IsOfDimensions(Monomial scale)
        => scale.Coefficient == Rational.One
           && scale.Powers.All(x => x.Atom.Kind == AtomKind.Dimension || x.Atom.Identity is OpaqueParts { IsSum: true } parts && parts.Atoms.All(y => y.Kind == AtomKind.Dimension));
}
