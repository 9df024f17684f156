using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.LinkedList;

/// <summary>
/// KATA3011: a stretch is turned and not joined to the rest. A stretch that was turned from null on has two seams: the node that the loop
/// stopped at must be somebody's successor, and so must the stretch's new first node.
/// </summary>
internal sealed class SeamMissing : GraphRule
{
    public const string Id = "KATA3011";

    private static readonly DiagnosticDescriptor Rule = Describe(Id, "LinkedList");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in new[] { program.Of("ReverseBetween"), program.Of("ReverseInGroups") }.OfType<ValueGraph>())
        {
            foreach (var reversal in Reversal.In(graph).Where(x => Reversal.IsNull(x.Older.Initial) && !StopsAtEnd(x)))
            {
                if (!IsLinked(reversal.Cursor, reversal, graph))
                {
                    yield return Diagnostic.Create(Rule, reversal.Store.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Back"));
                }
                else if (!IsLinked(reversal.Older, reversal, graph))
                {
                    yield return Diagnostic.Create(Rule, reversal.Store.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Front"));
                }
            }
        }
    }

    /// <summary>Whether the loop runs to the end of the list, after which there is nothing to join.</summary>
    private static bool StopsAtEnd(Reversal reversal)
        => reversal.Loop.Condition?.PartsAndSelf().Any(x => x.Kind == TermKind.Equal && ReferenceEquals(x.Left, reversal.Cursor) && Reversal.IsNull(x.Right)) != false;

    /// <summary>Whether the node is written into a link outside the loop, directly or as a choice or a variable of an outer loop.</summary>
    private static bool IsLinked(LoopVariable node, Reversal reversal, ValueGraph graph)
        => graph.Stores.Any(x => !x.IsIn(reversal.Loop)
            && Reversal.IsLink(x.Place!.Member)
            && x.Value.DescendantsAndSelf().Any(y => ReferenceEquals(y, node)));
}
