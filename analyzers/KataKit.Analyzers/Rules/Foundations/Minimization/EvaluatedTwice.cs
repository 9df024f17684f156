using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>KATA7006: each round of a golden-section search calls the function twice or more often, where one probe and its value could be kept.</summary>
internal sealed class EvaluatedTwice : GraphRule
{
    public const string Id = "KATA7006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("GoldenSection") is not { } graph)
        {
            yield break;
        }

        foreach (var loop in graph.Loops)
        {
            var calls = graph.Computations.Where(x => ReferenceEquals(x.Loop, loop) && x.Value.IsCallOfParameter(graph, 0)).ToList();
            if (calls.Any(x => calls.Any(y => y.Order > x.Order && FollowsAlways(x, y))))
            {
                var place = loop.Condition?.Site ?? loop.Site;
                yield return Diagnostic.Create(Rule, place.Syntax.GetLocation(), graph.Entry.Parameters[0].Name);
            }
        }
    }

    /// <summary>Whether a round that makes one call makes the other too, unless it ends or throws between them.</summary>
    private static bool FollowsAlways(GraphEvent first, GraphEvent second)
        => first.Guards.All(x => second.Guards.Contains(x))
           && second.Guards.Where(x => !first.Guards.Contains(x)).SelectMany(x => x.Facts()).All(x => Clamped.IsCall(x.Condition, "IsNaN", "IsFinite") || IsSelf(x.Condition));

    private static bool IsSelf(Term condition) => condition.Is(TermKind.Equal, out var left, out var right) && left.Equals(right);
}
