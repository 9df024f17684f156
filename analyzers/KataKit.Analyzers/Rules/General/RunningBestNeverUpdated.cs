using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0002: a search compares each candidate with a variable that began as the largest or smallest number of its type and never moves.
/// Every candidate wins, so what is kept is the last one.
/// </summary>
internal sealed class RunningBestNeverUpdated : GraphRule
{
    public const string Id = "KATA0002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            foreach (var compared in graph.Computations.Where(x => x.Value.Kind is TermKind.Less or TermKind.LessOrEqual && x.Loop is not null))
            {
                if (Bound(compared) is { } bound && IsSearch(compared, bound, graph))
                {
                    yield return Diagnostic.Create(
                        Rule,
                        compared.Site.Syntax.GetLocation(),
                        ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Bound, bound.Local.Name),
                        bound.Local.Name,
                        Constant(compared.Value).Site?.Syntax.ToString());
                }
            }
        }
    }

    /// <summary>The variable that a candidate must beat, where its value is an extreme constant that every candidate beats.</summary>
    private static ILocalReferenceOperation? Bound(GraphEvent compared)
    {
        if (compared.Site is not IBinaryOperation site || Side(compared.Value) is not { } isLeft)
        {
            return null;
        }

        var isTurned = site.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        var operand = isLeft == isTurned ? site.RightOperand : site.LeftOperand;
        while (operand is IConversionOperation conversion)
        {
            operand = conversion.Operand;
        }

        return operand is ILocalReferenceOperation { Local.IsConst: false } variable ? variable : null;
    }

    /// <summary>Whether the extreme constant is the left side; <see langword="null"/> where neither side is one.</summary>
    private static bool? Side(Term comparison)
        => Extremes.IsGreatest(comparison.Right) || Extremes.IsLeast(comparison.Right) ? false
            : Extremes.IsLeast(comparison.Left) || Extremes.IsGreatest(comparison.Left) ? true
            : null;

    private static Term Constant(Term comparison) => Side(comparison) == true ? comparison.Left : comparison.Right;

    /// <summary>Whether the comparison decides in a loop, around which the bound was declared, what another variable keeps of this round.</summary>
    private static bool IsSearch(GraphEvent compared, ILocalReferenceOperation bound, ValueGraph graph)
    {
        var loop = compared.Loop!;
        var declaration = bound.Local.DeclaringSyntaxReferences.FirstOrDefault()?.Span;
        var isLeft = Side(compared.Value) == true;

        // What every candidate passes: below the greatest, above the least. The opposite test stands in front of a `continue`.
        var isPassed = isLeft ? Extremes.IsLeast(compared.Value.Left) : Extremes.IsGreatest(compared.Value.Right);
        return declaration is { } place
            && !loop.Site.Syntax.Span.Contains(place)
            && (isLeft ? compared.Value.Right : compared.Value.Left).VariesIn(loop)
            && graph.Loops.Where(x => x == loop).SelectMany(x => x.Variables).Any(x => Keeps(x, compared.Value, isPassed, loop));
    }

    private static bool Keeps(LoopVariable kept, Term comparison, bool isPassed, Loop loop)
        => kept.Next is { } next && next.PartsAndSelf().Any(x =>
            x.Kind == TermKind.Choice
            && x.Operands[0].PartsAndSelf().Any(y => y.Equals(comparison))
            && ReferenceEquals(x.Operands[isPassed ? 2 : 1], kept)
            && x.Operands[isPassed ? 1 : 2] is var taken
            && !taken.PartsAndSelf().Contains(kept)
            && taken.VariesIn(loop));
}
