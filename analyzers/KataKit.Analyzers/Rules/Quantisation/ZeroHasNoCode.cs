using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Quantisation;

/// <summary>
/// KATA6006: the zero point is not the code of 0.0: it is cut off in place of rounded, it leaves out the smallest code, it is a constant, or
/// the range was not widened to include 0. Judged by what the terms come to.
/// </summary>
internal sealed class ZeroHasNoCode : GraphRule
{
    public const string Id = "KATA6006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id, "Quantisation");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("Calibrate") is not { } graph)
        {
            yield break;
        }

        // Of three steps of length 1 and 0.75 below zero.
        var between = Calibration.Of(graph, -1.75, 13.25, 4, signed: false);
        var signed = Calibration.Of(graph, -3, 12, 4, signed: true);
        var kind = IsNotWidened(graph) ? "_NotWidened"
            : between.ZeroPoint is 0 && Calibration.Of(graph, -5, 10, 4, signed: false).ZeroPoint is 0 ? "_Constant"
            : signed is { Scale: 1, ZeroPoint: 3 } ? "_SignForgotten"
            : between is { Scale: 1, ZeroPoint: 1 } && !IsOfRounding(program, graph) ? "_CutOff"
            : null;
        if (kind is not null && (kind == "_NotWidened" ? between.ScaleSite : between.ZeroPointSite) is { } site)
        {
            yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(Id + kind));
        }
    }

    private static bool IsNotWidened(ValueGraph graph)
        => Calibration.Of(graph, 0, 30, 4, signed: false).Scale is 2
           && (Calibration.Of(graph, 15, 30, 4, signed: false).Scale is 1 || Calibration.Of(graph, -30, -15, 4, signed: false).Scale is 1);

    /// <summary>Whether it is the kata's own rounding that cuts off; then the mistake is there.</summary>
    private static bool IsOfRounding(GraphProgram program, ValueGraph graph)
        => program.Of("RoundHalfToEven")?.Entry.DeclaringSyntaxReferences.FirstOrDefault() is { } declared
           && graph.Computations.Any(x => x.Value.Symbol?.Name == "Truncate" && declared.SyntaxTree == x.Site.Syntax.SyntaxTree && declared.Span.Contains(x.Site.Syntax.Span));
}
