using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3004: a node is linked back to the one before it, whose own link still points forward: the two nodes form a circle.</summary>
internal sealed class LinkNotCut : GraphRule
{
    public const string Id = "KATA3004";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            var links = graph.Stores.Where(x => Reversal.IsLink(x.Place!.Member)).ToList();
            foreach (var store in links)
            {
                if (IsTurnedBack(store) && !links.Any(x => x.Order > store.Order && store.Value.Equals(x.Place!.Object)))
                {
                    yield return Diagnostic.Create(Rule, store.Site.Syntax.GetLocation());
                }
            }

            foreach (var reversal in Reversal.In(graph))
            {
                if (BeginsBehindFirst(reversal) && links.All(x => ReferenceEquals(x.Place!.Object, reversal.Cursor)))
                {
                    yield return Diagnostic.Create(Rule, reversal.Store.Site.Syntax.GetLocation());
                }
            }
        }
    }

    /// <summary><c>x.Next.Next = x</c>, in whatever steps.</summary>
    private static bool IsTurnedBack(GraphEvent store)
        => store.Place!.Object is { } turned && Reversal.IsLinkOf(turned, out var before) && before.Equals(store.Value) && store.Value is not LoopVariable;

    /// <summary>The loop begins with the second node, and the first is the one left behind.</summary>
    private static bool BeginsBehindFirst(Reversal reversal)
        => Reversal.IsLinkOf(WithoutNull(reversal.Cursor.Initial), out var first) && first.Equals(reversal.Older.Initial) && first.Kind == TermKind.Parameter;

    /// <summary><c>x?.Next</c> is the link where there is a node.</summary>
    private static Term WithoutNull(Term term)
        => term.Kind == TermKind.Choice && Reversal.IsNull(term.Operands[1]) ? term.Operands[2] : term;
}
