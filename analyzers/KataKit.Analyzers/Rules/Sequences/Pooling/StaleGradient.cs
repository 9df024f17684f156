using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5006: the gradient lives in a field from one backward pass to the next: it still holds what the pass before added, or the pass
/// before has given it away.
/// </summary>
internal sealed class StaleGradient : GraphRule
{
    public const string Id = "KATA5006";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "GetLength", "GetLowerBound", "GetUpperBound", "Clone", "get_Length", "AsSpan", "CreateSpan" };

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (PoolingLayer.Of(program) is not { Backward: var backward } layer)
        {
            yield break;
        }

        foreach (var store in PoolingLayer.ElementStores(backward))
        {
            var array = PoolingLayer.Root(store.Place!.Object!);
            if (IsField(array)
                && AddsUpstream(store, array, layer)
                && !IsMadeAnew(array.Symbol!, store, backward)
                && !IsTouched(array.Symbol!, backward))
            {
                yield return Report(store.Site.Syntax, Id + "_Adds");
            }
        }

        foreach (var result in backward.Events.Where(x => x.Kind == GraphEventKind.Return && IsField(x.Value) && x.Value.Type is IArrayTypeSymbol))
        {
            if (!IsMadeAnew(result.Value.Symbol!, result, backward))
            {
                yield return Report(result.Site is IReturnOperation { ReturnedValue.Syntax: { } returned } ? returned : result.Site.Syntax, Id + "_Returned");
            }
        }
    }

    private static Diagnostic Report(SyntaxNode place, string text) => Diagnostic.Create(Rule, place.GetLocation(), Messages.Localizable(text));

    private static bool IsField(Term array) => array is { Kind: TermKind.Load, Operands: { Length: 1 } owner } && owner[0].Kind == TermKind.This;

    private static bool AddsUpstream(GraphEvent store, Term array, PoolingLayer layer)
    {
        var parts = store.Value.PartsAndSelf().ToList();
        return parts.Any(x => PoolingLayer.IsElementOf(x, layer.Upstream))
               && parts.Any(x => x.Kind == TermKind.Element && IsField(PoolingLayer.Root(x)) && IsSame(PoolingLayer.Root(x).Symbol, array.Symbol));
    }

    // On every way that leads to the event.
    private static bool IsMadeAnew(ISymbol field, GraphEvent happening, ValueGraph graph)
        => PoolingLayer.FieldStores(graph, field).Any(x => x.Order < happening.Order
            && x.Guards.All(y => y.Header is not null || happening.Guards.Any(z => ReferenceEquals(z.Condition, y.Condition) && z.Holds == y.Holds)));

    // Cleared, filled, set to zero cell by cell, or given to somebody who may do so.
    private static bool IsTouched(ISymbol field, ValueGraph graph)
        => graph.Computations.Any(x => x.Value.Kind == TermKind.Call
               && !Readers.Contains(x.Value.Symbol?.Name ?? string.Empty)
               && x.Value.Operands.Any(y => IsField(PoolingLayer.Root(y)) && y.Kind != TermKind.Element && IsSame(PoolingLayer.Root(y).Symbol, field)))
           || PoolingLayer.ElementStores(graph).Any(x => x.Value.IsNumber(out _) && IsSame(PoolingLayer.Root(x.Place!.Object!).Symbol, field));

    private static bool IsSame(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
