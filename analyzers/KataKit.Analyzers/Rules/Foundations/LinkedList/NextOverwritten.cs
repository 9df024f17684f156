using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3001: the cursor moves on by the link that the same round has just turned back, so that the rest of the list is lost.</summary>
internal sealed class NextOverwritten : GraphRule
{
    public const string Id = "KATA3001";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            foreach (var reversal in Reversal.In(graph).Where(x => ReferenceEquals(x.Cursor.Next, x.Older)))
            {
                // The read that finds the node left behind where the next one was expected.
                var read = graph.Events.FirstOrDefault(x => x.Kind == GraphEventKind.Read
                    && x.Order > reversal.Store.Order
                    && x.IsIn(reversal.Loop)
                    && reversal.Store.Place!.Equals(x.Place)
                    && ReferenceEquals(x.Value, reversal.Older));
                if (read is not null)
                {
                    yield return Diagnostic.Create(Rule, read.Site.Syntax.GetLocation(), [reversal.Store.Site.Syntax.GetLocation()]);
                }
            }
        }
    }
}
