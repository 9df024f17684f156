using System.Collections.Immutable;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Rules.Attention;

/// <summary>KATA1009: the mask is read with the query's index on the key axis, or the other way round.</summary>
internal sealed class MaskAxis : FlowRule
{
    public const string Id = "KATA1009";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "self-attention";

    /// <summary>Where the mask is read by the wrong index.</summary>
    public static IEnumerable<FlowEvent> Sites(KataContract contract, IMethodSymbol member, Outcome outcome)
        => Conflicts.In(contract, member, outcome)
            .Where(x => x.Kind == FlowEventKind.IndexOffAxis && x.Conflict!.LeftContent is Flag)
            .GroupBy(x => x.Site.Syntax)
            .Select(x => x.First());

    /// <summary>The element with its two indices exchanged, for the code fix.</summary>
    private static ImmutableDictionary<string, string?> Exchanged(SyntaxNode site)
        => site is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 2 } indices } element
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, $"{element.Expression}[{indices[1]}, {indices[0]}]")
            : ImmutableDictionary<string, string?>.Empty;

    public override IEnumerable<Diagnostic> Judge(KataContract contract, IMethodSymbol member, Outcome outcome)
        => Sites(contract, member, outcome).Select(x => Diagnostic.Create(
            Rule,
            x.Site.Syntax.GetLocation(),
            Exchanged(x.Site.Syntax),
            ShapeMismatch.Show(x.Conflict!.Left),
            ShapeMismatch.Show(x.Conflict.LeftLength),
            ShapeMismatch.Show(x.Conflict.RightLength)));
}
