using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3005: the cursor of a loop moves to the node after one that never moves, so that it gets no further than that.</summary>
internal sealed class NextOfFixedNode : GraphRule
{
    public const string Id = "KATA3005";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            foreach (var loop in graph.Loops)
            {
                foreach (var cursor in loop.Variables)
                {
                    if (cursor.Next is { Site: { } site } next
                        && Reversal.IsLinkOf(next, out var fixedNode)
                        && !fixedNode.VariesIn(loop)
                        && !graph.Stores.Any(x => x.IsIn(loop) && fixedNode.Equals(x.Place!.Object))
                        && MovesAlong(cursor, loop, graph))
                    {
                        yield return Diagnostic.Create(Rule, site.Syntax.GetLocation());
                    }
                }
            }
        }
    }

    /// <summary>Whether the loop is about the cursor: it ends with it, or turns its link.</summary>
    private static bool MovesAlong(LoopVariable cursor, Loop loop, ValueGraph graph)
        => loop.Condition?.PartsAndSelf().Any(x => ReferenceEquals(x, cursor)) == true
           || graph.Stores.Any(x => x.IsIn(loop) && Reversal.IsLink(x.Place!.Member) && ReferenceEquals(x.Place.Object, cursor));
}
