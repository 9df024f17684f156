using System.Globalization;
using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Rounding to the nearest integer, ties to even.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 2)]
    [InlineData(3.5, 4)]
    [InlineData(-0.5, 0)]
    [InlineData(-1.5, -2)]
    [InlineData(-2.5, -2)]
    [InlineData(-3.5, -4)]
    [InlineData(126.5, 126)]
    [InlineData(-127.5, -128)]
    [InlineData(1_000_000_000_000.5, 1_000_000_000_000)]
    [InlineData(-1_000_000_000_001.5, -1_000_000_000_002)]
    [InlineData(4_503_599_627_370_495.5, 4_503_599_627_370_496)] // 2⁵² − ½, the largest tie there is.
    public void RoundHalfToEven_sends_a_tie_to_the_even_neighbour(double value, double expected)
        => Close.To(TKata.RoundHalfToEven(value), expected, Shown($"{value:R} lies midway, and {expected} is the even neighbour"), Exact);

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(0.6, 1)]
    [InlineData(-0.4, 0)]
    [InlineData(-0.6, -1)]
    [InlineData(2.4, 2)]
    [InlineData(-2.4, -2)]
    [InlineData(-2.6, -3)]
    [InlineData(1.9, 2)]
    [InlineData(-1.9, -2)]
    [InlineData(3_000_000_000.7, 3_000_000_001)] // Beyond int.
    [InlineData(-3_000_000_000.7, -3_000_000_001)]
    public void RoundHalfToEven_goes_to_the_nearest_integer(double value, double expected)
        => Close.To(TKata.RoundHalfToEven(value), expected, Shown($"the integer nearest to {value:R} is {expected}"), Exact);

    [Theory]
    [InlineData(0.49999999999999994, 0)] // Adding ½ would give 1: the sum itself is rounded.
    [InlineData(0.5000000000000001, 1)]
    [InlineData(-0.49999999999999994, 0)]
    [InlineData(-0.5000000000000001, -1)]
    [InlineData(1.4999999999999998, 1)]
    [InlineData(2.5000000000000004, 3)]
    [InlineData(-2.5000000000000004, -3)]
    [InlineData(3.4999999999999996, 3)]
    public void RoundHalfToEven_tells_a_tie_from_its_neighbours(double value, double expected)
        => Close.To(TKata.RoundHalfToEven(value), expected, Shown($"{value:R} is the double next to a tie, and no tie"), Exact);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-7)]
    [InlineData(4_503_599_627_370_497)] // 2⁵² + 1: odd, and adding ½ makes it even.
    [InlineData(-4_503_599_627_370_497)]
    [InlineData(9_007_199_254_740_991)]
    [InlineData(1e20)] // Beyond long.
    [InlineData(-1e20)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void RoundHalfToEven_keeps_what_has_no_fraction(double value)
        => Close.To(TKata.RoundHalfToEven(value), value, Shown($"{value:R} has no fraction and stays as it is"), Exact);

    [Fact]
    public void RoundHalfToEven_of_NaN_is_NaN()
        => Close.To(TKata.RoundHalfToEven(double.NaN), double.NaN, "NaN stays NaN");

    [Fact]
    public void RoundHalfToEven_makes_nothing_of_the_smallest_numbers()
    {
        foreach (var value in new[] { double.Epsilon, -double.Epsilon, 2.3e-308, -1e-20 })
        {
            Close.To(TKata.RoundHalfToEven(value), 0, Shown($"the integer nearest to {value:R} is 0"), Exact);
        }
    }

    [Fact]
    public void RoundHalfToEven_agrees_with_integer_arithmetic()
        => Property.Holds(
            "the nearest integer of k eighths can be had from k alone",
            seed: 31,
            Gen.Choose(-4_000, 4_000),
            eighths => Shown($"{eighths} / 8 = {eighths / 8.0:R}"),
            eighths => Close.To(
                TKata.RoundHalfToEven(eighths / 8.0), QuantizationCase.Nearest(eighths), "rounds to the nearest, ties to even", Exact),
            eighths => eighths == 0 ? [] : [eighths / 2, eighths - Math.Sign(eighths)],
            cases: 1_000);

    [Fact]
    public void RoundHalfToEven_errors_of_ties_cancel_out()
    {
        // The reason for this rule: of 0.5, 1.5 … 99.5 every other one goes up. Rounding them all up would add ½ to the mean of the
        // rounded numbers, and away from zero is up for the outputs of a ReLU.
        var errors = Enumerable.Range(0, 100).Select(n => TKata.RoundHalfToEven(n + 0.5) - (n + 0.5)).ToList();
        Close.To(errors.Sum(), 0, "over 100 successive ties the rounding errors (half of them +½, half −½) sum to 0", Exact);
        Close.To(errors.Sum(Math.Abs), 50, "and each of them is ½", Exact);
    }

    private static string Shown(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
