using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6007: a range of no width gets the scale 0, or the remedy changes scales that are none of its business: an epsilon is added to all, or
/// every constant tensor counts as a range of no width. Judged by what the terms come to.
/// </summary>
internal sealed class ZeroScale : GraphRule
{
    public const string Id = "KATA6007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("Calibrate") is not { } graph)
        {
            yield break;
        }

        var (flat, narrow, constant) = (
            Calibration.Of(graph, 0, 0, 4, signed: false),
            Calibration.Of(graph, 0, double.Epsilon, 4, signed: false),
            Calibration.Of(graph, 30, 30, 4, signed: false));
        var usual = Calibration.Of(graph, 0, 15, 4, signed: false);
        var (kind, found) = flat.Scale is 0 or double.NaN ? (Id + "_Flat", flat)
            : narrow.Scale is 0 ? (Id + "_Narrow", narrow)
            : usual.Scale is > 1 and < 1.001 || (usual.Scale is 1 && Calibration.Of(graph, 0, 15e-12, 4, signed: false).Scale is > 1.01e-12 and < 1) ? (Id + "_Epsilon", usual)
            : constant.Scale is 1 && Calibration.Of(graph, 15, 30, 4, signed: false).Scale is 2 ? (Id + "_Constant", constant)
            : (null, flat);
        if (kind is not null && (found.ScaleSite ?? graph.Events.Last().Site) is { } site)
        {
            yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(kind));
        }
    }
}
