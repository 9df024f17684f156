using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Foundations.Minimization;

/// <summary>KATA7005: a <c>Minimum</c> is given a value of the function for its point, or a point for its value.</summary>
internal sealed class PointForValue : GraphRule
{
    public const string Id = "KATA7005";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => Probes.Kata;

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        foreach (var graph in program.Graphs)
        {
            foreach (var happening in graph.Events)
            {
                var isValueForPoint = happening switch
                {
                    { Kind: GraphEventKind.Store, Place: { Member: { Name: "X", ContainingType.Name: "Minimum" } } } => IsValue(happening.Value, graph),
                    { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.New, Operands.Length: 2, Type.Name: "Minimum" } made } => IsValue(made.Left, graph),
                    _ => false,
                };
                var isPointForValue = happening switch
                {
                    { Kind: GraphEventKind.Store, Place: { Member: { Name: "Value", ContainingType.Name: "Minimum" } } } => happening.Value.IsPart("X"),
                    { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.New, Operands.Length: 2, Type.Name: "Minimum" } made } => made.Right.IsPart("X"),
                    _ => false,
                };
                if (isValueForPoint || isPointForValue)
                {
                    yield return Diagnostic.Create(Rule, happening.Site.Syntax.GetLocation(), Messages.Localizable(isValueForPoint ? Id + "_Value" : Id + "_Point"));
                }
            }
        }
    }

    private static bool IsValue(Term term, ValueGraph graph)
        => term.IsCallOfParameter(graph, 0) || term.IsPart("Value") || (term is LoopVariable variable && variable.Initial.IsCallOfParameter(graph, 0));
}
