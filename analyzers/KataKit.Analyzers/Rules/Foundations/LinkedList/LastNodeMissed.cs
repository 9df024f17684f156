using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>
/// KATA3006: the loop asks for the node after the cursor. On the empty list that reads the link of null; and where the node left behind is
/// what is returned, the last node is never turned.
/// </summary>
internal sealed class LastNodeMissed : GraphRule
{
    public const string Id = "KATA3006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        // The third member learns from the positions how long the list is.
        foreach (var graph in new[] { program.Of("Reverse"), program.Of("ReverseInGroups") }.OfType<ValueGraph>())
        {
            foreach (var read in graph.Events.Where(x => x.Kind == GraphEventKind.Read && Reversal.IsLink(x.Place!.Member)))
            {
                if (read.Place!.Object is { } node && IsHead(node, graph) && !read.Facts().Any(x => Mentions(x, node, graph)))
                {
                    yield return Diagnostic.Create(Rule, read.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Null"));
                }
            }

            foreach (var reversal in Reversal.In(graph).Where(x => AsksForNext(x) && ReturnsOlder(x, graph)))
            {
                yield return Diagnostic.Create(Rule, reversal.Store.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Early"));
            }
        }
    }

    /// <summary>The head, or a cursor that begins there.</summary>
    private static bool IsHead(Term node, ValueGraph graph)
        => node.Kind == TermKind.Parameter
            ? SymbolEqualityComparer.Default.Equals(node.Symbol, graph.Entry.Parameters[0])
            : node is LoopVariable { Initial: var initial } && initial.Kind == TermKind.Parameter && IsHead(initial, graph);

    // A condition that mentions the node or the head may be a test of any kind; only silence about both is certain.
    private static bool Mentions(Guard guard, Term node, ValueGraph graph)
        => guard.Condition.DescendantsAndSelf().Any(x => ReferenceEquals(x, node) || (x.Kind == TermKind.Parameter && IsHead(x, graph)));

    private static bool AsksForNext(Reversal reversal)
        => reversal.Loop is { HasOtherExit: false, Condition: { } test }
           && new Guard(test, Holds: true).Facts().Any(x => x is { Holds: false, Condition.Kind: TermKind.Equal }
               && Reversal.IsLinkOf(x.Condition.Left, out var node)
               && ReferenceEquals(node, reversal.Cursor));

    private static bool ReturnsOlder(Reversal reversal, ValueGraph graph)
        => graph.Events.Any(x => x.Kind == GraphEventKind.Return && ReferenceEquals(x.Value, reversal.Older))
           && !graph.Stores.Any(x => x.Order > reversal.Store.Order && !x.IsIn(reversal.Loop) && ReferenceEquals(x.Place!.Object, reversal.Cursor));
}
