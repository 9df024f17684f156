using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>
/// Joins what two paths know. Equal values stay; a constant beside data is taken for a filler (the first value of a running maximum,
/// the −∞ of a mask) and the data stays; everything else is unknown. Joins only lose knowledge, so fixpoints are reached in as many
/// steps as the lattice is high: three.
/// </summary>
internal static class Lattice
{
    public static AbstractValue Join(AbstractValue left, AbstractValue right)
    {
        if (left.Equals(right))
        {
            return left;
        }

        if (IsConstant(left) && IsConstant(right))
        {
            return (left, right) switch
            {
                (Number open, MaskFill closed) => new MaskChoice(open.Value.Constant!.Value.ToDouble(), closed),
                (MaskFill closed, Number open) => new MaskChoice(open.Value.Constant!.Value.ToDouble(), closed),
                // No mask at all is a mask that is open everywhere.
                (Number open, MaskChoice choice) when open.Value.Constant!.Value.ToDouble().Equals(choice.Open) => choice,
                (MaskChoice choice, Number open) when open.Value.Constant!.Value.ToDouble().Equals(choice.Open) => choice,
                _ => AbstractValue.AnyConstant,
            };
        }

        if (IsConstant(left) && right is Quantity or PartialSum or Product)
        {
            return JoinWithConstant(left, right);
        }

        if (IsConstant(right) && left is Quantity or PartialSum or Product)
        {
            return JoinWithConstant(right, left);
        }

        return (left, right) switch
        {
            (Quantity a, Quantity b) when a.IsLike(b) =>
                !b.MayBeFiller ? a.Free
                : !a.MayBeFiller ? b.Free
                : a.Free.FilledBy(b.Filler ?? AbstractValue.AnyConstant),
            (Reference a, Reference b) when a.Prefix.Count == b.Prefix.Count => Join(a, b),
            (Aggregate a, Aggregate b) when a.Names.Equals(b.Names) => a with { Values = JoinAll(a.Values, b.Values) },
            (Sequence a, Sequence b) when a.Position.Equals(b.Position) =>
                new Sequence(a.Position, Join(a.Element, b.Element), Equals(a.Length, b.Length) ? a.Length : null),
            _ => AbstractValue.Unknown,
        };
    }

    private static Reference Join(Reference left, Reference right)
    {
        var prefix = left.Prefix.Select((x, i) => x.Equals(right.Prefix[i]) ? x : Polynomial.Somewhere);
        return new Reference(
            EitherOf.Join(left.Identity, right.Identity),
            new([.. prefix]),
            Equals(left.Offset, right.Offset) ? left.Offset : Polynomial.Somewhere,
            Equals(left.Length, right.Length) ? left.Length : null);
    }

    public static Tensor Join(Tensor left, Tensor right)
    {
        if (left.Equals(right))
        {
            return left;
        }

        if (left.IsShared || right.IsShared)
        {
            return left.IsShared ? left : right;
        }

        if (left.Axes.Count != right.Axes.Count)
        {
            return new Tensor(EquatableArray<Polynomial?>.Empty, AbstractValue.Unknown);
        }

        var axes = new Polynomial?[left.Axes.Count];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = left.Axes[i] ?? right.Axes[i];
            if (right.Axes[i] is { } length && !length.Equals(axes[i]))
            {
                return new Tensor(left.Axes.Map(_ => (Polynomial?)null), AbstractValue.Unknown);
            }
        }

        var joinedAxes = new EquatableArray<Polynomial?>([.. axes]);
        if (!left.Base.Equals(right.Base))
        {
            return new Tensor(joinedAxes, Join(left.Summary, right.Summary));
        }

        return JoinPasses(new Tensor(joinedAxes, left.Base), left.Passes, right.Passes)
               ?? new Tensor(joinedAxes, Join(left.Summary, right.Summary));
    }

    public static bool IsConstant(AbstractValue value)
        => value == AbstractValue.AnyConstant || value is Number { Value.Constant: not null } or Extreme or MaskFill or MaskChoice;

    /// <summary>Joins data with what stood there first. That it still stands there may be for want of a closer look.</summary>
    public static AbstractValue JoinWithFirst(AbstractValue value, AbstractValue first)
        => Join(value, IsConstant(first) && value is Quantity ? AbstractValue.AnyConstant : first);

    private static Tensor? JoinPasses(Tensor joined, EquatableArray<Pass> left, EquatableArray<Pass> right)
    {
        var shared = 0;
        while (shared < left.Count && shared < right.Count && left[shared].Equals(right[shared]))
        {
            joined = joined.With(left[shared++]);
        }

        if (left.Count - shared == 1 && right.Count - shared == 1 && left[shared].SamePlace(right[shared]))
        {
            var (a, b) = (left[shared], right[shared]);
            return joined.With(a with { Value = Join(a.Value, b.Value), Conditional = a.Conditional || b.Conditional });
        }

        if (left.Count > shared && right.Count > shared)
        {
            return null;
        }

        var longer = left.Count > right.Count ? left : right;
        for (var i = shared; i < longer.Count; i++)
        {
            // On the path without the write the element is still 0, and 0 is a sum that has not begun.
            var isSumOrNoSumYet = longer[i].Value is PartialSum && joined.Base.Equals(Number.Zero) && joined.Passes.All(x => x.Earlier.Count > 0);
            joined = joined.With(isSumOrNoSumYet ? longer[i] : longer[i] with { Conditional = true });
        }

        return joined;
    }

    private static AbstractValue JoinWithConstant(AbstractValue constant, AbstractValue data)
        => data switch
        {
            Quantity quantity => quantity.FilledBy(constant),
            // A sum that has not begun is 0; with any other first value the sum is not a plain dot product.
            PartialSum when constant.Equals(Number.Zero) => data,
            _ => AbstractValue.Unknown,
        };

    private static EquatableArray<AbstractValue> JoinAll(EquatableArray<AbstractValue> left, EquatableArray<AbstractValue> right)
    {
        var joined = new AbstractValue[left.Count];
        for (var i = 0; i < joined.Length; i++)
        {
            joined[i] = Join(left[i], right[i]);
        }

        return new EquatableArray<AbstractValue>([.. joined]);
    }
}
