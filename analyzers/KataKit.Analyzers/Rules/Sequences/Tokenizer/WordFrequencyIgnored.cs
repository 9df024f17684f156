using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Tokenizer;

/// <summary>
/// KATA2005: training counts pairs one by one, and how often a word occurs has no way into the counts: no increment, no loop and no
/// copy of a word depends on it.
/// </summary>
internal sealed class WordFrequencyIgnored : GraphRule
{
    public const string Id = "KATA2005";

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
        if (counted.Any(x => !x.Increments.All(IsOne)))
        {
            yield break;
        }

        var weighted = Weighted(graph);
        if (counted.Any(x => DependsOn(x, weighted)))
        {
            yield break;
        }

        foreach (var count in counted)
        {
            yield return Diagnostic.Create(Rule, count.Event.Site.Syntax.GetLocation());
        }
    }

    private static bool IsOne(Term increment) => increment.IsNumber(out var number) && number == 1;

    private static bool DependsOn(PairCount count, HashSet<Term> weighted)
        => Holds(count.Left.Sequence, weighted)
           || GuardsInLoops(count.Event).Any(x => Holds(x.Condition, weighted) && !IsCheck(x.Condition))
           || count.Event.Loop?.SelfAndParents().Any(x => IsWeighted(x, weighted)) == true;

    // What was asked before the loops begin cannot tell one word from another.
    private static IEnumerable<Guard> GuardsInLoops(GraphEvent happening) => happening.Guards.SkipWhile(x => x.Header is null);

    private static bool IsWeighted(Loop loop, HashSet<Term> weighted)
        => (loop.Condition is { } condition && Holds(condition, weighted)) || (loop.Source is { } source && Holds(source, weighted));

    // count < 0, which guards a throw.
    private static bool IsCheck(Term condition)
        => condition.Kind is TermKind.Less or TermKind.LessOrEqual && condition.Operands.Any(IsFrequency) && condition.Operands.Any(x => x.IsNumber(out _));

    /// <summary>Everything that a frequency was put into, directly or through other things, and lists that were filled as often as it says.</summary>
    private static HashSet<Term> Weighted(ValueGraph graph)
    {
        var weighted = new HashSet<Term>();
        int before;
        do
        {
            before = weighted.Count;
            foreach (var happening in graph.Events)
            {
                if (happening.Kind == GraphEventKind.Store && happening.Place?.Object is { } written && (Holds(happening.Value, weighted) || IsRepeated(happening)))
                {
                    weighted.Add(written);
                }

                if (happening.Value is { Kind: TermKind.Call, Operands: var operands } && (operands.Any(x => Holds(x, weighted)) || IsRepeated(happening)))
                {
                    weighted.UnionWith(operands.Where(x => x.Kind is TermKind.New or TermKind.LoopVariable or TermKind.Load));
                }
            }
        }
        while (weighted.Count > before);

        return weighted;

        bool IsRepeated(GraphEvent happening)
            => happening.Loop?.SelfAndParents().Any(x => x.Kind != LoopKind.Sequence && IsWeighted(x, weighted)) == true;
    }

    private static bool Holds(Term term, HashSet<Term> weighted) => term.DescendantsAndSelf().Any(x => IsFrequency(x) || weighted.Contains(x));

    /// <summary>The value of an entry of the words that were given, or of one looked up there.</summary>
    private static bool IsFrequency(Term term)
        => term switch
        {
            { Kind: TermKind.Load, Symbol.Name: "Value" or "Values", Operands: { Length: 1 } entry } => entry[0].DescendantsAndSelf().Any(x => x.Kind == TermKind.Parameter),
            { Kind: TermKind.Element, Operands: { Length: 2 } place } => place[0].Kind == TermKind.Parameter,
            { Kind: TermKind.Out, Operands: { Length: 1 } call } => call[0].Operands.FirstOrDefault()?.Kind == TermKind.Parameter,
            { Kind: TermKind.Call, Symbol.Name: "GetValueOrDefault", Operands: { Length: > 0 } call } => call[0].Kind == TermKind.Parameter,
            _ => false,
        };
}
