using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Rules.Compression;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0008: a rounded quotient is cast to a narrow integer type, or to an integer that is computed with, and nothing has limited it
/// before. Bounds are clamps, minima and maxima, and comparisons on the way to the cast.
/// </summary>
internal sealed class NarrowedBeforeClamped : GraphRule
{
    public const string Id = "KATA0008";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            var values = program.Contract?.Kata == QuantiserArrays.Kata ? graph.Values() : null;
            foreach (var cast in graph.Computations)
            {
                if (cast.Value is { Kind: TermKind.Convert, Epoch: 0, Type: { } type } && Range(type) is var (low, high) && IsOpen(graph, cast, values, (low, high)))
                {
                    yield return Diagnostic.Create(Rule, cast.Site.Syntax.GetLocation(), type.ToDisplayString(), low, high);
                }
            }
        }
    }

    private static bool IsOpen(ValueGraph graph, GraphEvent cast, IParameterSymbol? values, (decimal Low, decimal High) range)
    {
        var (operand, isNarrow) = (cast.Value.Operands[0], range.High <= ushort.MaxValue);
        if (values is null || !operand.HoldsEntryOf(values))
        {
            return range.Low == sbyte.MinValue && IsRoundedQuotient(operand) && Limited(x => IsReal(x) ? Sides.None : Sides.Both);
        }

        return Limited(x => x.IsEntryOf(values) ? Sides.None : Sides.Both) && (isNarrow || (operand.Type.IsReal() && IsUsed(graph, cast.Value)));

        bool Limited(Func<Term, Sides> leaf)
            => new Limits(leaf, [.. cast.Facts()], (double)range.Low, (double)range.High).Of(operand) != Sides.Both;
    }

    /// <summary>A value that is read or given, of which nothing is known; what a call returns may be limited by it.</summary>
    private static bool IsReal(Term term) => term.Type.IsReal() && term.Kind is not (TermKind.Call or TermKind.Unknown or TermKind.Out);

    /// <summary>
    /// The shape of quantisation, <c>Round(x / s)</c>. Products, such as a share times 255, and the bytes and shorts of images and sound mostly
    /// have a known domain.
    /// </summary>
    private static bool IsRoundedQuotient(Term term)
        => Clamped.IsCall(term, "Round", "Floor", "Ceiling", "Truncate")
           && term.Operands[0].Is(TermKind.Divide, out var dividend, out var divisor)
           && dividend.Type.IsReal() && !divisor.IsNumber(out _);

    /// <summary>
    /// Whether an integer as wide as <see cref="int"/> is computed with, or kept without a comparison. The cast saturates, so that a clamp
    /// right behind it is in time.
    /// </summary>
    private static bool IsUsed(ValueGraph graph, Term cast)
    {
        var users = graph.Events.Select(x => x.Value).Where(x => x.Operands.Contains(cast)).ToList();
        return users.Any(x => x.Kind is TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.And && x.Type.IsIntegral())
               || !users.Any(x => x.Kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal || (x.Kind == TermKind.Convert && x.Type.IsReal()) || Clamped.IsCall(x, "Clamp", "Min", "Max"));
    }

    private static (decimal Low, decimal High)? Range(ITypeSymbol type)
        => type.SpecialType switch
        {
            SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
            _ => null,
        };
}
