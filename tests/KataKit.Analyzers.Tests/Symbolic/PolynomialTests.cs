using FluentAssertions;
using KataKit.Analyzers.Symbolic;
using Xunit;
using static KataKit.Analyzers.Tests.Symbolic.SymbolicSamples;

namespace KataKit.Analyzers.Tests.Symbolic;

public sealed class PolynomialTests
{
    private static readonly Polynomial Width = Polynomial.Of(D);
    private static readonly Polynomial Heads = Polynomial.Of(H);
    private static readonly Polynomial Counter = Polynomial.Of(I);

    [Fact]
    public void A_quotient_by_one_term_is_divided_term_by_term()
        => (((Width * Heads) + Width) / Width).Should().Be(Heads + Polynomial.One);

    [Fact]
    public void A_quotient_by_a_sum_is_opaque_but_equal_to_itself()
    {
        var quotient = Width / (Heads + Polynomial.One);
        quotient.Mentions(D).Should().BeTrue("it was computed from the width");
        quotient.Mentions(AtomKind.Opaque).Should().BeTrue();
        quotient.Should().Be(Width / (Polynomial.One + Heads));
        quotient.Should().NotBe(Width / (Heads + Polynomial.Of(2)));
    }

    [Fact]
    public void An_integer_quotient_of_dimensions_is_exact_because_the_contract_requires_it()
        => (Polynomial.IntegerQuotient(Width, Polynomial.Of(Atom.CountOf("h"))) * Polynomial.Of(Atom.CountOf("h"))).Should().Be(Width);

    [Fact]
    public void An_integer_quotient_of_numbers_truncates()
    {
        Polynomial.IntegerQuotient(Polynomial.Of(7), Polynomial.Of(2)).Should().Be(Polynomial.Of(3));
        Polynomial.IntegerQuotient(Polynomial.Of(-7), Polynomial.Of(2)).Should().Be(Polynomial.Of(-3));
    }

    public static TheoryData<string> InexactQuotients() => ["d / 2", "1 / d", "i / h", "d / i", "(d + 1) / h"];

    [Theory]
    [MemberData(nameof(InexactQuotients))]
    public void Any_other_integer_quotient_is_opaque(string form)
    {
        var (left, right) = form switch
        {
            "d / 2" => (Width, Polynomial.Of(2)),
            "1 / d" => (Polynomial.One, Width),
            "i / h" => (Counter, Heads),
            "d / i" => (Width, Counter),
            _ => (Width + Polynomial.One, Heads),
        };
        Polynomial.IntegerQuotient(left, right).Mentions(AtomKind.Opaque).Should().BeTrue("{0} may leave a remainder", form);
    }

    [Fact]
    public void A_linear_form_is_split_into_rest_and_factor()
    {
        var index = (Counter * Width / Heads) + Heads;
        index.TryLinear(I, out var rest, out var factor).Should().BeTrue();
        (rest, factor).Should().Be((Heads, Width / Heads));
    }

    [Fact]
    public void A_square_is_not_linear()
        => ((Counter * Counter) + Counter).TryLinear(I, out _, out _).Should().BeFalse();

    [Fact]
    public void A_power_of_a_sum_is_opaque_but_equal_to_itself()
    {
        var half = new Rational(1, 2);
        (Width + Heads).Power(half).Should().Be((Heads + Width).Power(half));
        (Width + Heads).Power(half).Mentions(AtomKind.Opaque).Should().BeTrue();
    }

    [Fact]
    public void A_constant_is_known_as_one()
    {
        (Width - Width + Polynomial.Of(5)).Constant.Should().Be(new Rational(5));
        Polynomial.Zero.Constant.Should().Be(Rational.Zero);
        Width.Constant.Should().BeNull();
        (Width + Heads).Single.Should().BeNull();
    }

    [Fact]
    public void Terms_that_cancel_leave_nothing()
        => Holds(21, Polynomials, x => (x - x).IsZero && (x - x).Equals(Polynomial.Zero));

    [Fact]
    public void Arithmetic_agrees_with_floating_point()
        => Holds(22, Two(Polynomials), x => Same(Worth(x.First + x.Second), Worth(x.First) + Worth(x.Second))
            && Same(Worth(x.First - x.Second), Worth(x.First) - Worth(x.Second))
            && Same(Worth(x.First * x.Second), Worth(x.First) * Worth(x.Second)));

    [Fact]
    public void Sums_and_products_are_commutative_in_normal_form()
        => Holds(23, Two(Polynomials), x => Alike(x.First + x.Second, x.Second + x.First) && Alike(x.First * x.Second, x.Second * x.First));

    [Fact]
    public void Sums_and_products_are_associative_and_distribute()
        => Holds(24, Three(Polynomials), x => Alike(x.First + x.Second + x.Third, x.First + (x.Second + x.Third))
            && Alike(x.First * x.Second * x.Third, x.First * (x.Second * x.Third))
            && Alike(x.First * (x.Second + x.Third), (x.First * x.Second) + (x.First * x.Third)));

    [Fact]
    public void A_split_linear_form_is_put_together_again()
        => Holds(25, Polynomials, x => !x.TryLinear(I, out var rest, out var factor) || Alike(rest + (factor * Counter), x));

    [Fact]
    public void Replacing_a_counter_by_itself_changes_nothing()
        => Holds(26, Polynomials, x => !x.TryLinear(I, out _, out _) || Alike(x.Substitute(I, Counter), x));

    [Fact]
    public void A_replaced_counter_agrees_with_floating_point()
        => Holds(27, Two(Polynomials), x => !x.First.TryLinear(I, out var rest, out var factor)
            || Same(Worth(x.First.Substitute(I, x.Second)), Worth(rest) + (Worth(factor) * Worth(x.Second))));

    private static bool Alike(Polynomial left, Polynomial right)
        => left.Equals(right) && left.GetHashCode() == right.GetHashCode() && left.ToString() == right.ToString();
}
