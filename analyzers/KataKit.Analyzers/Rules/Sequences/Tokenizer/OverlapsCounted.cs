using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2007: training counts the pair at every place, so that aaa counts (a, a) twice although it can be merged once. Reported where the
/// count goes up at each step of one symbol and nothing takes it back.
/// </summary>
internal sealed class OverlapsCounted : GraphRule
{
    public const string Id = "KATA2007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "bpe-tokenizer";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (program.Of("Train") is not { } graph)
        {
            yield break;
        }

        var counted = PairCount.In(graph).ToList();
        foreach (var count in counted)
        {
            var loop = count.Left.Place.Loop!;
            if (count.Left.Place.IsCounter(out _, out var step)
                && Math.Abs(step) == 1
                && count.Event.IsIn(loop)
                && GuardsIn(loop, count.Event).All(x => IsAbout(count.Counts, x.Condition))
                && !IsPutRight(count.Counts, counted, graph))
            {
                yield return Diagnostic.Create(Rule, count.Event.Site.Syntax.GetLocation());
            }
        }
    }

    // The guards behind the loop's own test.
    private static IEnumerable<Guard> GuardsIn(Loop loop, GraphEvent happening)
    {
        var guards = happening.Guards.ToList();
        return guards.Skip(guards.FindIndex(x => x.Header == loop) + 1);
    }

    /// <summary>Whether a condition asks nothing but whether the pair is counted already.</summary>
    private static bool IsAbout(Term counts, Term condition)
        => condition is { Kind: TermKind.Call, Symbol.Name: "ContainsKey" or "TryGetValue" or "TryAdd" } && condition.Operands[0].Equals(counts);

    /// <summary>Whether the counts go down again somewhere, or are written in another way than by adding.</summary>
    private static bool IsPutRight(Term counts, List<PairCount> counted, ValueGraph graph)
        => graph.Events.Any(x => x.Kind == GraphEventKind.Store
            && x.Place!.Object is { } written
            && written.Equals(counts)
            && (Decreases(x.Value) || (!x.Value.Constant.HasValue && counted.All(y => y.Event != x))));

    // Down the arithmetic alone: which symbol is looked at may well be a difference.
    private static bool Decreases(Term value)
        => value.Kind is TermKind.Subtract or TermKind.Negate or TermKind.Multiply
           || (value.Kind is TermKind.Add or TermKind.Choice or TermKind.Convert && value.Operands.Any(Decreases));
}
