using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>
/// KATA3003: what is returned is not the first node. Either links are turned, and yet every way returns the head that was passed in, while
/// each member of the contract has lists whose first node changes; or a link of the list leads to the node that is returned.
/// </summary>
internal sealed class OldHeadReturned : GraphRule
{
    public const string Id = "KATA3003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs.Where(x => x.Entry.Parameters.Length > 0 && x.Stores.Any(y => Reversal.IsLink(y.Place!.Member))))
        {
            var returns = graph.Events.Where(x => x.Kind == GraphEventKind.Return).ToList();
            if (returns.Count > 0 && returns.All(x => IsHead(x.Value, graph) || Reversal.IsNull(x.Value)) && returns.LastOrDefault(x => IsHead(x.Value, graph)) is { } last)
            {
                // Elsewhere the positions decide which node comes first.
                var reversal = program.NameOf(graph) == "Reverse" ? Reversal.In(graph).FirstOrDefault() : null;
                yield return Diagnostic.Create(Rule, last.Site.Syntax.GetLocation(), NodeLeftBehind.At(last.Site, reversal), Messages.Localizable(Id + "_Old"));
            }

            foreach (var returned in returns.Where(x => NodeInFront.Exists(x, graph)))
            {
                yield return Diagnostic.Create(Rule, returned.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Behind"));
            }
        }
    }

    private static bool IsHead(Term value, ValueGraph graph)
        => value.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(value.Symbol, graph.Entry.Parameters[0]);
}
