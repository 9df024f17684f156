using FsCheck;
using FsCheck.Fluent;
using KataKit.Analyzers.Symbolic;

namespace KataKit.Analyzers.Tests.Symbolic;

/// <summary>Atoms, generated terms, and their worth as floating-point numbers, which is what every law is checked against.</summary>
internal static class SymbolicSamples
{
    private const int Cases = 300;

    public static readonly Atom D = new(AtomKind.Dimension, "d");
    public static readonly Atom H = new(AtomKind.Dimension, "h");
    public static readonly Atom I = new(AtomKind.Index, "i");
    public static readonly Atom X = new(AtomKind.Opaque, "x", "x");

    // Values that no small fraction relates, so that different normal forms have different worth.
    private static readonly Dictionary<Atom, double> Values = new() { [D] = 3.1875213, [H] = 1.3197521, [I] = 2.7154321, [X] = 0.6418263 };

    /// <summary>Fractions with small numerator and denominator, of either sign, zero among them.</summary>
    public static Gen<Rational> Rationals { get; }
        = Gen.Choose(-12, 12).SelectMany(x => Gen.Choose(1, 8).Select(y => new Rational(x, y)));

    /// <summary>Exponents as they occur: whole, halves and quarters.</summary>
    public static Gen<Rational> Exponents { get; } = Gen.Choose(-8, 8).Select(x => new Rational(x, 4));

    /// <summary>Monomials of up to three factors with a coefficient that is not zero.</summary>
    public static Gen<Monomial> Monomials { get; }
        = Rationals.Where(x => !x.IsZero).SelectMany(coefficient => Gen.ListOf(Factors(), 3).Select(
            x => x.Aggregate(Monomial.Of(coefficient), (product, factor) => product * factor)));

    /// <summary>Sums of up to three monomials.</summary>
    public static Gen<Polynomial> Polynomials { get; }
        = Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(Monomials, count).Select(
            x => x.Aggregate(Polynomial.Zero, (sum, term) => sum + Polynomial.Of(term))));

    /// <summary>Requires a law of every generated case; a failure shows the case and the seed.</summary>
    public static void Holds<T>(ulong seed, Gen<T> cases, Func<T, bool> law)
        => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(seed, gamma: 1),
            Prop.ForAll(Arb.From(cases), law));

    public static Gen<(T First, T Second)> Two<T>(Gen<T> one) => Pairs(one, one);

    public static Gen<(TFirst First, TSecond Second)> Pairs<TFirst, TSecond>(Gen<TFirst> first, Gen<TSecond> second)
        => first.SelectMany(x => second.Select(y => (x, y)));

    public static Gen<(T First, T Second, T Third)> Three<T>(Gen<T> one) => Pairs(Two(one), one).Select(x => (x.First.First, x.First.Second, x.Second));

    public static double Worth(Rational value) => (double)value.Numerator / value.Denominator;

    public static double Worth(Monomial value)
        => value.Powers.Aggregate(Worth(value.Coefficient), (product, power) => product * Math.Pow(Worth(power.Atom), Worth(power.Exponent)));

    public static double Worth(Polynomial value) => value.Terms.Sum(Worth);

    public static bool Same(double left, double right) => Math.Abs(left - right) <= 1e-9 * (1 + Math.Abs(left) + Math.Abs(right));

    private static double Worth(Atom atom) => atom.Kind == AtomKind.Prime ? (long)atom.Identity! : Values[atom];

    private static Gen<Monomial> Factors()
        => Gen.Elements(D, H, I, X).SelectMany(atom => Exponents.Select(x => Monomial.Of(atom).Power(x)!));
}
