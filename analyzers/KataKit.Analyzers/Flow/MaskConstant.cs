using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>A constant that is no exact fraction of moderate size: an infinity, the smallest double.</summary>
internal sealed record Extreme(double Value) : AbstractValue
{
    public override string ToString() => "const";
}

/// <summary>A constant that was put in place where boolean data of the contract, such as a mask, is false.</summary>
/// <param name="Value">The constant.</param>
/// <param name="Site">The expression that it comes from.</param>
internal sealed record MaskFill(double Value, SyntaxNode Site) : AbstractValue
{
    /// <summary>Whether it came about as a factor 0 of what stood there.</summary>
    public bool IsFactor { get; init; }

    public bool Equals(MaskFill? other) => other is not null && Value.Equals(other.Value) && IsFactor == other.IsFactor;

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => "const";
}

/// <summary>One constant where boolean data is true, another where it is false: 0 or −∞ to be added, 1 or 0 to be multiplied by.</summary>
internal sealed record MaskChoice(double Open, MaskFill Closed) : AbstractValue
{
    public override string ToString() => "const";
}

/// <summary>A truth value that was read from boolean data of the contract, or made of it.</summary>
/// <param name="ClosedWhen">The outcome that says that the data is false there. The other outcome says nothing for certain.</param>
internal sealed record Flag(bool ClosedWhen) : AbstractValue
{
    public override string ToString() => "flag";
}
