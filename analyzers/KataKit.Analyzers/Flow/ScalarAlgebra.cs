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
            return AbstractValue.AnyConstant;
        }

        return operands.Kind switch
        {
            BinaryOperatorKind.Multiply => Multiply(operands),
            BinaryOperatorKind.Divide when operands.Right is Number divisor => Scaled(operands.Left, divisor, inverse: true, operands.RightSite),
            BinaryOperatorKind.Add => Add(operands.Left, operands.Right, state),
            BinaryOperatorKind.Subtract => Subtract(operands.Left, operands.Right),
            _ => AbstractValue.Unknown,
        };
    }

    /// <summary>The value times a known factor, or its inverse; the factor must be a single term.</summary>
    public static AbstractValue Scaled(AbstractValue value, Number factor, bool inverse, SyntaxNode site)
    {
        if (factor.Value.Single is not { } term)
        {
            return factor.Value.IsZero && !inverse ? AbstractValue.AnyConstant : AbstractValue.Unknown;
        }

        // A factor that changes from turn to turn is no scale.
        if (factor.Value.Mentions(AtomKind.Index))
        {
            return AbstractValue.Unknown;
        }

        return value switch
        {
            Quantity quantity => Scaled(quantity, term, inverse, site),
            Product product => product with { Left = Scaled(product.Left, term, inverse, site) },
            _ when Lattice.IsConstant(value) => AbstractValue.AnyConstant,
            _ => AbstractValue.Unknown,
        };
    }

    private static Quantity Scaled(Quantity quantity, Monomial factor, bool inverse, SyntaxNode site)
        => quantity with
        {
            Scale = inverse ? quantity.Scale / factor : quantity.Scale * factor,
            ScaledAt = quantity.ScaledAt.Contains(site) ? quantity.ScaledAt : quantity.ScaledAt.Append(site),
        };

    public static AbstractValue Add(AbstractValue left, AbstractValue right, FlowState state)
        => (left, right) switch
        {
            (PartialSum sum, Product term) => Accumulate(sum, term, state),
            (Product term, PartialSum sum) => Accumulate(sum, term, state),
            (Product term, _) when right.Equals(Number.Zero) => term,
            (_, Product term) when left.Equals(Number.Zero) => term,
            (Quantity quantity, _) when Lattice.IsConstant(right) => quantity,
            (_, Quantity quantity) when Lattice.IsConstant(left) => quantity,
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue Subtract(AbstractValue left, AbstractValue right)
        => (left, right) switch
        {
            (Quantity quantity, _) when Lattice.IsConstant(right) => quantity,
            // A score less the largest score is still a score: softmax does not see the difference.
            (Quantity a, Quantity b) when a.IsLike(b) => a,
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue Multiply(Operands operands)
        => (operands.Left, operands.Right) switch
        {
            (var value, Number factor) => Scaled(value, factor, inverse: false, operands.RightSite),
            (Number factor, var value) => Scaled(value, factor, inverse: false, operands.LeftSite),
            (Quantity { Index: not null, MayBeFiller: false } a, Quantity { Index: not null, MayBeFiller: false } b) => new Product(a, b, operands.Site.Syntax),
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue Accumulate(PartialSum sum, Product term, FlowState state)
        => sum.Settled
           && term.Equals(sum.Term, sum.Counter)
           && state.Counters.TryGetValue(sum.Counter, out var range)
            ? sum with { Length = range.Bounds?.Count.Single, Accumulates = true, Settled = false }
            : AbstractValue.Unknown;

    private static bool Equals(this Product product, Product term, Atom counter)
        => LoopBoundary.AsTerm(product, counter) is { } current && current.Equals(term);

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
