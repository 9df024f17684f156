using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Sequences.Pooling;

/// <summary>
/// KATA5001: the gradient of a window goes to the cells that equal its maximum, so that a tie has several receivers. The contract gives it
/// to the first alone.
/// </summary>
internal sealed class EveryTieReceives : GraphRule
{
    public const string Id = "KATA5001";

    private static readonly DiagnosticDescriptor Rule = Describe(Id);

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
            if (layer.IsGradient(PoolingLayer.Root(store.Place!.Object!))
                && store.Value.PartsAndSelf().Any(x => PoolingLayer.IsElementOf(x, layer.Upstream))
                && (GuardOf(store) ?? FilterOf(store)) is { Site: { } site })
            {
                yield return Diagnostic.Create(Rule, site.Syntax.GetLocation());
            }
        }
    }

    // A test of the value at the very place that is stored to, and no other that could single one cell out.
    private static Term? GuardOf(GraphEvent store)
    {
        var facts = store.Facts().Where(x => x.Header is null).ToList();
        var tie = facts.FirstOrDefault(x => x.Holds && IsEquality(x.Condition) && x.Condition.Operands.Any(y => IsAt(y, store.Place!))).Condition;
        return tie is not null
            && !facts.Any(x => !ReferenceEquals(x.Condition, tie) && SinglesOut(x))
            && !store.Loop!.SelfAndParents().Any(x => x.HasOtherExit && tie.VariesIn(x))
                ? tie
                : null;
    }

    private static Term? FilterOf(GraphEvent store)
        => store.Loop is { Source: { } source, HasOtherExit: false }
           && source.PartsAndSelf().ToList() is var parts
           && !parts.Any(x => x is { Kind: TermKind.Call, Symbol.Name: "First" or "FirstOrDefault" or "Take" or "Last" or "DistinctBy" or "MaxBy" or "MinBy" })
            ? parts.FirstOrDefault(x => x is { Kind: TermKind.Call, Symbol.Name: "Where", Operands: { Length: 3 } where } && IsEquality(where[2]))?.Operands[2]
            : null;

    private static bool IsEquality(Term condition)
        => condition.Kind == TermKind.Equal ? condition.Operands.All(x => x.Type.IsReal() && x.Kind != TermKind.Constant)
            : condition is { Kind: TermKind.Call, Symbol.Name: "Equals", Operands: { Length: 2 } sides } && sides.All(x => x.Type.IsReal());

    private static bool IsAt(Term value, Place place)
        => value.Kind == TermKind.Element && value.Operands.Skip(1).SequenceEqual(place.Indices);

    // A flag that the loop carries on, or a comparison of positions.
    private static bool SinglesOut(Guard fact)
        => fact.Condition.PartsAndSelf().Any(x => x is LoopVariable && !x.IsCounter(out _, out _) && x.Type?.SpecialType == SpecialType.System_Boolean)
           || fact.Condition is { Kind: TermKind.Load, Type.SpecialType: SpecialType.System_Boolean }
           || (fact.Condition.Kind == TermKind.Equal
               && fact.Condition.Operands.All(x => x.Type.IsIntegral())
               && fact.Condition.PartsAndSelf().Any(x => x.Kind is TermKind.LoopVariable or TermKind.Iterated))
           || fact.Condition.PartsAndSelf().Any(x => x.Kind == TermKind.Element && x.Type?.SpecialType == SpecialType.System_Boolean);
}
