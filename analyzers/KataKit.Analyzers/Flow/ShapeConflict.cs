using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>Two lengths that must be one, and are different symbols of the contract.</summary>
/// <param name="Left">The axes on the left, or of the array that is indexed.</param>
/// <param name="Right">The axes on the right; of an index the range of the counter alone.</param>
/// <param name="LeftAxis">Which axis on the left.</param>
/// <param name="RightAxis">Which axis on the right.</param>
/// <param name="LeftContent">What the left holds.</param>
/// <param name="RightContent">What the right holds.</param>
/// <param name="Identity">The object that is indexed, if one is.</param>
internal sealed record ShapeConflict(
    EquatableArray<Polynomial?> Left,
    EquatableArray<Polynomial?> Right,
    int LeftAxis,
    int RightAxis,
    AbstractValue LeftContent,
    AbstractValue RightContent,
    object? Identity = null)
{
    public Polynomial LeftLength => Left[LeftAxis]!;

    public Polynomial RightLength => Right[RightAxis]!;

    /// <summary>Whether two lengths differ for general inputs: both are made of the contract's dimensions, and nothing on the path says that they are equal.</summary>
    public static bool Contradict(Polynomial? left, Polynomial? right, FlowState state)
    {
        if (left is null || right is null)
        {
            return false;
        }

        foreach (var equality in state.Equalities)
        {
            left = left.Substitute(equality.Key, equality.Value);
            right = right.Substitute(equality.Key, equality.Value);
        }

        return IsLength(left) && IsLength(right) && !left.Equals(right)
               && ((left.Single is not null && right.Single is not null) || (left - right).Constant is not null);
    }

    private static bool IsLength(Polynomial length)
        => length.Terms.Any(x => !x.IsConstant)
           && length.Terms.All(x => x.Powers.All(y => y.Atom.Kind == AtomKind.Dimension && y.Exponent.IsInteger));
}
