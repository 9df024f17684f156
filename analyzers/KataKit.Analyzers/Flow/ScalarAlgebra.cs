using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KataKit.Analyzers.Flow;

/// <summary>Arithmetic on abstract numbers and quantities.</summary>
internal static class ScalarAlgebra
{
    public static AbstractValue Apply(Operands operands, bool isInteger, FlowState state)
    {
        if (operands is { Left: Number a, Right: Number b })
        {
            return Compute(operands.Kind, a.Value, b.Value, isInteger);
        }

        if (Lattice.IsConstant(operands.Left) && Lattice.IsConstant(operands.Right))
        {
            return ConstantAlgebra.Apply(operands.Kind, operands.Left, operands.Right);
        }

        return operands.Kind switch
        {
            BinaryOperatorKind.Multiply => Multiply(operands),
            BinaryOperatorKind.Divide when operands.Right is Number divisor => Scaled(operands.Left, divisor, inverse: true, operands.RightSite),
            BinaryOperatorKind.Divide when operands.Right is Quantity total => StageAlgebra.Divide(operands.Left, total),
            BinaryOperatorKind.Add => Add(operands.Left, operands.Right, state),
            BinaryOperatorKind.Subtract => Subtract(operands.Left, operands.Right),
            _ => AbstractValue.Unknown,
        };
    }

    /// <summary>The value times a known factor, or its inverse; the factor must not change from turn to turn.</summary>
    public static AbstractValue Scaled(AbstractValue value, Number factor, bool inverse, SyntaxNode site)
    {
        if (factor.Value.IsZero && !inverse)
        {
            return AbstractValue.AnyConstant;
        }

        if (factor.Value.IsZero || factor.Value.Mentions(AtomKind.Index))
        {
            return AbstractValue.Unknown;
        }

        var term = factor.Value.AsFactor;
        return value switch
        {
            Quantity quantity => Scaled(quantity, term, inverse, site),
            Product { Left: var left } product => product with { Left = Scaled(left, term, inverse, site) },
            _ when Lattice.IsConstant(value) => AbstractValue.AnyConstant,
            _ => AbstractValue.Unknown,
        };
    }

    private static Quantity Scaled(Quantity quantity, Monomial factor, bool inverse, SyntaxNode site)
        => quantity with
        {
            Scale = inverse ? quantity.Scale / factor : quantity.Scale * factor,
            // What fills is scaled too; a finite score stays finite, and minus infinity is the same.
            Filler = quantity.Filler is null or MaskFill && factor.Coefficient.Numerator > 0 ? quantity.Filler : AbstractValue.AnyConstant,
            ScaledAt = quantity.ScaledAt.Contains(site) ? quantity.ScaledAt : quantity.ScaledAt.Append(site),
        };

    public static AbstractValue Add(AbstractValue left, AbstractValue right, FlowState state)
        => (left, right) switch
        {
            (PartialSum sum, Product or Quantity) => Accumulate(sum, right, state),
            (Product or Quantity, PartialSum sum) => Accumulate(sum, left, state),
            (Product term, _) when right.Equals(Number.Zero) => term,
            (_, Product term) when left.Equals(Number.Zero) => term,
            (Quantity quantity, _) when Lattice.IsConstant(right) => AddConstant(quantity, right),
            (_, Quantity quantity) when Lattice.IsConstant(left) => AddConstant(quantity, left),
            (Quantity a, Quantity b) => StageAlgebra.Shift(a, b, isAdded: true),
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue AddConstant(Quantity quantity, AbstractValue constant)
        => constant switch
        {
            Number { Value.IsZero: true } => quantity.Index is null ? quantity : quantity with { IsAddend = true },
            _ when quantity.Stage is not null => AbstractValue.Unknown,
            MaskChoice { Open: 0 } choice => quantity.FilledBy(choice.Closed),
            _ => quantity,
        };

    private static AbstractValue Subtract(AbstractValue left, AbstractValue right)
        => (left, right) switch
        {
            (Quantity quantity, Number { Value.IsZero: true }) => quantity,
            (Quantity { Stage: null } quantity, _) when Lattice.IsConstant(right) => quantity,
            // A score less the largest score is still a score: softmax does not see the difference.
            (Quantity a, Quantity b) when a.IsLike(b) => a,
            (Quantity a, Quantity b) => StageAlgebra.Shift(a, b, isAdded: false),
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue Multiply(Operands operands)
        => (operands.Left, operands.Right) switch
        {
            (var value, Number factor) => Scaled(value, factor, inverse: false, operands.RightSite),
            (Number factor, var value) => Scaled(value, factor, inverse: false, operands.LeftSite),
            (Quantity quantity, MaskChoice { Open: 1, Closed: { Value: 0 } zero }) => quantity.FilledBy(zero with { IsFactor = true }),
            (MaskChoice { Open: 1, Closed: { Value: 0 } zero }, Quantity quantity) => quantity.FilledBy(zero with { IsFactor = true }),
            (Quantity { Stage: Exponential } a, Quantity { Stage: Total } b) => StageAlgebra.Share(a, b),
            (Quantity { Stage: Total } a, Quantity { Stage: Exponential } b) => StageAlgebra.Share(b, a),
            (Quantity { Index: not null, MayBeFiller: false } a, Quantity { Index: not null, MayBeFiller: false } b)
                when StageAlgebra.IsFactor(a) && StageAlgebra.IsFactor(b) => new Product(a, b, operands.Site.Syntax),
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue Accumulate(PartialSum sum, AbstractValue term, FlowState state)
        => sum.Settled
           && LoopBoundary.AsTerm(term, sum.Counter) is { } current
           && current.Equals(sum.Term)
           && state.Counters.TryGetValue(sum.Counter, out var range)
            ? sum with { Length = range.Bounds?.Count.Single, Accumulates = true, Settled = false }
            : AbstractValue.Unknown;

    private static AbstractValue Compute(BinaryOperatorKind kind, Polynomial left, Polynomial right, bool isInteger)
        => kind switch
        {
            BinaryOperatorKind.Add => new Number(left + right),
            BinaryOperatorKind.Subtract => new Number(left - right),
            BinaryOperatorKind.Multiply => new Number(left * right),
            BinaryOperatorKind.Divide when right.IsZero => AbstractValue.AnyConstant,
            BinaryOperatorKind.Divide => new Number(isInteger ? Polynomial.IntegerQuotient(left, right) : left / right),
            BinaryOperatorKind.Remainder => new Number(Polynomial.Opaque("remainder", left, right)),
            _ => AbstractValue.Unknown,
        };
}
