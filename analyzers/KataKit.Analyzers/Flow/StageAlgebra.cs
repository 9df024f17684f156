using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Flow;

/// <summary>The steps of softmax and of centring: how a quantity gets from one stage to the next.</summary>
internal static class StageAlgebra
{
    /// <summary>Whether the quantity may be a factor of a dot product that rules judge. Weights and sums may not: nobody asks of what they are products.</summary>
    public static bool IsFactor(Quantity quantity) => quantity.Stage is null or Shifted;

    /// <summary>The exponential of a value.</summary>
    public static AbstractValue Exp(AbstractValue value)
        => value is Quantity { Stage: null } quantity
            ? new Quantity(quantity.Origins, Monomial.One, Contraction: null, quantity.Index)
            {
                Stage = new Exponential(quantity.Free with { ScaledAt = EquatableArray<Microsoft.CodeAnalysis.SyntaxNode>.Empty }),
            }
            : AbstractValue.Unknown;

    /// <summary>The sum of a quantity over an axis, each element once; unknown where a sum of such a thing has no form.</summary>
    public static AbstractValue Sum(Quantity term, Monomial length)
    {
        var of = term.Free.Unfilled with { Scale = Monomial.One, ScaledAt = EquatableArray<Microsoft.CodeAnalysis.SyntaxNode>.Empty };
        return term.Stage switch
        {
            Exponential exponential => of with { Scale = term.Scale, Stage = new Total(exponential.Of, length, IsPartial: term.MayBeFiller) },
            null when term is { Contraction: null, MayBeFiller: false } => of with { Scale = term.Scale, Stage = new Sum(of, length) },
            _ => AbstractValue.Unknown,
        };
    }

    /// <summary>A value divided by a quantity.</summary>
    public static AbstractValue Divide(AbstractValue dividend, Quantity divisor)
        => (dividend, divisor.Stage) switch
        {
            (Number { Value: { } one }, Total { IsInverse: false } total) when one.Equals(Polynomial.One) =>
                divisor with { Scale = Monomial.One / divisor.Scale, Stage = total with { IsInverse = true } },
            (Quantity { Stage: Exponential } exponential, Total { IsInverse: false } total) =>
                Share(exponential, divisor with { Scale = Monomial.One / divisor.Scale, Stage = total with { IsInverse = true } }),
            _ => AbstractValue.Unknown,
        };

    /// <summary>An exponential times the inverse of the sum of such exponentials.</summary>
    public static AbstractValue Share(Quantity exponential, Quantity inverse)
        => exponential.Stage is Exponential { Of: var of } && inverse.Stage is Total { IsInverse: true } total && of.IsLike(total.Of)
            ? exponential with
            {
                Scale = exponential.Scale * inverse.Scale,
                Stage = new Share(of, total.Over, ByContract: false),
                MayBeFiller = exponential.MayBeFiller || inverse.MayBeFiller || total.IsPartial,
                Filler = exponential.MayBeFiller || inverse.MayBeFiller || total.IsPartial ? AbstractValue.AnyConstant : null,
            }
            : AbstractValue.Unknown;

    /// <summary>What softmax gives of scores, as the contract promises it.</summary>
    public static Quantity Promised(Quantity scores, Monomial length)
    {
        var of = scores.Free with { ScaledAt = EquatableArray<Microsoft.CodeAnalysis.SyntaxNode>.Empty };
        return new Quantity(scores.Origins, Monomial.One, Contraction: null, Index: null) { Stage = new Share(of, length, ByContract: true) };
    }

    /// <summary>Data plus or less something else: a multiple of their sum over an axis, as in centring.</summary>
    public static AbstractValue Shift(Quantity data, Quantity other, bool isAdded)
    {
        if (data.Stage is not null && other.Stage is null && isAdded)
        {
            (data, other) = (other, data);
        }

        if (data is not { Stage: null, Contraction: null, MayBeFiller: false } || other.Stage is not Sum sum
            || !sum.Of.Origins.Equals(data.Origins))
        {
            return AbstractValue.Unknown;
        }

        var factor = isAdded ? other.Scale * Monomial.Of(-Rational.One) : other.Scale;
        var of = data.Free with { Scale = Monomial.One, ScaledAt = EquatableArray<Microsoft.CodeAnalysis.SyntaxNode>.Empty };
        return data with { Stage = new Shifted(of, sum.Over, factor / data.Scale) { Site = other.ScaledAt.FirstOrDefault() } };
    }
}
