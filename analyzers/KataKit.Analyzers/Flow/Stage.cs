using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>
/// What was made of data beyond linear forms and dot products: the steps of a softmax, and the steps of centring. A quantity with a
/// stage is what the stage says times the quantity's own scale.
/// </summary>
/// <param name="Of">The data that the step was taken on, without where it was read.</param>
internal abstract record Stage(Quantity Of);

/// <summary><c>exp(z − m)</c>, where m is the same for all elements that are ever compared: a maximum, or nothing.</summary>
internal sealed record Exponential(Quantity Of) : Stage(Of)
{
    public override string ToString() => $"exp({Of})";
}

/// <summary>The sum of exponentials over an axis.</summary>
/// <param name="Of">What was exponentiated.</param>
/// <param name="Over">The length of the axis.</param>
/// <param name="IsInverse">Whether it is 1 divided by the sum.</param>
/// <param name="IsPartial">Whether some exponentials may have been left out, or the sum be replaced by a constant.</param>
internal sealed record Total(Quantity Of, Monomial Over, bool IsInverse = false, bool IsPartial = false) : Stage(Of)
{
    public override string ToString() => $"{(IsInverse ? "1 / " : string.Empty)}total(exp({Of}) over {Over})";
}

/// <summary>An exponential divided by the sum of all exponentials along an axis: what softmax gives.</summary>
/// <param name="Of">What was exponentiated.</param>
/// <param name="Over">The length of the axis along which the shares sum to 1.</param>
/// <param name="ByContract">Whether a member of the contract promises it, or the code was seen to compute it.</param>
internal sealed record Share(Quantity Of, Monomial Over, bool ByContract) : Stage(Of)
{
    /// <summary>Whether a sum of 0 was harmless: the library leaves rows of zeros as they are.</summary>
    public bool IsSafe { get; init; }

    public override string ToString() => $"softmax({Of} over {Over})";
}

/// <summary>The sum of data over an axis; scaled by 1/length it is the mean.</summary>
internal sealed record Sum(Quantity Of, Monomial Over) : Stage(Of)
{
    public override string ToString() => $"sum({Of} over {Over})";
}

/// <summary>Data less a multiple of their sum over an axis.</summary>
/// <param name="Of">The data.</param>
/// <param name="Over">The length of the axis that was summed over.</param>
/// <param name="Factor">What the sum was multiplied by; 1/length makes it the mean.</param>
internal sealed record Shifted(Quantity Of, Monomial Over, Monomial Factor) : Stage(Of)
{
    /// <summary>Where the sum was made a mean, or something like it. It says where to report; it does not make values different.</summary>
    public SyntaxNode? Site { get; init; }

    public bool IsCentred => (Over * Factor).Equals(Monomial.One);

    public bool Equals(Shifted? other) => other is not null && Of.Equals(other.Of) && Over.Equals(other.Over) && Factor.Equals(other.Factor);

    public override int GetHashCode() => Over.GetHashCode();

    public override string ToString() => $"({Of} less {Factor} · sum over {Over})";
}
