using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KataKit.Analyzers.Symbolic;

/// <summary>
/// A sum of monomials in normal form: what an integer or floating-point expression over dimensions and loop counters is worth. What
/// has no such form becomes one opaque atom named by the normal forms of its parts, so equal expressions stay equal.
/// </summary>
internal sealed class Polynomial : IEquatable<Polynomial>
{
    public static readonly Polynomial Zero = new([]);
    public static readonly Polynomial One = Of(1);

    /// <summary>An index that is not known. Nothing is ever written with it, so no two of them are taken for the same place.</summary>
    public static readonly Polynomial Somewhere = Opaque("somewhere");

    // A value computed from itself twice has twice the length, so 30 lines of mixing bits would fill the memory. Beyond this length a form
    // is known by its digest: equal forms stay equal, and different ones different.
    private const int LongestForm = 400;

    // No shape of a kata has as many; (a + b)^64 does.
    private const int MostTerms = 64;

    // Sorted by text; no two terms have the same powers; no coefficient is zero.
    private readonly ImmutableArray<Monomial> _terms;

    private Polynomial(ImmutableArray<Monomial> terms) => _terms = terms;

    public ImmutableArray<Monomial> Terms => _terms;

    public bool IsZero => _terms.IsEmpty;

    /// <summary>The number itself, when there is no symbol in it.</summary>
    public Rational? Constant
        => IsZero ? Rational.Zero : _terms.Length == 1 && _terms[0].IsConstant ? _terms[0].Coefficient : null;

    /// <summary>The only term, when there is just one.</summary>
    public Monomial? Single => _terms.Length == 1 ? _terms[0] : null;

    /// <summary>The number as one factor: its only term, or an atom that stands for the whole sum.</summary>
    public Monomial AsFactor => Single ?? Monomial.Of(new Atom(AtomKind.Opaque, $"({this})", new OpaqueParts(ToString(), [.. _terms.SelectMany(x => x.Powers).Select(x => x.Atom)]) { IsSum = true }));

    public static Polynomial Of(long value) => Of(new Rational(value));

    public static Polynomial Of(Rational value) => value.IsZero ? Zero : new([Monomial.Of(value)]);

    public static Polynomial Of(Atom atom) => new([Monomial.Of(atom)]);

    public static Polynomial Of(Monomial term) => term.Coefficient.IsZero ? Zero : new([term]);

    /// <summary>A value about which nothing is known but how it was computed.</summary>
    public static Polynomial Opaque(string operation, params Polynomial[] operands)
    {
        var form = $"{operation}({string.Join(", ", operands.Select(x => x.ToString()))})";
        if (form.Length > LongestForm)
        {
            form = $"{operation}(#{Digest(form)})";
        }

        return Of(new Atom(AtomKind.Opaque, form, new OpaqueParts(form, operands.SelectMany(x => x._terms).SelectMany(x => x.Powers).Select(x => x.Atom))));
    }

    public static Polynomial operator +(Polynomial left, Polynomial right)
        => left.IsZero ? right : right.IsZero ? left : Sum(left._terms.Concat(right._terms));

    public static Polynomial operator -(Polynomial value) => new([.. value._terms.Select(x => x.WithCoefficient(-x.Coefficient))]);

    public static Polynomial operator -(Polynomial left, Polynomial right) => left + -right;

    public static Polynomial operator *(Polynomial left, Polynomial right)
        => left.Single is { } a && right.Single is { } b ? Of(a * b) : Sum(left._terms.SelectMany(x => right._terms, (x, y) => x * y));

    public static Polynomial operator /(Polynomial left, Polynomial right)
        => right.IsZero ? Opaque("quotient", left, right) : Sum(left._terms.Select(x => x / right.AsFactor));

    /// <summary>Integer division. Exact where a count divides a dimension (contracts require it), opaque everywhere else.</summary>
    public static Polynomial IntegerQuotient(Polynomial left, Polynomial right)
    {
        if (left.Constant is { IsInteger: true } a && right.Constant is { IsInteger: true, IsZero: false } b)
        {
            return Of(a.Numerator / b.Numerator);
        }

        return left.Single is { } dividend && OnlyDimensions(dividend) && right.Single is { Powers.Length: 1 } divisor
            && divisor.Coefficient == Rational.One
            && divisor.Powers[0] is { Atom.IsCount: true } power
            && power.Exponent == Rational.One
            ? left / right
            : Opaque("integer quotient", left, right);
    }

    public Polynomial Power(Rational exponent)
        => IsZero ? this : Single?.Power(exponent) is { } power ? Of(power) : Opaque("power", this, Of(exponent));

    /// <summary>Splits into <c>Rest + Factor · atom</c>; fails when the atom occurs in another way.</summary>
    public bool TryLinear(Atom atom, out Polynomial rest, out Polynomial factor)
    {
        rest = Sum(_terms.Where(x => !x.Mentions(atom)));
        factor = Sum(_terms.Where(x => x.Mentions(atom)).Select(x => x / Monomial.Of(atom)));
        return !factor.Mentions(atom);
    }

    public bool Mentions(Atom atom) => _terms.Any(x => x.Mentions(atom));

    public bool Mentions(AtomKind kind) => _terms.Any(x => x.Powers.Any(y => y.Atom.Is(kind)));

    public Polynomial Substitute(Atom atom, Polynomial value)
        => !Mentions(atom) ? this
            : TryLinear(atom, out var rest, out var factor) ? rest + (factor * value)
            : Opaque("substituted", this, value);

    public bool Equals(Polynomial? other) => other is not null && _terms.SequenceEqual(other._terms);

    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    public override int GetHashCode() => new EquatableArray<Monomial>(_terms).GetHashCode();

    /// <summary>The sum as one would write it, constants last: <c>samples - 1</c>.</summary>
    public override string ToString()
    {
        if (IsZero)
        {
            return "0";
        }

        var text = string.Empty;
        foreach (var term in _terms.Where(x => !x.IsConstant).Concat(_terms.Where(x => x.IsConstant)))
        {
            var isNegative = term.Coefficient.CompareTo(Rational.Zero) < 0;
            text += text.Length == 0 ? term.ToString()
                : isNegative ? " - " + term.WithCoefficient(-term.Coefficient)
                : " + " + term;
        }

        return text;
    }

    private static bool OnlyDimensions(Monomial monomial)
        => monomial.Powers.All(x => x.Atom.Kind == AtomKind.Dimension) && monomial.Powers.Length > 0;

    private static string Digest(string form)
    {
        using var algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(Encoding.UTF8.GetBytes(form)));
    }

    /// <exception cref="OverflowException">There are too many terms.</exception>
    private static Polynomial Sum(IEnumerable<Monomial> terms)
    {
        var sums = new List<Monomial>();
        foreach (var term in terms)
        {
            var at = sums.FindIndex(x => x.SamePowers(term));
            if (at < 0)
            {
                sums.Add(sums.Count < MostTerms ? term : throw new OverflowException("A sum of too many terms."));
            }
            else
            {
                sums[at] = term.WithCoefficient(sums[at].Coefficient + term.Coefficient);
            }
        }

        sums.RemoveAll(x => x.Coefficient.IsZero);
        if (sums.Count > 1)
        {
            sums.Sort((x, y) => Compare(x, y));
        }

        return new Polynomial([.. sums]);
    }

    private static int Compare(Monomial left, Monomial right)
    {
        for (var i = 0; i < Math.Min(left.Powers.Length, right.Powers.Length); i++)
        {
            var byAtom = left.Powers[i].Atom.CompareTo(right.Powers[i].Atom);
            var order = byAtom != 0 ? byAtom : left.Powers[i].Exponent.CompareTo(right.Powers[i].Exponent);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Powers.Length.CompareTo(right.Powers.Length);
    }
}
