using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>KATA5007: one map of positions serves all channels, while each channel has maxima of its own.</summary>
internal sealed class ArgmaxShared : GraphRule
{
    public const string Id = "KATA5007";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
        => PoolingLayer.Of(program) is { } layer
            ? Read(layer).Concat(Written(layer)).Select(x => Diagnostic.Create(Rule, x.Syntax.GetLocation()))
            : [];

    // The gradient and its upstream run over channels, the positions between them do not.
    private static IEnumerable<IOperation> Read(PoolingLayer layer)
    {
        foreach (var store in PoolingLayer.ElementStores(layer.Backward).Where(x => x.Place!.Indices.Length == 3))
        {
            if (!layer.IsGradient(PoolingLayer.Root(store.Place!.Object!))
                || !store.Place.Indices[0].IsCounter(out _, out _)
                || !store.Value.PartsAndSelf().Any(x => PoolingLayer.IsElementOf(x, layer.Upstream) && IsByChannel(x, store.Place.Indices[0])))
            {
                continue;
            }

            var saved = store.Place.Indices.Skip(1)
                .SelectMany(x => x.PartsAndSelf())
                .Where(x => x.Kind == TermKind.Element && x.Type.IsIntegral() && PoolingLayer.FieldOf(x) is not null)
                .ToList();
            if (saved.Count > 0
                && !saved.Any(x => IsByChannel(x, store.Place.Indices[0]) || IsWritten(PoolingLayer.FieldOf(x)!, layer.Backward))
                && saved[0].Site is { } site)
            {
                yield return site;
            }
        }
    }

    // The counter itself, or anything that its loop carries on.
    private static bool IsByChannel(Term term, Term channel) => term.DescendantsAndSelf().Any(x => ReferenceEquals(x.Loop, channel.Loop));

    private static bool IsWritten(ISymbol field, ValueGraph graph)
        => graph.Stores.Any(x => SymbolEqualityComparer.Default.Equals(x.Place!.Member ?? PoolingLayer.FieldOf(x.Place.Object!), field));

    // Positions that are stored while the first channel is searched, and not for others.
    private static IEnumerable<IOperation> Written(PoolingLayer layer)
        => PoolingLayer.ElementStores(layer.Forward)
            .Where(x => PoolingLayer.Root(x.Place!.Object!).Equals(layer.Argmax)
                && x.Facts().Any(y => y.Holds
                    && y.Condition.Is(TermKind.Equal, out var channel, out var first)
                    && first.IsNumber(out _)
                    && IsChannel(channel, layer)
                    && !x.Place!.Indices[0].Equals(channel)))
            .Select(x => x.Site);

    private static bool IsChannel(Term term, PoolingLayer layer)
        => term.IsCounter(out _, out _)
           && term.Loop!.Condition is { Kind: TermKind.Less } test
           && ReferenceEquals(test.Left, term)
           && layer.IsLength(test.Right, 0);
}
