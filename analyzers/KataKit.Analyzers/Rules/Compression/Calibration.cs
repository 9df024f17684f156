using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>What an implementation of <c>Calibrate</c> comes to for a range of numbers, as far as its terms can be evaluated.</summary>
internal sealed class Calibration
{
    private readonly ValueGraph _graph;
    private readonly Evaluation _evaluation;
    private readonly Term? _quantizer;

    private Calibration(ValueGraph graph, double min, double max, int bits, bool signed)
    {
        _graph = graph;
        _evaluation = Evaluation.OfCall(min, max, bits, signed ? 1 : 0);
        _quantizer = graph.Result is null ? null : _evaluation.Taken(graph.Result);
    }

    /// <summary>The scale; <see langword="null"/> when it cannot be told.</summary>
    public double? Scale => ScaleTerm is { } term ? _evaluation.Number(term) : null;

    /// <summary>The zero point; <see langword="null"/> when it cannot be told.</summary>
    public double? ZeroPoint => ZeroPointTerm is { } term ? _evaluation.Number(term) : null;

    /// <summary>Where the scale is computed.</summary>
    public IOperation? ScaleSite => Site(ScaleTerm);

    /// <summary>Where the zero point is computed.</summary>
    public IOperation? ZeroPointSite => Site(ZeroPointTerm);

    private Term? ScaleTerm => Member("Scale", 0);

    private Term? ZeroPointTerm => Member("ZeroPoint", 1);

    /// <summary>Evaluates an implementation for one range.</summary>
    public static Calibration Of(ValueGraph graph, double min, double max, int bits, bool signed) => new(graph, min, max, bits, signed);

    private IOperation? Site(Term? term) => term is null ? null : (_evaluation.Taken(term) ?? term).Site ?? term.Site;

    /// <summary>An argument of the constructor, or what <c>with</c> has put in its place.</summary>
    private Term? Member(string name, int position)
    {
        for (var made = _quantizer; made is { Kind: TermKind.New }; made = made.Operands.Length == 1 ? _evaluation.Taken(made.Operands[0]) : null)
        {
            if (made.Operands.Length == 4)
            {
                return made.Operands[position];
            }

            if (_graph.Stores.LastOrDefault(x => ReferenceEquals(x.Place?.Object, made) && x.Place?.Member?.Name == name) is { } stored)
            {
                return stored.Value;
            }
        }

        return null;
    }
}
