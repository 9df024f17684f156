using System.Globalization;

namespace KataKit.Analyzers.Symbolic;

/// <summary>An exact fraction in lowest terms with a positive denominator. Overflow makes the arithmetic throw; callers work on small numbers.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    public static readonly Rational Zero = new(0);
    public static readonly Rational One = new(1);

    private readonly long _denominatorMinusOne;

    public Rational(long numerator, long denominator = 1)
    {
        var divisor = GreatestCommonDivisor(Math.Abs(numerator), Math.Abs(denominator));
        var sign = denominator < 0 ? -1 : 1;
        Numerator = sign * numerator / divisor;
        _denominatorMinusOne = (sign * denominator / divisor) - 1;
    }

    public long Numerator { get; }

    // Stored less one so that default(Rational) is 0/1.
    public long Denominator => _denominatorMinusOne + 1;

    public bool IsZero => Numerator == 0;

    /// <summary>The largest integer that is not above the fraction.</summary>
    public long Floor => (Numerator / Denominator) - (Numerator % Denominator < 0 ? 1 : 0);

    public bool IsInteger => Denominator == 1;

    public static Rational operator +(Rational left, Rational right)
        => new(checked((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator)), checked(left.Denominator * right.Denominator));

    public static Rational operator -(Rational value) => new(checked(-value.Numerator), value.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator *(Rational left, Rational right)
        => new(checked(left.Numerator * right.Numerator), checked(left.Denominator * right.Denominator));

    public static Rational operator /(Rational left, Rational right)
        => new(checked(left.Numerator * right.Denominator), checked(left.Denominator * right.Numerator));

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>The fraction equal to a double, for doubles such as 0.5, 0.25 or 64 whose denominator is a small power of two.</summary>
    public static Rational? FromDouble(double value)
    {
        for (var denominator = 1L; denominator <= 1 << 12; denominator *= 2)
        {
            var scaled = value * denominator;
            if (Math.Abs(scaled) < 1L << 30 && scaled == Math.Floor(scaled))
            {
                return new Rational((long)scaled, denominator);
            }
        }

        return null;
    }

    public double ToDouble() => (double)Numerator / Denominator;

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => unchecked(((int)Numerator * 397) ^ (int)Denominator);

    public int CompareTo(Rational other)
        => checked(Numerator * other.Denominator).CompareTo(checked(other.Numerator * Denominator));

    public override string ToString()
        => IsInteger
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Numerator, Denominator);

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
