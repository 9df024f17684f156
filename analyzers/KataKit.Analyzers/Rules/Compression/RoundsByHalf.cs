using System.Globalization;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6001: a number is rounded otherwise than half to even: by adding a half and cutting off, by truncation alone, or by a mode of
/// <c>Math.Round</c> that sends ties elsewhere. Whoever looks at the fraction may mend the ties afterwards, and is judged by where ties go in the end.
/// </summary>
internal sealed class RoundsByHalf : GraphRule
{
    public const string Id = "KATA6001";

    private const string Truncated = Id + "_Truncated";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            var isRounding = program.NameOf(graph) == "RoundHalfToEven";
            var found = Roundings(graph, isRounding).ToList();
            foreach (var (kind, site) in found)
            {
                yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(kind));
            }

            if (isRounding && found.Count == 0 && Ties.SentWrong(graph) is var (decision, tie, rounded))
            {
                yield return Diagnostic.Create(Rule, decision.Syntax.GetLocation(), Messages.Localizable(Id + "_Tie", Messages.Number(tie), Messages.Number(rounded)));
            }
        }
    }

    private static IEnumerable<(string Kind, IOperation Site)> Roundings(ValueGraph graph, bool isRounding)
    {
        var roundsWell = graph.Computations.Any(x => IsHalfToEven(x.Value));
        foreach (var rounding in graph.Computations)
        {
            if (Rounded(rounding.Value) is var (kind, number)
                && !LooksAtFraction(graph, rounding.Value, number)
                && !IsWhole(rounding)
                && (kind != Truncated || (!roundsWell && (isRounding ? number.Kind == TermKind.Parameter : IsQuotient(graph, number)))))
            {
                yield return (kind, rounding.Site);
            }
        }
    }

    /// <summary>How a term rounds, if not half to even, and what.</summary>
    private static (string Kind, Term Number)? Rounded(Term term)
    {
        if (Clamped.IsCall(term, "Round") && Mode(term) is { } mode && mode != 0)
        {
            return (Id + "_Mode", term.Operands[0]);
        }

        var cut = term is { Kind: TermKind.Convert } && term.Type.IsIntegral() && term.Operands[0].Type.IsReal() ? term.Operands[0]
            : Clamped.IsCall(term, "Floor", "Truncate") ? term.Operands[0]
            : null;
        return cut is null ? null
            : WithHalf(cut) is { } number ? (Id + "_Half", number)
            : Clamped.IsCall(term, "Floor") ? null
            : (Truncated, cut);
    }

    private static Term? WithHalf(Term term)
        => term.Is(TermKind.Add, out var left, out var right)
            ? right.IsNumber(out var half) && half == 0.5 ? left : left.IsNumber(out half) && half == 0.5 ? right : null
            : null;

    private static bool IsHalfToEven(Term term)
        => (Clamped.IsCall(term, "Round") && Mode(term) is null or 0)
           || Clamped.IsCall(term, "IEEERemainder")
           || (term.Kind == TermKind.Subtract && term.Left.Kind == TermKind.Add && term.Left.Right.Equals(term.Right))
           || term.IsCallOf("System.Convert");

    private static int? Mode(Term round)
        => round.Operands.FirstOrDefault(x => x.Type is { Name: "MidpointRounding" }) is { Constant: { HasValue: true, Value: { } value } }
            ? System.Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether somewhere the fraction is looked at, or whether the result is odd: ties can be treated there.</summary>
    private static bool LooksAtFraction(ValueGraph graph, Term rounded, Term number)
        => graph.Computations.Select(x => x.Value).Any(x =>
            x.Kind is TermKind.Remainder or TermKind.Equal ? Mentions(x, rounded) || Mentions(x, number)
            : x.Kind == TermKind.Subtract ? (Mentions(x.Left, number) && Mentions(x.Right, number)) || (x.Right.IsNumber(out _) && IsUnwrapped(x.Left, number))
            : Clamped.IsCall(x, "IsEvenInteger", "IsOddInteger", "IsInteger", "IEEERemainder") && (Mentions(x, rounded) || Mentions(x, number)));

    private static bool IsUnwrapped(Term term, Term number) => term.Equals(number) || (Clamped.IsCall(term, "Abs") && term.Operands[0].Equals(number));

    private static bool Mentions(Term term, Term part) => term.PartsAndSelf().Any(x => x.Equals(part));

    /// <summary>Whether the number is known to be large there, or no number: then it has no fraction.</summary>
    private static bool IsWhole(GraphEvent rounding)
        => rounding.Facts().Any(x => x.Condition.Kind is TermKind.Less or TermKind.LessOrEqual
            ? (x.Holds ? x.Condition.Left : x.Condition.Right).IsNumber(out var bound) && bound > 1e9
            : Clamped.IsCall(x.Condition, "IsNaN", "IsInfinity") ? x.Holds : Clamped.IsCall(x.Condition, "IsFinite") && !x.Holds);

    /// <summary>What is rounded in quantisation: an entry over the scale, perhaps with the zero point.</summary>
    private static bool IsQuotient(ValueGraph graph, Term number)
        => number.PartsAndSelf().Any(x => x.Kind == TermKind.Divide && x.Left.IsEntryOf(graph.Values()))
           && !number.PartsAndSelf().Any(x => x.Kind == TermKind.Call && x.Type.IsReal());
}
