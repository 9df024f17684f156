using KataKit.Analyzers.Graph;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Rules.Compression;

/// <summary>The conditions under which an implementation lets the gradient from above pass.</summary>
internal static class Gate
{
    /// <summary>What holds of the numbers where the gradient passes, taken apart.</summary>
    public static IReadOnlyList<Guard> Open(ValueGraph graph, IParameterSymbol values, IParameterSymbol upstream)
        => [.. Conditions(graph, values, upstream).SelectMany(x => x.Facts()).Where(x => x.Header is null && x.Condition.HoldsEntryOf(values)).Distinct()];

    private static IEnumerable<Guard> Conditions(ValueGraph graph, IParameterSymbol values, IParameterSymbol upstream)
    {
        foreach (var store in graph.Stores)
        {
            var around = store.Guards.Where(x => x.Header is null && x.Condition.HoldsEntryOf(values)).ToList();
            if (store.Value.HoldsEntryOf(upstream))
            {
                foreach (var guard in around)
                {
                    yield return guard;
                }
            }
            else if (store.Value.IsNumber(out var number) && number == 0 && around.Count > 0)
            {
                // What is set to 0 here passes elsewhere.
                var closing = around[around.Count - 1];
                yield return closing with { Holds = !closing.Holds };
            }
        }

        var chosen = graph.Stores.Select(x => x.Value).Concat(graph.Result is { } result ? [result] : [])
            .SelectMany(x => x.DescendantsAndSelf()).Where(x => x.Kind == TermKind.Choice).Distinct();
        foreach (var choice in chosen)
        {
            var (whenTrue, whenFalse) = (choice.Operands[1].HoldsEntryOf(upstream), choice.Operands[2].HoldsEntryOf(upstream));
            if (whenTrue != whenFalse)
            {
                yield return new Guard(choice.Operands[0], whenTrue);
            }
        }
    }
}
