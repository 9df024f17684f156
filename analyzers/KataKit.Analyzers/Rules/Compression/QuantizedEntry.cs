using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6008: an entry is quantised, dequantised or fake-quantised to another number than the affine mapping gives. Judged by what the terms
/// come to for one entry, of which the code, its fraction and its sign leave no doubt; how ties go and where the range ends is for other rules.
/// </summary>
internal sealed class QuantizedEntry : GraphRule
{
    public const string Id = "KATA6008";

    private const double Scale = 0.5;

    private const int ZeroPoint = 3;

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            // 2.125 is 4.25 steps: the nearest code, the code below and the code above a half less are all 4, and 4 + 3 is 7.
            var judged = program.NameOf(graph) switch
            {
                "Quantize" => Judge(graph, 2.125, x => x == 7, 7),
                "Dequantize" => Judge(graph, 10, x => x == 3.5, 3.5),
                "FakeQuantize" => Judge(graph, 2.125, x => x == 2, 2) ?? Judge(graph, 100_000, x => x < 1_000, 126),
                _ => null,
            };
            if (judged is not null)
            {
                yield return judged;
            }
        }
    }

    private static Diagnostic? Judge(ValueGraph graph, double entry, Func<double, bool> isRight, double right)
    {
        if (graph.Entry.Parameters.Length != 2 || Entry(graph) is not { } made)
        {
            return null;
        }

        var (array, quantizer) = (graph.Entry.Parameters[0], graph.Entry.Parameters[1]);
        var evaluation = new Evaluation(x => x.IsEntryOf(array) ? entry : IsMemberOf(x, quantizer) ? Member(x.Symbol!.Name) : null);
        return evaluation.Number(made) is { } number && !double.IsNaN(number) && !isRight(number) && evaluation.Taken(made)?.Site?.Syntax is { } site
            ? Diagnostic.Create(Rule, site.GetLocation(), Messages.Number(entry), Messages.Number(Scale), Messages.Number(ZeroPoint), Messages.Number(number), Messages.Number(right))
            : null;
    }

    private static bool IsMemberOf(Term term, IParameterSymbol quantizer)
        => term is { Kind: TermKind.Load, Operands.Length: 1 } && term.Operands[0].Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(term.Operands[0].Symbol, quantizer);

    /// <summary>The quantizer of the example has eight bits and no sign.</summary>
    private static double? Member(string name)
        => name switch
        {
            "Scale" => Scale,
            "ZeroPoint" => ZeroPoint,
            "Bits" => 8,
            "Signed" => 0,
            _ => null,
        };

    /// <summary>What every entry of the result is made by: the one write to a new array, or the last step of a sequence.</summary>
    private static Term? Entry(ValueGraph graph)
    {
        // A copy that is written to is no longer what was copied; what is written into arrays made here is never read by a formula that has a value.
        var writes = graph.Stores.Where(x => x.Place is { Member: null }).ToList();
        if (writes.Any(x => x.Place!.Object is not { Kind: TermKind.New }))
        {
            return null;
        }

        var result = graph.Result;
        while (result is { Kind: TermKind.Call, Symbol.Name: "ToArray" or "ToList", Operands.Length: 1 })
        {
            result = result.Operands[0];
        }

        if (result is { Kind: TermKind.Call, Symbol.Name: "Select" or "ConvertAll", Operands.Length: 3 } && result.Operands[1].Kind == TermKind.Closure)
        {
            return result.Operands[2];
        }

        var entries = writes.Where(x => ReferenceEquals(x.Place!.Object, result)).ToList();
        return entries.Count == 1 && entries[0].Loop is not null ? entries[0].Value : null;
    }
}
