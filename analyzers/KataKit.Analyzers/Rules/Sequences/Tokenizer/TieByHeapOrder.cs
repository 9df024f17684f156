using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2008: training takes the next pair from a priority queue that knows its count alone. A heap gives elements of equal priority in any
/// order, where the contract wants the smaller pair.
/// </summary>
internal sealed class TieByHeapOrder : GraphRule
{
    public const string Id = "KATA2008";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    private static readonly ImmutableHashSet<string> Compares =
        ImmutableHashSet.Create("CompareTo", "Compare", "Min", "MinBy", "Order", "OrderBy", "OrderByDescending", "Sort", "Peek", "TryPeek", "UnorderedItems");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => program.Of("Train") is not { } graph ? []
            : from queue in graph.Computations.Select(x => x.Value)
              where IsQueueOfPairs(queue)
              let dequeued = CallsOf(queue, graph, "Dequeue", "TryDequeue").ToList()
              where dequeued.Count == 1 && !AreTiesGathered(dequeued[0], graph)
              let enqueued = CallsOf(queue, graph, "Enqueue").ToList()
              where enqueued.All(x => IsCountAlone(x.Value.Operands[2], x.Value.Operands[1]))
              from happening in enqueued
              select Diagnostic.Create(Rule, happening.Site.Syntax.GetLocation());

    private static bool IsQueueOfPairs(Term term)
        => term is { Kind: TermKind.New, Symbol: IMethodSymbol made, Type: INamedTypeSymbol { Name: "PriorityQueue", TypeArguments: { Length: 2 } types } }
           && !made.Parameters.Any(x => x.Type.Name == "IComparer")
           && (types[0].IsIntegral() || types[0].IsTupleType)
           && (types[1].IsIntegral() || types[1].IsReal());

    private static IEnumerable<GraphEvent> CallsOf(Term queue, ValueGraph graph, params string[] names)
        => graph.Computations.Where(x => x.Value is { Kind: TermKind.Call, Symbol: { } method, Operands: { Length: > 0 } operands }
            && ReferenceEquals(operands[0], queue)
            && names.Contains(method.Name));

    /// <summary>Whether a priority is made of numbers that are neither the element nor a part of it.</summary>
    private static bool IsCountAlone(Term priority, Term element)
    {
        switch (priority.Kind)
        {
            case TermKind.Negate or TermKind.Convert or TermKind.Add or TermKind.Subtract or TermKind.Multiply:
                return priority.Operands.All(x => IsCountAlone(x, element));
            case TermKind.Constant:
                return true;
            case TermKind.Load:
                return !element.PartsAndSelf().Any(priority.Equals) && !priority.PartsAndSelf().Any(element.Equals);
            case TermKind.Element or TermKind.LoopVariable or TermKind.Out or TermKind.Iterated:
                return !element.PartsAndSelf().Any(priority.Equals);
            default:
                return priority is { Kind: TermKind.Call, Symbol.Name: "GetValueOrDefault" };
        }
    }

    /// <summary>Whether what is taken out is compared with anything that was there before: then ties may well be broken by hand.</summary>
    private static bool AreTiesGathered(GraphEvent dequeued, ValueGraph graph)
        => graph.Computations.Any(x => IsComparison(x.Value)
            && x.Value.PartsAndSelf().Any(y => y.Equals(dequeued.Value))
            && x.Value.PartsAndSelf().Any(y => y.Kind == TermKind.LoopVariable))
           || graph.Computations.Any(x => x.Value is { Kind: TermKind.Call, Symbol: { } method } && Compares.Contains(method.Name) && SharesLoop(x, dequeued));

    private static bool IsComparison(Term term) => term.Kind is TermKind.Less or TermKind.LessOrEqual or TermKind.Equal;

    private static bool SharesLoop(GraphEvent one, GraphEvent other) => other.Loop is null || one.IsIn(other.Loop);
}
