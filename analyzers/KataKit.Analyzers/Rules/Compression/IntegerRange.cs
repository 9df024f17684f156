using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6005: the ends of the integer range are not those of the type, or a scale divides by the number of codes in place of the steps
/// between them. Both are judged by what the terms come to, for eight bits and for four.
/// </summary>
internal sealed class IntegerRange : GraphRule
{
    public const string Id = "KATA6005";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        var ends = program.Of("IntegerRange") is { } range ? Ends(range, signed: true).Concat(Ends(range, signed: false)).ToList() : [];
        return ends.Count > 0 || program.Of("Calibrate") is not { } calibrate ? ends : Steps(calibrate);
    }

    private static IEnumerable<Diagnostic> Ends(ValueGraph graph, bool signed)
    {
        var evaluation = Evaluation.OfCall(8, signed ? 1 : 0);
        if (graph.Result is null || evaluation.Taken(graph.Result) is not { Kind: TermKind.Tuple, Operands.Length: 2 } ends
            || evaluation.Number(ends.Left) is not { } low || evaluation.Number(ends.Right) is not { } high)
        {
            yield break;
        }

        var (smallest, largest) = signed ? ((int)sbyte.MinValue, (int)sbyte.MaxValue) : (byte.MinValue, byte.MaxValue);
        var wrong = low != smallest ? 0 : 1;
        if ((low != smallest || high != largest) && ((ends.Site as ITupleOperation)?.Elements[wrong] ?? ends.Operands[wrong].Site)?.Syntax is { } site)
        {
            yield return Report(site, signed ? Id + "_Signed" : Id + "_Unsigned", low, high);
        }
    }

    /// <summary>Fifteen steps of length 1 lie between the sixteen codes of four bits.</summary>
    private static IEnumerable<Diagnostic> Steps(ValueGraph graph)
    {
        var calibration = Calibration.Of(graph, 0, 15, 4, signed: false);
        if (calibration.Scale is { } scale && (scale == 15.0 / 16 || scale == 15.0 / 255) && calibration.ScaleSite is { } site)
        {
            yield return Report(site.Syntax, Id + "_Steps", Math.Round(15 / scale), 15);
        }
    }

    private static Diagnostic Report(SyntaxNode site, string kind, double first, double second)
        => Diagnostic.Create(Rule, site.GetLocation(), Messages.Localizable(kind, Messages.Number(first), Messages.Number(second)));
}
