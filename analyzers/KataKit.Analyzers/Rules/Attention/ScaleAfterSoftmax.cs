using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>KATA1006: the weights are scaled after the softmax, so that they no longer sum to 1.</summary>
internal sealed class ScaleAfterSoftmax : FlowRule
{
    public const string Id = "KATA1006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    /// <summary>The weights of a member that are scaled by dimensions of the contract.</summary>
    public static IEnumerable<Quantity> Scaled(KataContract contract, IMethodSymbol member, Outcome outcome)
        => Weights.Of(contract, member, outcome)
            .Where(x => x.ScaledAt.Count > 0 && x.Scale.Coefficient == Rational.One && !x.Scale.IsConstant && x.Scale.Powers.All(y => y.Atom.Kind == AtomKind.Dimension));

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
        => Scaled(contract, member, outcome).Select(x => Diagnostic.Create(
            Rule, x.ScaledAt[x.ScaledAt.Count - 1].GetLocation(), x.Scale.ToString()));
}
