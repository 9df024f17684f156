using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2002: where two symbols match a pair, the new id is written, and the loop goes on with the second of them, which is then written or
/// merged once more.
/// </summary>
internal sealed class OverlappingMerge : GraphRule
{
    public const string Id = "KATA2002";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => from graph in program.Graphs
           from loop in graph.Loops
           from place in loop.Variables
           where place.IsCounter(out _, out var step) && step == 1
           let written = Written(graph, loop).ToList()
           from copy in written
           let symbol = Neighbour.Of(copy.Value)
           where symbol is { Offset: 0 } && ReferenceEquals(symbol.Value.Place, place)
           from merge in written
           where merge.To.Equals(copy.To)
               && Matches(merge, symbol.Value)
               && !Skips(merge, loop, place) && !Skips(copy, loop, place)
               && !IsEdited(symbol.Value.Sequence, copy.To, loop, graph)
           select Diagnostic.Create(Rule, merge.Site.Syntax.GetLocation());

    /// <summary>What is appended to an output in each round, by one of two ways.</summary>
    private static IEnumerable<Output> Written(ValueGraph graph, Loop loop)
    {
        foreach (var happening in graph.Events.Where(x => x.Loop == loop))
        {
            var (to, value) = happening switch
            {
                { Kind: GraphEventKind.Store, Place: { Member: null, Object: { } array } } => (array, happening.Value),
                { Kind: GraphEventKind.Compute, Value: { Kind: TermKind.Call, Symbol.Name: "Add" or "Append", Operands: { Length: 2 } operands } } => (operands[0], operands[1]),
                _ => default,
            };
            if (to is null || value is null)
            {
                continue;
            }

            var facts = happening.Facts().ToList();
            if (value.Kind == TermKind.Choice)
            {
                yield return new(to, value.Operands[1], [.. facts, .. new Guard(value.Operands[0], Holds: true).Facts()], happening.Site);
                yield return new(to, value.Operands[2], [.. facts, .. new Guard(value.Operands[0], Holds: false).Facts()], happening.Site);
            }
            else
            {
                yield return new(to, value, facts, happening.Site);
            }
        }
    }

    /// <summary>Whether this symbol and the next one were compared with a pair, and something else is written for them.</summary>
    private static bool Matches(Output output, Neighbour symbol)
    {
        var compared = output.Facts.Where(x => x.Holds).SelectMany(x => Neighbour.In(x.Condition)).ToList();
        return Neighbour.In(output.Value).All(x => !x.Sequence.Equals(symbol.Sequence))
            && Neighbour.Lefts(compared).Any(x => ReferenceEquals(x.Place, symbol.Place) && x.Sequence.Equals(symbol.Sequence) && x.Offset == 0);
    }

    /// <summary>Whether another variable of the loop has a say, such as a flag that skips the next round.</summary>
    private static bool Skips(Output output, Loop loop, LoopVariable place)
        => output.Facts.SelectMany(x => x.Condition.PartsAndSelf()).Any(x => x.Kind == TermKind.LoopVariable && x.Loop == loop && !ReferenceEquals(x, place));

    private static bool IsEdited(Term symbols, Term output, Loop loop, ValueGraph graph)
        => symbols.Equals(output)
           || graph.Events.Any(x => x.IsIn(loop)
               && ((x.Kind == GraphEventKind.Store && x.Place!.Object is { } written && written.Storage().Equals(symbols))
                   || x.Value is { Kind: TermKind.Call, Symbol.Name: "RemoveAt" or "RemoveRange" or "Remove" or "Insert" }));

    private sealed record Output(Term To, Term Value, IReadOnlyList<Guard> Facts, IOperation Site);
}
