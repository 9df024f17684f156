using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5008: what the backward pass reads is an array that the caller holds as well: the input without a copy, or the positions or values
/// that the forward pass has returned.
/// </summary>
internal sealed class CallersArrayKept : GraphRule
{
    public const string Id = "KATA5008";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Kata => "max-pool";

    public override IEnumerable<Diagnostic> Judge(GraphProgram program)
    {
        if (PoolingLayer.Of(program) is not { } layer)
        {
            yield break;
        }

        var read = new HashSet<ISymbol>(
            layer.Backward.Events
                .Where(x => x.Kind == GraphEventKind.Read && x.Place is { Member: null, Object: { } array } && array.Type is IArrayTypeSymbol)
                .Select(x => PoolingLayer.FieldOf(x.Place!.Object!))
                .OfType<ISymbol>(),
            SymbolEqualityComparer.Default);
        foreach (var store in layer.Forward.Stores)
        {
            if (store.Place is { Object.Kind: TermKind.This, Member: { } field } && read.Contains(field) && Owner(store.Value, layer) is { } owner)
            {
                yield return Diagnostic.Create(Rule, store.Site.Syntax.GetLocation(), Messages.Localizable(owner));
            }
        }
    }

    private static string? Owner(Term kept, PoolingLayer layer)
        => PoolingLayer.IsParameter(kept, layer.Input) ? Id + "_Input"
            : kept.Kind == TermKind.New && layer.Forward.Result is { Kind: TermKind.New } result && (kept.Equals(result) || result.Operands.Contains(kept)) ? Id + "_Result"
            : null;
}
