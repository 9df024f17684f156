using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>How a loop counter runs.</summary>
/// <param name="First">Its value in the first turn.</param>
/// <param name="Step">What each turn adds.</param>
/// <param name="Limits">
/// What tests on this path say of its end: for a rising counter values that it stays below, for a falling one values that it does not
/// go below.
/// </param>
internal sealed record CounterRange(Polynomial First, int Step, EquatableArray<Polynomial> Limits)
{
    public CounterRange(Polynomial first, int step)
        : this(first, step, EquatableArray<Polynomial>.Empty)
    {
    }

    /// <summary>
    /// The lowest value and the number of values, for a counter that takes every value between. With two limits the lower one
    /// counts, and which one that is cannot be told.
    /// </summary>
    public (Polynomial Start, Polynomial Length)? Bounds
        => (Limits.Count, Step) switch
        {
            (1, 1) => (First, Limits[0] - First),
            (1, -1) => (Limits[0], First - Limits[0] + Polynomial.One),
            _ => null,
        };

    public static CounterRange Join(CounterRange left, CounterRange right)
        => left.Equals(right) ? left : left with { Limits = new([.. left.Limits.Where(x => right.Limits.Contains(x))]) };

    public CounterRange WithLimit(Polynomial limit)
        => Limits.Contains(limit) ? this : this with { Limits = Limits.Add(limit) };

    /// <summary>The same range told of the counter's next value, for loops that test after the step.</summary>
    public CounterRange Shifted() => this with { Limits = Limits.Map(x => x + Polynomial.Of(Step)) };
}
