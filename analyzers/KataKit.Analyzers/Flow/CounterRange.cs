using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>How a loop counter runs.</summary>
/// <param name="First">Its value in the first turn.</param>
/// <param name="Step">What each turn adds.</param>
/// <param name="Limits">
/// What tests on this path say of its end: for a rising counter values that it stays below, for a falling one values that it does not
/// go below.
/// </param>
internal sealed record CounterRange(Polynomial First, Polynomial Step, EquatableArray<Polynomial> Limits)
{
    public CounterRange(Polynomial first, Polynomial step)
        : this(first, step, EquatableArray<Polynomial>.Empty)
    {
    }

    /// <summary>Whether this path lies behind a test of the counter that is not understood, and so may not see all of its values.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Whether the counter rises. Dimensions are positive numbers.</summary>
    public bool Rises => Step.Single is { } step && step.Coefficient.Numerator > 0;

    /// <summary>
    /// The lowest value, the distance between values and the number of values. With two limits the nearer one counts, and which one
    /// that is cannot be told.
    /// </summary>
    public CounterBounds? Bounds
        => Limits.Count != 1 ? null
            : Rises && (Limits[0] - First) / Step is var count && (Step.Equals(Polynomial.One) || IsWhole(count)) ? new CounterBounds(First, Step, count)
            : Step.Equals(-Polynomial.One) ? new CounterBounds(Limits[0], Polynomial.One, First - Limits[0] + Polynomial.One)
            : null;

    // Steps of a head's width through the width of the model come out even; steps of 2 need not.
    private static bool IsWhole(Polynomial count)
        => count.Single is { } turns && turns.Coefficient == Rational.One && turns.Powers.All(x => x.Atom.IsCount && x.Exponent == Rational.One);

    public static CounterRange Join(CounterRange left, CounterRange right)
        => left.Equals(right) ? left : left with
        {
            Limits = new([.. left.Limits.Where(x => right.Limits.Contains(x))]),
            IsGuarded = left.IsGuarded && right.IsGuarded,
        };

    public CounterRange WithLimit(Polynomial limit)
        => Limits.Contains(limit) ? this : this with { Limits = Limits.Append(limit) };

    /// <summary>The same range told of the counter's next value, for loops that test after the step.</summary>
    public CounterRange Shifted() => this with { Limits = Limits.Map(x => x + Step) };
}

/// <summary>What values a counter takes: <c>Start, Start + Step, …</c>, <c>Count</c> of them.</summary>
internal sealed record CounterBounds(Polynomial Start, Polynomial Step, Polynomial Count);
