using FluentAssertions;
using KataKit.Analyzers.Symbolic;
using Xunit;
using static KataKit.Analyzers.Tests.Symbolic.SymbolicSamples;

namespace KataKit.Analyzers.Tests.Symbolic;

public sealed class MonomialTextTests
{
    /// <summary>A product of powers as coefficient, exponent of d, exponent of h (in quarters), and how it is written.</summary>
    [Theory]
    [InlineData(1, 1, 0, 0, "1")]
    [InlineData(3, 4, 0, 0, "3/4")]
    [InlineData(-1, 1, 4, 0, "-1·d")]
    [InlineData(1, 1, 4, 0, "d")]
    [InlineData(1, 1, -4, 0, "1/d")]
    [InlineData(1, 1, 4, -4, "d/h")]
    [InlineData(1, 1, 8, 0, "d^2")]
    [InlineData(1, 1, 2, 0, "√d")]
    [InlineData(1, 1, -2, 0, "1/√d")]
    [InlineData(1, 1, -2, -2, "1/√(d·h)")]
    [InlineData(1, 1, -1, 0, "1/d^(1/4)")]
    [InlineData(1, 1, 6, 0, "d^(3/2)")]
    [InlineData(3, 2, 4, 4, "3·d·h/2")]
    [InlineData(1, 2, -4, 0, "1/(2·d)")]
    [InlineData(2, 1, 2, -4, "2·√d/h")]
    public void Written_as_a_learner_would(long numerator, long denominator, int ofD, int ofH, string expected)
        => (Monomial.Of(new Rational(numerator, denominator)) * Of(D, ofD) * Of(H, ofH)).ToString().Should().Be(expected);

    [Fact]
    public void The_text_does_not_depend_on_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            // Writes the minus sign as U+2212.
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("sv-SE");
            Monomial.Of(new Rational(-5, 2)).ToString().Should().Be("-5/2");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static Monomial Of(Atom atom, int quarters) => Monomial.Of(atom).Power(new Rational(quarters, 4))!;
}
