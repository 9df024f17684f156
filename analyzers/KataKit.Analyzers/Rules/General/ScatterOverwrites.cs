using System.Collections.Immutable;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using KataKit.Analyzers.Rules.Sequences.Pooling;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.General;

/// <summary>
/// KATA0009: the backward pass stores a part of the upstream gradient at a place that several parts may go to, and what stood there is
/// lost. A scatter through saved positions has to add unless no position occurs twice.
/// </summary>
internal sealed class ScatterOverwrites : GraphRule
{
    public const string Id = "KATA0009";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);
    private static readonly HashSet<string> Selections = new(StringComparer.Ordinal) { "First", "FirstOrDefault", "Last", "LastOrDefault", "ElementAt" };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (PoolingLayer.Of(program) is not { } layer)
        {
            yield break;
        }

        foreach (var store in PoolingLayer.ElementStores(layer.Backward))
        {
            var target = PoolingLayer.Root(store.Place!.Object!);
            if (layer.IsGradient(target)
                && IsUpstream(store.Value, layer)
                && !Mentions(store.Value, target)
                && !store.Guards.Any(x => Mentions(x.Condition, target) || x.Condition.PartsAndSelf().Any(y => IsStride(y, layer)))
                && MayRepeat(store, layer))
            {
                var properties = store.Value.Kind == TermKind.Element
                    ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Adds, string.Empty)
                    : ImmutableDictionary<string, string?>.Empty;
                yield return Diagnostic.Create(Rule, store.Site.Syntax.GetLocation(), properties);
            }
        }
    }

    // A running sum is complete when it is stored, so storing it is right.
    private static bool IsUpstream(Term value, PoolingLayer layer)
        => value.PartsAndSelf().Any(x => PoolingLayer.IsElementOf(x, layer.Upstream))
           && !value.PartsAndSelf().Any(x => x is LoopVariable && x.DescendantsAndSelf().Any(y => PoolingLayer.IsElementOf(y, layer.Upstream)));

    private static bool Mentions(Term term, Term array) => term.PartsAndSelf().Any(array.Equals);

    private static bool IsStride(Term term, PoolingLayer layer)
        => term is { Kind: TermKind.Load, Symbol: { Name: "StrideHeight" or "StrideWidth", ContainingType.Name: "PoolingWindow" } }
           || (term.Kind == TermKind.Load && !ReferenceEquals(layer.Resolved(term), term) && layer.WindowProperty(layer.Resolved(term)) is not null);

    private static bool MayRepeat(GraphEvent store, PoolingLayer layer)
    {
        var parts = store.Place!.Indices.SelectMany(x => x.PartsAndSelf()).ToList();
        if (parts.Any(x => x is { Kind: TermKind.Call, Symbol.Name: "GroupBy" or "Distinct" or "DistinctBy" or "ToLookup" or "ToDictionary" or "AggregateBy" or "CountBy" }))
        {
            return store.Value is { Kind: TermKind.Call, Symbol: { ContainingType.Name: "Enumerable" } method } && Selections.Contains(method.Name);
        }

        return parts.Any(x => IsSavedPosition(x, store) || IsSearchResult(x, layer)) || RunsApart(store);
    }

    private static bool IsSavedPosition(Term term, GraphEvent store)
        => store.Loop is { } loop
           && PoolingLayer.FieldOf(term.Kind == TermKind.Iterated ? term.Operands[0] : term) is not null
           && ((term.Kind == TermKind.Element && term.Type.IsIntegral()) || term.Kind == TermKind.Iterated)
           && term.VariesIn(loop);

    // A position that a search in the input has just found.
    private static bool IsSearchResult(Term term, PoolingLayer layer)
        => term is LoopVariable { Next: { } next }
           && !term.IsCounter(out _, out _)
           && next.DescendantsAndSelf().Any(x => x.Kind is TermKind.Less or TermKind.LessOrEqual && x.Operands.Any(y => y.Type.IsReal() && IsKept(y, layer)));

    private static bool IsKept(Term value, PoolingLayer layer)
        => value.PartsAndSelf().Any(x => x.Kind == TermKind.Element && x.Type.IsReal() && PoolingLayer.FieldOf(x) is not null && !PoolingLayer.IsElementOf(x, layer.Upstream));

    // The cells of a window in a loop of their own, or the windows of a cell.
    private static bool RunsApart(GraphEvent store)
        => store.Loop is { } innermost
           && innermost.SelfAndParents().Any(loop =>
               store.Place!.Indices.Any(x => x.VariesIn(loop)) != store.Value.VariesIn(loop)
               && (store.Value.VariesIn(loop) ? !loop.HasOtherExit : true));
}
