using FluentAssertions;
using KataKit.Analyzers.Symbolic;
using Xunit;
using static KataKit.Analyzers.Tests.Symbolic.SymbolicSamples;

namespace KataKit.Analyzers.Tests.Symbolic;

public sealed class RationalTests
{
    [Theory]
    [InlineData(6, 4, 3, 2)]
    [InlineData(-6, 4, -3, 2)]
    [InlineData(6, -4, -3, 2)]
    [InlineData(-6, -4, 3, 2)]
    [InlineData(0, -7, 0, 1)]
    public void Lowest_terms_with_a_positive_denominator(long numerator, long denominator, long reducedNumerator, long reducedDenominator)
    {
        var value = new Rational(numerator, denominator);
        (value.Numerator, value.Denominator).Should().Be((reducedNumerator, reducedDenominator));
    }

    [Fact]
    public void The_default_is_zero()
    {
        default(Rational).Should().Be(Rational.Zero);
        default(Rational).Denominator.Should().Be(1);
    }

    [Theory]
    [InlineData(0.5, "1/2")]
    [InlineData(-0.25, "-1/4")]
    [InlineData(64, "64")]
    [InlineData(0.000244140625, "1/4096")]
    public void A_double_with_a_small_binary_denominator_is_exact(double value, string expected)
        => Rational.FromDouble(value).ToString().Should().Be(expected);

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-9)]
    [InlineData(1e10)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void Any_other_double_has_no_fraction(double value)
        => Rational.FromDouble(value).Should().BeNull("a fraction near it would be another number");

    [Fact]
    public void Overflow_is_not_silent()
    {
        var large = new Rational(long.MaxValue / 2);
        FluentActions.Invoking(() => large * large).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => new Rational(1, long.MaxValue / 2) + new Rational(1, long.MaxValue / 3)).Should().Throw<OverflowException>();
    }

    [Fact]
    public void Arithmetic_agrees_with_floating_point()
        => Holds(1, Two(Rationals), x => Same(Worth(x.First + x.Second), Worth(x.First) + Worth(x.Second))
            && Same(Worth(x.First - x.Second), Worth(x.First) - Worth(x.Second))
            && Same(Worth(x.First * x.Second), Worth(x.First) * Worth(x.Second))
            && (x.Second.IsZero || Same(Worth(x.First / x.Second), Worth(x.First) / Worth(x.Second))));

    [Fact]
    public void The_order_is_that_of_the_numbers()
        => Holds(2, Two(Rationals), x => Math.Sign(x.First.CompareTo(x.Second)) == Math.Sign(Worth(x.First).CompareTo(Worth(x.Second)))
            && x.First == x.Second == (x.First.CompareTo(x.Second) == 0));

    [Fact]
    public void Equal_fractions_hash_alike()
        => Holds(3, Two(Rationals), x => x.First + x.Second == x.Second + x.First
            && (x.First + x.Second).GetHashCode() == (x.Second + x.First).GetHashCode());

    [Fact]
    public void Multiplication_distributes_over_addition()
        => Holds(4, Three(Rationals), x => x.First * (x.Second + x.Third) == (x.First * x.Second) + (x.First * x.Third));
}
