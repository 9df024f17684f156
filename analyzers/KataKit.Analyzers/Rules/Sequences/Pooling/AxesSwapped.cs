using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5005: a kernel, stride or padding of one axis is used along the other: in the number of windows, in an index of the input, or as the
/// bound of the loop that counts it.
/// </summary>
internal sealed class AxesSwapped : GraphRule
{
    public const string Id = "KATA5005";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (PoolingLayer.Of(program) is not { } layer)
        {
            yield break;
        }

        foreach (var happening in layer.Forward.Events.Where(x => !IsForSquares(x, layer)))
        {
            foreach (var (length, axis) in Uses(happening, layer))
            {
                if (layer.WindowProperty(length) is { } property
                    && property.EndsWith(axis == 1 ? "Width" : "Height", StringComparison.Ordinal)
                    && length.Site is { } site)
                {
                    yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), layer.Name(length), axis == 1 ? "height" : "width");
                }
            }
        }
    }

    private static IEnumerable<(Term Length, int Axis)> Uses(GraphEvent happening, PoolingLayer layer)
    {
        var value = happening.Value;
        if (happening.Kind == GraphEventKind.Compute
            && (value.Kind == TermKind.Divide || value is { Kind: TermKind.Call, Symbol.Name: "DivRem" })
            && AxisOf(value.Left, layer) is { } axis)
        {
            return Summands(value.Left).Concat(Summands(value.Right)).Select(x => (x, axis));
        }

        return happening is { Kind: GraphEventKind.Read, Place: { Member: null, Indices: { Length: 3 } indices } place }
            && PoolingLayer.IsParameter(place.Object!, layer.Input)
                ? Offsets(indices[1]).Select(x => (x, 1)).Concat(Offsets(indices[2]).Select(x => (x, 2)))
                : [];
    }

    // The axis whose length is shared out among windows; none where both take part, as in a number of cells.
    private static int? AxisOf(Term dividend, PoolingLayer layer)
    {
        var axes = Summands(dividend).SelectMany(x => new[] { 1, 2 }.Where(y => layer.IsLength(x, y))).Distinct().ToList();
        return axes.Count == 1 ? axes[0] : null;
    }

    private static IEnumerable<Term> Summands(Term term)
        => term.Kind is TermKind.Add or TermKind.Subtract or TermKind.Convert or TermKind.Negate || (term.Kind == TermKind.Multiply && term.Operands.Any(x => x.IsNumber(out _)))
            ? term.Operands.SelectMany(Summands)
            : [term];

    /// <summary>What an index is made of by sums, products and limits, from the start of counters on, and what their loops count up to.</summary>
    private static IEnumerable<Term> Offsets(Term index)
    {
        switch (index.Kind)
        {
            case TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.Negate or TermKind.Convert:
            case TermKind.Call when index.Symbol is { Name: "Max" or "Min" or "Clamp", ContainingType.Name: "Math" }:
                return index.Operands.SelectMany(Offsets);
            case TermKind.LoopVariable when index.IsCounter(out var start, out _):
                var bound = index.Loop?.Condition is { Kind: TermKind.Less or TermKind.LessOrEqual } test && ReferenceEquals(test.Left, index)
                    ? Offsets(test.Right)
                    : [];
                return Offsets(start).Concat(bound);
            default:
                return [index];
        }
    }

    private static bool IsForSquares(GraphEvent happening, PoolingLayer layer)
        => happening.Facts().Any(x => x.Holds && x.Condition.Kind == TermKind.Equal && x.Condition.Operands.All(y => layer.WindowProperty(y) is not null));
}
