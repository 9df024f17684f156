using System.Globalization;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>
/// KATA1005: a closed key gets a finite score. Real scores can lie below it, and a row without open keys becomes uniform: only minus
/// infinity has the exponential 0 whatever the other scores are.
/// </summary>
internal sealed class FiniteFill : FlowRule
{
    public const string Id = "KATA1005";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
        => Weights.Of(contract, member, outcome)
            .Where(x => !x.MayBeFiller)
            .Select(x => ((Share)x.Stage!).Of.Filler)
            .OfType<MaskFill>()
            .Where(x => !x.IsFactor && !double.IsInfinity(x.Value))
            .Select(x => Diagnostic.Create(Rule, x.Site.GetLocation(), x.Value.ToString("G3", CultureInfo.InvariantCulture)));
}
