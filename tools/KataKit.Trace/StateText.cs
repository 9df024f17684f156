using KataKit.Analyzers.Flow;

namespace KataKit.Trace;

/// <summary>A state in words: what is known of each variable, counter and dimension.</summary>
internal static class StateText
{
    /// <summary>The facts of a state by what they are about, in order.</summary>
    public static SortedDictionary<string, string> Facts(FlowState state)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (variable, value) in state.Variables)
        {
            facts[variable.Name] = state.Find(value) is { } tensor ? $"{value} {tensor}" : value.ToString()!;
        }

        foreach (var (counter, range) in state.Counters)
        {
            facts[$"counter {counter}"] = $"from {range.First} by {range.Step}{string.Concat(range.Limits.Select(x => $" up to {x}"))}";
        }

        foreach (var (dimension, value) in state.Equalities)
        {
            facts[$"dimension {dimension}"] = $"= {value}";
        }

        return facts;
    }

    /// <summary>The facts that are new or other than before.</summary>
    public static IEnumerable<string> Changes(SortedDictionary<string, string> before, SortedDictionary<string, string> after)
        => after.Where(x => !before.TryGetValue(x.Key, out var old) || old != x.Value).Select(x => $"{x.Key}: {x.Value}");
}
