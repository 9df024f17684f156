using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1001: what goes through softmax is a dot product of queries and keys whose scale is not 1/√(the dimension that the dot product
/// contracted). Judged where the scores are consumed, so scaling the queries, or in two steps, is right when the product is right.
/// </summary>
internal sealed class ScoreScale : FlowRule
{
    public const string Id = "KATA1001";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);
    private static readonly Rational Half = new(1, 2);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
    {
        // A scale that comes after the softmax is missing before it; that is told once, where the scale stands.
        if (ScaleAfterSoftmax.Scaled(contract, member, outcome).Any())
        {
            yield break;
        }

        foreach (var consumed in outcome.Events)
        {
            if (IsSoftmax(consumed, contract)
                && consumed.Value is Quantity { Contraction: { } product } scores
                && IsQueryByKey(product)
                && Excess(scores, product, consumed.State) is { } excess)
            {
                yield return Report(scores, product, excess, outcome);
            }
        }
    }

    private static bool IsSoftmax(FlowEvent consumed, KataContract contract)
        => consumed.Kind == FlowEventKind.Exponentiated
           || consumed.Parameter is { ContainingSymbol: IMethodSymbol method } && contract.IsSoftmax(method);

    private static bool IsQueryByKey(Contraction product)
        => (Plays(product.Left, "query") && Plays(product.Right, "key")) || (Plays(product.Left, "key") && Plays(product.Right, "query"));

    private static bool Plays(EquatableArray<Origin> origins, string role) => origins.Any(x => x.Role == role);

    /// <summary>The factor by which the scale is off, when it is off by dimensions and nothing else; otherwise <see langword="null"/>.</summary>
    private static Monomial? Excess(Quantity scores, Contraction product, FlowState state)
    {
        var excess = scores.Scale * (product.Length.Power(Half) ?? scores.Scale);
        foreach (var equality in state.Equalities)
        {
            if (excess.Mentions(equality.Key))
            {
                if (equality.Value.Single is not { } value || excess.Substitute(equality.Key, value) is not { } substituted)
                {
                    return null;
                }

                excess = substituted;
            }
        }

        var isOnlyDimensions = excess.Coefficient == Rational.One && excess.Powers.All(x => x.Atom.Kind == AtomKind.Dimension);
        return isOnlyDimensions && !excess.IsConstant ? excess : null;
    }

    private static Diagnostic Report(Quantity scores, Contraction product, Monomial excess, Outcome outcome)
    {
        var scaledAt = scores.ScaledAt.Count == 0 ? null : scores.ScaledAt[scores.ScaledAt.Count - 1];
        var isUnscaled = scores.Scale.Equals(Monomial.One);
        var site = isUnscaled ? product.Site : scaledAt ?? product.Site;
        var properties = ImmutableDictionary<string, string?>.Empty;
        var places = new List<Location> { product.Site.GetLocation() };
        if (DimensionInScope.Find(site, product.Length, outcome) is { } dimension)
        {
            properties = properties.Add(FixProperties.Dimension, dimension);

            if (isUnscaled)
            {
                // A summand in a loop cannot be divided where it stands; a product of matrices can.
                properties = product.IsMatrix ? properties.Add(FixProperties.DividesMatrix, string.Empty) : properties;
            }

            // The scale is 1/√wrong with wrong = length/excess²: look for that number in the scaling expression.
            else if (excess.Power(new Rational(2)) is { } square
                && DimensionInScope.Occurrence(site, product.Length / square, outcome) is { } wrong)
            {
                places.Add(wrong.GetLocation());
            }
        }

        return Diagnostic.Create(
            Rule,
            site.GetLocation(),
            places,
            properties,
            isUnscaled ? Messages.Localizable(Id + "_Unscaled") : Messages.Localizable(Id + "_Scaled", scores.Scale.ToString()),
            product.Length.ToString());
    }
}
