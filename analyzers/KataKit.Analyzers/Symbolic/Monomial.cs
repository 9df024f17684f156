using System.Collections.Immutable;

namespace KataKit.Analyzers.Symbolic;

/// <summary>
/// A product of powers with an exact coefficient: <c>½ · d_model · heads^-1</c>. Exponents are fractions, so √(d_model / heads) and
/// <c>Math.Pow(d_model / heads, 0.5)</c> have one normal form.
/// </summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    public static readonly Monomial One = new(Rational.One, []);

    // Sorted by atom; no exponent is zero.
    private readonly ImmutableArray<(Atom Atom, Rational Exponent)> _powers;

    private Monomial(Rational coefficient, ImmutableArray<(Atom Atom, Rational Exponent)> powers)
    {
        Coefficient = coefficient;
        _powers = powers;
    }

    public Rational Coefficient { get; }

    public ImmutableArray<(Atom Atom, Rational Exponent)> Powers => _powers;

    public bool IsConstant => _powers.IsEmpty;

    public static Monomial Of(Atom atom) => new(Rational.One, [(atom, Rational.One)]);

    public static Monomial Of(Rational coefficient) => new(coefficient, []);

    public static Monomial operator *(Monomial left, Monomial right)
    {
        // Most products are by a number.
        if (left.IsConstant || right.IsConstant)
        {
            return (left.IsConstant ? right : left).WithCoefficient(left.Coefficient * right.Coefficient);
        }

        var powers = new SortedDictionary<Atom, Rational>();
        foreach (var (atom, exponent) in left._powers.Concat(right._powers))
        {
            powers[atom] = powers.TryGetValue(atom, out var sum) ? sum + exponent : exponent;
        }

        return Normalise(left.Coefficient * right.Coefficient, powers);
    }

    public static Monomial operator /(Monomial left, Monomial right)
    {
        var inverse = new Monomial(Rational.One / right.Coefficient, [.. right._powers.Select(x => (x.Atom, -x.Exponent))]);
        return left * inverse;
    }

    /// <summary>This to a power. Fails for a fractional power of a number that is not positive or has no small factors.</summary>
    public Monomial? Power(Rational exponent)
    {
        if (exponent.IsZero)
        {
            return One;
        }

        var powers = new SortedDictionary<Atom, Rational>();
        foreach (var (atom, power) in _powers)
        {
            powers[atom] = power * exponent;
        }

        if (exponent.IsInteger && Math.Abs(exponent.Numerator) <= 4)
        {
            var coefficient = Rational.One;
            for (var i = 0; i < Math.Abs(exponent.Numerator); i++)
            {
                coefficient *= Coefficient;
            }

            return coefficient.IsZero ? null : Normalise(exponent.Numerator < 0 ? Rational.One / coefficient : coefficient, powers);
        }

        if (Coefficient.Numerator <= 0)
        {
            return null;
        }

        return AddPrimes(powers, Coefficient.Numerator, exponent) && AddPrimes(powers, Coefficient.Denominator, -exponent)
            ? Normalise(Rational.One, powers)
            : null;
    }

    /// <summary>The monomial with an atom replaced; fails where the power of the replacement has no form.</summary>
    public Monomial? Substitute(Atom atom, Monomial replacement)
    {
        var exponent = _powers.FirstOrDefault(x => x.Atom.Equals(atom)).Exponent;
        return exponent.IsZero ? this
            : Of(atom).Power(exponent) is { } present && replacement.Power(exponent) is { } power ? this / present * power
            : null;
    }

    public Monomial WithCoefficient(Rational coefficient) => new(coefficient, _powers);

    public bool SamePowers(Monomial other) => _powers.SequenceEqual(other._powers);

    public bool Mentions(Atom atom) => _powers.Any(x => x.Atom.Mentions(atom));

    public bool Equals(Monomial? other) => other is not null && Coefficient == other.Coefficient && SamePowers(other);

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode()
    {
        var hash = Coefficient.GetHashCode();
        foreach (var (atom, exponent) in _powers)
        {
            hash = unchecked((((hash * 31) + atom.GetHashCode()) * 31) + exponent.GetHashCode());
        }

        return hash;
    }

    public override string ToString() => MonomialText.Show(this);

    private static Monomial Normalise(Rational coefficient, SortedDictionary<Atom, Rational> powers)
    {
        var kept = ImmutableArray.CreateBuilder<(Atom, Rational)>(powers.Count);
        foreach (var pair in powers)
        {
            if (pair.Value.IsZero)
            {
                continue;
            }

            // 2^(3/2) and 2 · 2^(1/2) must be one form: whole powers of primes belong to the coefficient.
            var whole = pair.Key.Kind == AtomKind.Prime ? pair.Value.Floor : 0;
            for (var i = 0; i < Math.Abs(whole); i++)
            {
                var prime = new Rational((long)pair.Key.Identity!);
                coefficient = whole > 0 ? coefficient * prime : coefficient / prime;
            }

            if (pair.Value - new Rational(whole) is { IsZero: false } rest)
            {
                kept.Add((pair.Key, rest));
            }
        }

        return new Monomial(coefficient, kept.ToImmutable());
    }

    private static bool AddPrimes(SortedDictionary<Atom, Rational> powers, long number, Rational exponent)
    {
        for (var factor = 2L; number > 1; factor++)
        {
            if (factor > 1000)
            {
                return false;
            }

            while (number % factor == 0)
            {
                var prime = new Atom(AtomKind.Prime, factor.ToString(System.Globalization.CultureInfo.InvariantCulture), factor);
                powers[prime] = powers.TryGetValue(prime, out var sum) ? sum + exponent : exponent;
                number /= factor;
            }
        }

        return true;
    }
}
