using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0004: a loop goes on until a difference falls below double.Epsilon, the smallest number above 0. Neighbouring doubles are further
/// apart than that unless both are tiny, so the tolerance asks for a difference of exactly 0.
/// </summary>
internal sealed class EpsilonAsTolerance : GraphRule
{
    public const string Id = "KATA0004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly HashSet<string> Norms = new(StringComparer.Ordinal)
    {
        "Abs", "Max", "L1Norm", "L2Norm", "InfinityNorm", "FrobeniusNorm", "Norm", "AbsoluteMaximum", "Sqrt",
    };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            foreach (var compared in graph.Computations.Where(x => x.Value.Kind is TermKind.Less or TermKind.LessOrEqual))
            {
                var (left, right) = (compared.Value.Left, compared.Value.Right);
                var (bound, measured) = IsEpsilon(left) ? (left, right) : (right, left);
                if (IsEpsilon(bound) && Difference(measured, []) is { } difference && EndsLoop(compared, graph) && !IsDivisor(difference, graph))
                {
                    yield return Diagnostic.Create(Rule, compared.Site.Syntax.GetLocation(), bound.Site?.Syntax.ToString() ?? "double.Epsilon");
                }
            }
        }
    }

    private static bool IsEpsilon(Term term) => term.IsNumber(out var value) && (value == double.Epsilon || value == float.Epsilon);

    /// <summary>The difference of real numbers whose size is measured: through norms, roots and running maxima.</summary>
    private static Term? Difference(Term term, HashSet<Term> seen)
    {
        if (!seen.Add(term))
        {
            return null;
        }

        return term switch
        {
            { Kind: TermKind.Subtract } when !term.Type.IsIntegral() => term,
            { Kind: TermKind.Convert or TermKind.Negate } => Difference(term.Operands[0], seen),
            { Kind: TermKind.Choice } => Difference(term.Operands[1], seen) ?? Difference(term.Operands[2], seen),
            { Kind: TermKind.Call, Symbol: { } method } when Norms.Contains(method.Name)
                => term.Operands.Select(x => Difference(x, seen)).FirstOrDefault(x => x is not null),
            LoopVariable { Next: { } next } => Difference(next, seen),
            _ => null,
        };
    }

    /// <summary>Whether the comparison decides if a loop goes on: it stands in the loop's test, or guards a way out.</summary>
    private static bool EndsLoop(GraphEvent compared, ValueGraph graph)
        => graph.Loops.Any(x => x.Condition is { } condition && Tests(condition).Any(y => ReferenceEquals(y, compared.Value)))
           || (compared.Loop is not null
               && compared.Site.Syntax.FirstAncestorOrSelf<IfStatementSyntax>() is { } test
               && test.Condition.Span.Contains(compared.Site.Syntax.Span)
               && test.Statement.DescendantNodesAndSelf().Any(x => x is BreakStatementSyntax or ReturnStatementSyntax));

    private static IEnumerable<Term> Tests(Term condition)
        => condition.Kind is TermKind.And or TermKind.Or or TermKind.Not ? condition.Operands.SelectMany(Tests) : [condition];

    private static bool IsDivisor(Term difference, ValueGraph graph)
        => graph.Computations.Any(x => x.Value.Is(TermKind.Divide, out _, out var divisor) && divisor.PartsAndSelf().Any(y => y.Equals(difference)));
}
