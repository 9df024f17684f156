using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>
/// KATA7002: a search goes towards the maximum: an end of the bracket moves to the lower of two probes, which drops the side that holds the
/// lowest point; a step goes up the slope; or hills of a grid are searched.
/// </summary>
internal sealed class WrongSideDropped : GraphRule
{
    public const string Id = "KATA7002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Graphs.SelectMany(x => program.NameOf(x) switch
        {
            "GoldenSection" => Brackets(x).Select(y => Report(y, Id + "_Bracket")),
            "ProjectedGradientDescent" => Steps(x).Select(y => Report(y, Id + "_Uphill")),
            "GlobalMinimum" => Hills(x).Select(y => Report(y, Id + "_Hills")),
            _ => [],
        });

    private static Diagnostic Report(Term term, string kind) => Diagnostic.Create(Rule, term.Site!.Syntax.GetLocation(), Messages.Localizable(kind));

    /// <summary>Comparisons by which an end moves to a point whose value is the lower one.</summary>
    private static IEnumerable<Term> Brackets(ValueGraph graph)
    {
        var (left, right) = graph.Interval();
        return graph.Loops.SelectMany(x => x.Variables)
            .Where(x => x.Next is not null && (x.Initial.IsParameter(left) || x.Initial.IsParameter(right)))
            .SelectMany(x => x.Next!.Ways().Where(y => !ReferenceEquals(y.Value, x)))
            .SelectMany(x => x.Facts.Where(y => y.Order() is var (lower, _) && lower.IsValueAt(x.Value, graph)).Select(y => y.Condition))
            .Where(x => x.Site is not null)
            .Distinct();
    }

    /// <summary>Sums of a point and the learning rate times the slope, which are not taken off elsewhere.</summary>
    private static IEnumerable<Term> Steps(ValueGraph graph)
    {
        var all = graph.Computations.Select(x => x.Value).ToList();
        return all.Where(x => x.Site is not null && x.Kind == TermKind.Add && x.Operands.Any(y => IsStep(y, graph))
            && !all.Any(y => (y.Kind == TermKind.Subtract && y.Right.PartsAndSelf().Contains(x)) || (y.Kind == TermKind.Multiply && y.Operands.Contains(x)))
            && !all.SelectMany(y => y.Operands).Any(y => y.Kind == TermKind.Negate && y.PartsAndSelf().Contains(x)));
    }

    private static bool IsStep(Term term, ValueGraph graph)
        => term.Is(TermKind.Multiply, out var one, out var other)
           && ((IsRate(one) && other.IsCallOfParameter(graph, 1)) || (IsRate(other) && one.IsCallOfParameter(graph, 1)));

    private static bool IsRate(Term term) => term is { Kind: TermKind.Parameter, Symbol.Name: not null } && term.Type.IsReal();

    /// <summary>Comparisons that let a search run where a sample is as high as two others of its grid.</summary>
    private static IEnumerable<Term> Hills(ValueGraph graph)
        => graph.Computations.Where(x => x.Value.IsCallOfParameter(graph, 0))
            .SelectMany(x => x.Facts().Where(y => y.Condition.Site is not null)
                .Select(y => (y.Condition, Order: y.Order()))
                .Where(y => y.Order is var (lower, higher) && IsSample(lower) && IsSample(higher) && lower.Operands[0].Equals(higher.Operands[0]))
                .GroupBy(y => y.Order!.Value.Higher)
                .Where(y => y.Select(z => z.Order!.Value.Lower).Distinct().Count() > 1)
                .Select(y => y.First().Condition))
            .Distinct();

    private static bool IsSample(Term term) => term.Kind == TermKind.Element && term.Type.IsReal();
}
