using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>
/// KATA3011: a stretch is turned and not joined to the rest. A stretch that was turned from null on has two seams: the node that the loop
/// stopped at must be somebody's successor, and so must the stretch's new first node.
/// </summary>
internal sealed class SeamMissing : GraphRule
{
    public const string Id = "KATA3011";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in new[] { program.Of("ReverseBetween"), program.Of("ReverseInGroups") }.OfType<ValueGraph>())
        {
            foreach (var reversal in Reversal.In(graph).Where(x => Reversal.IsNull(x.Older.Initial) && !AsksForNode(x.Loop)))
            {
                if (!IsLinked(reversal.Cursor, reversal, graph))
                {
                    yield return Diagnostic.Create(Rule, reversal.Store.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Back"));
                }
                else if (!IsLinked(reversal.Older, reversal, graph) && !IsReturned(reversal, graph))
                {
                    yield return Diagnostic.Create(Rule, reversal.Store.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Front"));
                }
            }
        }
    }

    /// <summary>Whether a node decides how long the loop runs: then it may run to the end of a list, after which there is nothing to join.</summary>
    private static bool AsksForNode(Loop loop)
        => loop.HasOtherExit || loop.Condition?.PartsAndSelf().Any(x => x.Kind is TermKind.Equal or TermKind.Matches && x.Operands.Any(y => y.Type is { IsReferenceType: true })) != false;

    /// <summary>Whether the node is written into a link outside the loop, directly or as what an outer loop carries on.</summary>
    private static bool IsLinked(LoopVariable node, Reversal reversal, ValueGraph graph)
        => graph.Stores.Any(x => !x.IsIn(reversal.Loop) && Reversal.IsLink(x.Place!.Member) && IsMadeOf(x.Value, node, reversal.Loop));

    private static bool IsMadeOf(Term value, LoopVariable node, Loop loop)
    {
        var seen = new HashSet<Term>();
        var pending = new Stack<Term>([value]);
        while (pending.Count > 0)
        {
            var term = pending.Pop();
            if (ReferenceEquals(term, node))
            {
                return true;
            }

            if (seen.Add(term))
            {
                var outer = term is LoopVariable variable && !ReferenceEquals(variable.Loop, loop) ? variable : null;
                foreach (var part in term.Operands.Append(outer?.Initial).Append(outer?.Next).OfType<Term>())
                {
                    pending.Push(part);
                }
            }
        }

        return false;
    }

    /// <summary>Whether the stretch is the whole answer wherever it is turned at all.</summary>
    private static bool IsReturned(Reversal reversal, ValueGraph graph)
        => graph.Events.Any(x => x.Kind == GraphEventKind.Return
            && ReferenceEquals(x.Value, reversal.Older)
            && x.Guards.All(y => y.Header is not null || reversal.Store.Guards.Contains(y)));
}
