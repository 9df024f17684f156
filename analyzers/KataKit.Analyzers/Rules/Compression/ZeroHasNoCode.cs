using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6006: the zero point is not the code of 0.0: it is cut off in place of rounded, it leaves out the smallest code, it is a constant, or
/// the range was not widened to include 0. Judged by what the terms come to.
/// </summary>
internal sealed class ZeroHasNoCode : GraphRule
{
    public const string Id = "KATA6006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

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
        var kind = IsNotWidened(graph) ? Id + "_NotWidened"
            : between.ZeroPoint is 0 && Calibration.Of(graph, -5, 10, 4, signed: false).ZeroPoint is 0 ? Id + "_Constant"
            : signed is { Scale: 1, ZeroPoint: 3 } ? Id + "_SignForgotten"
            : between is { Scale: 1, ZeroPoint: 1 } && !IsOfRounding(program) ? Id + "_CutOff"
            : null;
        if (kind is not null && (kind == Id + "_NotWidened" ? between.ScaleSite : between.ZeroPointSite) is { } site)
        {
            yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(kind));
        }
    }

    private static bool IsNotWidened(ValueGraph graph)
        => Calibration.Of(graph, 0, 30, 4, signed: false).Scale is 2
           && (Calibration.Of(graph, 15, 30, 4, signed: false).Scale is 1 || Calibration.Of(graph, -30, -15, 4, signed: false).Scale is 1);

    /// <summary>Whether the kata's own rounding is wrong, or cannot be evaluated; then the mistake may be there.</summary>
    private static bool IsOfRounding(GraphProgram program)
        => program.Of("RoundHalfToEven") is { Result: { } result }
           && Evaluation.OfCall(-1.75).Number(result) is not -2;
}
