using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>
/// KATA6003: the gate of the gradient looks at numbers that were clamped or rounded before, where the range can no longer be seen, or it
/// leaves out an end of the range.
/// </summary>
internal sealed class MaskAfterClamp : GraphRule
{
    public const string Id = "KATA6003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => QuantiserArrays.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs.Where(x => program.NameOf(x) == "Backward"))
        {
            if (graph.Values() is not { } values || graph.Upstream() is not { } upstream)
            {
                continue;
            }

            var comparisons = Gate.Open(graph, values, upstream).Where(x => x.Condition.Kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal).ToList();
            var wrong = comparisons.Count > 0 && comparisons.All(x => !SeesNumbers(x.Condition, values)) ? [(Id + "_Late", comparisons[0])]
                : IsEqualityTested(graph, values) ? []
                : comparisons.Where(x => IsStrict(x, values)).Select(x => (Id + "_Strict", x));
            foreach (var (kind, guard) in wrong)
            {
                if (guard.Condition.Site is { } site)
                {
                    yield return Diagnostic.Create(Rule, site.Syntax.GetLocation(), Messages.Localizable(kind));
                }
            }
        }
    }

    /// <summary>Whether a comparison sees a number as it went in, not only what clamping, rounding or a search made of it.</summary>
    private static bool SeesNumbers(Term comparison, IParameterSymbol values) => comparison.Operands.Any(x => Sees(x, values, []));

    private static bool Sees(Term term, IParameterSymbol values, HashSet<Term> seen)
    {
        if (term.IsEntryOf(values))
        {
            return true;
        }

        if (!seen.Add(term)
            || Clamped.IsCall(term, "Round", "Floor", "Ceiling", "Truncate", "Clamp")
            || (term.Kind == TermKind.Convert && term.Type.IsIntegral())
            || Clamped.Readings(term).Any())
        {
            return false;
        }

        return term.Kind switch
        {
            TermKind.Choice => Ways(term).Any(x => Sees(x, values, seen)),
            TermKind.Element => Sees(term.Operands[0], values, seen),
            TermKind.Call when term.Operands.Any(x => x.Kind == TermKind.Closure) => Sees(term.Operands[term.Operands.Length - 1], values, seen),
            TermKind.LoopVariable => term is LoopVariable variable && (Sees(variable.Initial, values, seen) || (variable.Next is { } next && Sees(next, values, seen))),
            _ => term.Operands.Any(x => Sees(x, values, seen)),
        };
    }

    /// <summary>What a choice looks at and may give; what is no number stands for itself.</summary>
    private static IEnumerable<Term> Ways(Term choice) => Clamped.IsCall(choice.Operands[0], "IsNaN") ? [choice.Operands[2]] : choice.Operands;

    /// <summary>Whether the gradient passes only if the number is really less than an end, or really more.</summary>
    private static bool IsStrict(Guard guard, IParameterSymbol values)
        => guard.Condition.Kind == (guard.Holds ? TermKind.Less : TermKind.LessOrEqual)
           && (IsEnd(guard.Condition.Left, values) && guard.Condition.Right.HoldsEntryOf(values)
               || IsEnd(guard.Condition.Right, values) && guard.Condition.Left.HoldsEntryOf(values));

    /// <summary>A bound of the quantizer's making, not moved by a constant or to the next number.</summary>
    private static bool IsEnd(Term bound, IParameterSymbol values)
        => !bound.IsNumber(out _)
           && !Clamped.IsCall(bound)
           && !((bound.Kind is TermKind.Add or TermKind.Subtract) && bound.Type.IsReal() && bound.Operands.Any(x => x.IsNumber(out _)))
           && bound.DescendantsAndSelf().Any(x => x is { Kind: TermKind.Load, Symbol.ContainingType.Name: "Quantizer" })
           && !bound.HoldsEntryOf(values);

    /// <summary>Whether somewhere a number is tested for an end; then a strict comparison may be half of the gate.</summary>
    private static bool IsEqualityTested(ValueGraph graph, IParameterSymbol values)
        => graph.Computations.Any(x => x.Value.Is(TermKind.Equal, out var left, out var right) && !left.Equals(right) && right.Constant is not { HasValue: true, Value: null }
            && (Sees(left, values, []) || Sees(right, values, [])) && (IsEnd(left, values) || IsEnd(right, values)));
}
