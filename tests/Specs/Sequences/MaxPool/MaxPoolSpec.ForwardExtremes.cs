using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>Forward on negative, infinite, undefined, tiny and many values.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    [Fact]
    public void Forward_of_negative_values_is_negative()
        => Pools(
            Image(new double[,] { { -3, -9, -2 }, { -8, -4, -7 } }),
            Window((2, 2), (1, 1)),
            Image(new double[,] { { -3, -2 } }),
            Image(new[,] { { 0, 2 } }),
            "the largest of negative numbers is negative: a running maximum must not start at 0");

    [Fact]
    public void Forward_padding_is_below_every_value()
    {
        // Windows of 3 × 3 from row −1 and columns −1 and 1 of a 2 × 3 input: five of their nine cells are padding.
        Pools(
            Image(new double[,] { { -5, -6, -3 }, { -4, -7, -8 } }),
            Window((3, 3), (2, 2), (1, 1)),
            Image(new double[,] { { -4, -3 } }),
            Image(new[,] { { 3, 2 } }),
            "padding must never be the maximum, however low the values are");
        Pools(
            Image(new double[,] { { -1e300, -1e308 } }),
            Window((3, 3), (1, 1), (1, 1)),
            Image(new double[,] { { -1e300, -1e300 } }),
            Image(new[,] { { 0, 0 } }),
            "padding must be lower than any finite stand-in for −∞");
        Pools(
            Image(new[,] { { double.MinValue } }),
            Window((2, 2), (1, 1), (1, 1)),
            Image(new[,] { { double.MinValue, double.MinValue }, { double.MinValue, double.MinValue } }),
            Image(new[,] { { 0, 0 }, { 0, 0 } }),
            "the lowest finite value lies above the padding");
    }

    [Fact]
    public void Forward_window_of_minus_infinity_picks_its_first_cell_in_the_input()
    {
        Pools(
            Image(new[,] { { None, None, None, 5 }, { None, None, None, None } }),
            Window((2, 2), (1, 1)),
            Image(new[,] { { None, None, 5 } }),
            Image(new[,] { { 0, 1, 3 } }),
            "a window of −∞ has the maximum −∞, at its first cell");
        Pools(
            Image(new[,] { { None, None }, { None, None } }),
            Window((2, 2), (1, 1), (1, 1)),
            Image(new[,] { { None, None, None }, { None, None, None }, { None, None, None } }),
            Image(new[,] { { 0, 0, 1 }, { 0, 0, 1 }, { 2, 2, 3 } }),
            "the padding is −∞ as well, but a position lies in the input");
    }

    [Fact]
    public void Forward_infinities_are_ordinary_values()
        => Pools(
            Image(new[,] { { None, Most, 3, double.MaxValue }, { double.MinValue, double.MaxValue, 4, Most } }),
            Window((2, 1), (1, 1)),
            Image(new[,] { { double.MinValue, Most, 4, Most } }),
            Image(new[,] { { 4, 1, 6, 7 } }),
            "−∞ < every finite value < +∞");

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(1, 2, 3, 0)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity)]
    public void Forward_NaN_is_the_maximum_of_its_window_wherever_it_stands(double a, double b, double c, double d)
    {
        for (var at = 0; at < 4; at++)
        {
            double[] cells = [a, b, c, d];
            cells[at] = double.NaN;
            Pools(
                Image(new[,] { { cells[0], cells[1] }, { cells[2], cells[3] } }),
                Window((2, 2), (1, 1)),
                Image(new[,] { { double.NaN } }),
                Image(new[,] { { at } }),
                $"NaN as cell {at} of a window makes its maximum NaN (no comparison with NaN is true)");
        }
    }

    [Fact]
    public void Forward_NaN_spoils_no_other_window()
        => Pools(
            Image(new[,] { { double.NaN, 1, 2 }, { 3, 4, 5 } }, new double[,] { { 6, 5, 4 }, { 3, 2, 1 } }),
            Window((2, 2), (1, 1), (1, 0)),
            Image(new[,] { { double.NaN, 2 }, { double.NaN, 5 }, { 4, 5 } }, new double[,] { { 6, 5 }, { 6, 5 }, { 3, 2 } }),
            Image(new[,] { { 0, 2 }, { 0, 5 }, { 4, 5 } }, new[,] { { 0, 1 }, { 0, 1 }, { 3, 4 } }),
            "NaN reaches the windows that cover it, and no other");

    [Fact]
    public void Forward_of_several_NaN_points_at_one_of_them()
    {
        var cells = new[,] { { 7, double.NaN, 8 }, { double.NaN, 9, double.NaN } };
        var result = Pool(Image(cells), Window((2, 3), (1, 1)));
        CloseVolume.To(result.Output, Image(new[,] { { double.NaN } }), "a window with NaN has the maximum NaN", Exact);
        CloseVolume.SameShape(result.Argmax, new int[1, 1, 1], "the positions");
        var at = result.Argmax[0, 0, 0];
        if (at < 0 || at >= cells.Length || !double.IsNaN(cells[at / 3, at % 3]))
        {
            throw new SpecFailureException(
                $"The position of a maximum of NaN must be that of a NaN, 1, 3 or 5 here; got {at}.");
        }
    }

    [Fact]
    public void Forward_tells_neighbouring_doubles_apart()
    {
        // 2⁻¹⁰⁷⁴ is the smallest double above 0, 1 + 2⁻⁵² the next after 1, and 2⁵³ + 2 the next after 2⁵³: as floats they are equal.
        var next = Math.BitIncrement(1.0);
        Pools(
            Image(new[,] { { 0, double.Epsilon, 1, next, 9007199254740992, 9007199254740994 } }),
            Window((1, 2), (1, 2)),
            Image(new[,] { { double.Epsilon, next, 9007199254740994 } }),
            Image(new[,] { { 1, 3, 5 } }),
            "the larger of two neighbouring doubles is the maximum");
    }

    [Fact]
    public void Forward_positions_grow_beyond_16_bits()
    {
        // 257 · 260 = 66 820 cells that fall: each window of 128 × 130 has its maximum at its first cell.
        Pools(
            Fill(1, 257, 260, (_, r, w) => (-260.0 * r) - w),
            Window((128, 130), (128, 130)),
            Image(new double[,] { { 0, -130 }, { -33_280, -33_410 } }),
            Image(new[,] { { 0, 130 }, { 33_280, 33_410 } }),
            "windows of a large input");
        Pools(
            Fill(1, 257, 260, (_, r, w) => (260.0 * r) + w),
            Window((257, 260), (1, 1)),
            Image(new double[,] { { 66_819 } }),
            Image(new[,] { { 66_819 } }),
            "the last cell of a large input");
    }
}
