using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.LinkedList;

/// <summary>
/// KATA3003: links are turned, and yet every way returns the head that was passed in. Each member of the contract has lists whose first
/// node changes.
/// </summary>
internal sealed class OldHeadReturned : GraphRule
{
    public const string Id = "KATA3003";

    private static readonly DiagnosticDescriptor Rule = Describe(Id, "LinkedList");

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
                yield return Diagnostic.Create(Rule, last.Site.Syntax.GetLocation(), NodeLeftBehind.At(last.Site, reversal));
            }
        }
    }

    private static bool IsHead(Term value, ValueGraph graph)
        => value.Kind == TermKind.Parameter && SymbolEqualityComparer.Default.Equals(value.Symbol, graph.Entry.Parameters[0]);
}
