using FluentAssertions;
using KataKit.Analyzers.Symbolic;
using Xunit;
using static KataKit.Analyzers.Tests.Symbolic.SymbolicSamples;

namespace KataKit.Analyzers.Tests.Symbolic;

public sealed class MonomialTests
{
    private static readonly Rational Half = new(1, 2);
    private static readonly Monomial Width = Monomial.Of(D);
    private static readonly Monomial Heads = Monomial.Of(H);

    [Fact]
    public void The_root_of_a_quotient_is_the_quotient_of_the_roots()
        => (Width / Heads).Power(Half).Should().Be(Width.Power(Half)! / Heads.Power(Half)!);

    [Fact]
    public void Two_fourth_roots_make_a_square_root()
    {
        var root = Width.Power(new Rational(-1, 4))!;
        (root * root).Should().Be(Monomial.One / Width.Power(Half)!);
    }

    [Fact]
    public void Whole_powers_of_primes_belong_to_the_coefficient()
    {
        var rootOfEight = Monomial.Of(new Rational(8)).Power(Half)!;
        (rootOfEight * rootOfEight).Should().Be(Monomial.Of(new Rational(8)));
        (rootOfEight / Monomial.Of(new Rational(2)).Power(Half)!).Should().Be(Monomial.Of(new Rational(2)));
    }

    [Fact]
    public void The_root_of_a_square_number_is_a_number()
        => Monomial.Of(new Rational(9, 64)).Power(Half).Should().Be(Monomial.Of(new Rational(3, 8)));

    [Fact]
    public void A_factor_that_cancels_leaves_no_trace()
    {
        var one = Width * Heads / Heads / Width;
        one.Should().Be(Monomial.One);
        one.IsConstant.Should().BeTrue();
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(0)]
    public void No_root_of_a_number_that_is_not_positive(long value)
        => Monomial.Of(new Rational(value)).Power(Half).Should().BeNull("that root is not a real number, or loses its factors");

    [Fact]
    public void No_root_of_a_number_with_large_prime_factors()
        => Monomial.Of(new Rational(1009)).Power(Half).Should().BeNull("trial division stops at 1000");

    [Fact]
    public void An_even_power_of_a_negative_number_is_positive()
        => Monomial.Of(new Rational(-3)).Power(new Rational(2)).Should().Be(Monomial.Of(new Rational(9)));

    [Fact]
    public void An_atom_is_replaced_in_every_power()
        => (Width.Power(Half)! / Heads).Substitute(D, Heads * Heads).Should().Be(Monomial.One);

    [Fact]
    public void An_atom_that_is_not_there_is_not_replaced()
        => Width.Substitute(H, Width).Should().Be(Width);

    [Fact]
    public void A_replacement_without_a_root_fails()
        => Width.Power(Half)!.Substitute(D, Monomial.Of(new Rational(-2))).Should().BeNull("√-2 has no form");

    [Fact]
    public void Products_and_quotients_agree_with_floating_point()
        => Holds(11, Two(Monomials), x => Same(Worth(x.First * x.Second), Worth(x.First) * Worth(x.Second))
            && Same(Worth(x.First / x.Second), Worth(x.First) / Worth(x.Second)));

    [Fact]
    public void Powers_agree_with_floating_point_where_they_exist()
        => Holds(12, Pairs(Monomials, Exponents), x => x.First.Power(x.Second) is not { } power
            || Same(Worth(power), Math.Pow(Worth(x.First), Worth(x.Second))));

    [Fact]
    public void Multiplication_is_commutative_and_associative_in_normal_form()
        => Holds(13, Three(Monomials), x => (x.First * x.Second).Equals(x.Second * x.First)
            && (x.First * x.Second).GetHashCode() == (x.Second * x.First).GetHashCode()
            && (x.First * x.Second * x.Third).Equals(x.First * (x.Second * x.Third)));

    [Fact]
    public void Division_undoes_multiplication()
        => Holds(14, Two(Monomials), x => (x.First * x.Second / x.Second).Equals(x.First));

    [Fact]
    public void Equal_in_worth_is_equal_in_form()
        => Holds(15, Two(Monomials), x => x.First.Equals(x.Second) == Same(Worth(x.First), Worth(x.Second)));
}
