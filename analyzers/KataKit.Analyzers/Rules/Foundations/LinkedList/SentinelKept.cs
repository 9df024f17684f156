using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.LinkedList;

/// <summary>KATA3010: a node that the code made itself ends up in the list: as its tail, or because the sentinel is what is returned.</summary>
internal sealed class SentinelKept : GraphRule
{
    public const string Id = "KATA3010";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "reverse-linked-list";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            foreach (var reversal in Reversal.In(graph).Where(x => x.Older.Initial.Kind == TermKind.New))
            {
                yield return Diagnostic.Create(Rule, (reversal.Older.Initial.Site ?? reversal.Store.Site).Syntax.GetLocation(), Messages.Localizable(Id + "_Tail"));
            }

            foreach (var returned in graph.Events.Where(x => x.Kind == GraphEventKind.Return && MayBe(x.Value).Any(IsNewNode)))
            {
                yield return Diagnostic.Create(Rule, returned.Site.Syntax.GetLocation(), Messages.Localizable(Id + "_Returned"));
            }
        }
    }

    private static bool IsNewNode(Term term) => term is { Kind: TermKind.New, Type: INamedTypeSymbol type } && type.GetMembers().Any(Reversal.IsLink);

    /// <summary>The values of a choice, by whatever condition.</summary>
    private static IEnumerable<Term> MayBe(Term term)
        => term.Kind switch
        {
            TermKind.Choice => term.Operands.Skip(1).SelectMany(MayBe),
            TermKind.Join => term.Operands.SelectMany(MayBe),
            _ => [term],
        };
}
