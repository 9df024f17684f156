using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Rules.Foundations.Pca;

/// <summary>KATA4003: the sum of products of centred data is divided by nothing, or by another number than samples − 1.</summary>
internal sealed class CovarianceDivisor : FlowRule
{
    public const string Id = "KATA4003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

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
                yield return Diagnostic.Create(Rule, site.GetLocation(), Fix(value, site, samples, outcome), what, expected.ToString());
            }
        }
    }

    // A matrix of sums can be divided where it is made, and a wrong divisor replaced where it stands alone; sums in a loop are no place.
    private static ImmutableDictionary<string, string?> Fix(Quantity value, SyntaxNode site, Monomial samples, Outcome outcome)
    {
        if (site is not ExpressionSyntax || DimensionInScope.Find(site, samples, outcome) is not { } count)
        {
            return ImmutableDictionary<string, string?>.Empty;
        }

        var isDivisor = outcome.Numbers.TryGetValue(site, out var number) && number is not null && (value.Scale * number.AsFactor).Equals(Monomial.One);
        var replacement = isDivisor ? $"({count} - 1)"
            : value.Scale.Equals(Monomial.One) && value.Contraction is { IsMatrix: true } ? $"{site} / ({count} - 1)"
            : null;
        return replacement is null ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, replacement);
    }

    private static bool IsOfDimensions(Monomial scale)
        => scale.Coefficient == Rational.One
           && scale.Powers.All(x => x.Atom.Kind == AtomKind.Dimension || x.Atom.Identity is OpaqueParts { IsSum: true } parts && parts.Atoms.All(y => y.Kind == AtomKind.Dimension));
}
