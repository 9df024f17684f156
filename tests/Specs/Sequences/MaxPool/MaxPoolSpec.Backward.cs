using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>Backward on examples that one can check by eye.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    [Fact]
    public void Backward_sends_each_gradient_to_the_maximum_of_its_window()
        => Routes(
            Image(new double[,] { { 1, 5, 2, 8 }, { 4, 3, 7, 6 }, { -1, -2, 0, -4 }, { -5, 12, -7, -8 } }),
            Window((2, 2), (2, 2)),
            Image(new double[,] { { 10, 20 }, { 30, -40 } }),
            Image(new double[,] { { 0, 10, 0, 20 }, { 0, 0, 0, 0 }, { 0, 0, -40, 0 }, { 0, 30, 0, 0 } }),
            "windows apart: a window's gradient goes to the cell of its maximum, and no other cell gets any");

    [Fact]
    public void Backward_adds_where_windows_share_their_maximum()
    {
        // The 9 in the middle is the maximum of all four windows: 10 + 20 + 30 − 45 = 15.
        Routes(
            Image(new double[,] { { 1, 2, 3 }, { 4, 9, 5 }, { 6, 7, 8 } }),
            Window((2, 2), (1, 1)),
            Image(new double[,] { { 10, 20 }, { 30, -45 } }),
            Image(new double[,] { { 0, 0, 0 }, { 0, 15, 0 }, { 0, 0, 0 } }),
            "a cell that is the maximum of several windows gets the sum of their gradients");

        // Three neighbours at a stride of 1: the 7 leads windows 0 and 1, the 8 leads window 2 alone.
        Routes(
            Image(new double[,] { { 3, 5, 7, 6, 8 } }),
            Window((1, 3), (1, 1)),
            Image(new double[,] { { 1, 10, 100 } }),
            Image(new double[,] { { 0, 0, 11, 0, 100 } }),
            "windows in a row that share some of their cells");
    }

    [Fact]
    public void Backward_gives_a_tie_to_the_first_maximum_alone()
    {
        Routes(
            Image(new double[,] { { 5, 5, 5, 5 }, { 5, 5, 5, 5 } }),
            Window((2, 2), (2, 2)),
            Image(new double[,] { { 10, 20 } }),
            Image(new double[,] { { 10, 0, 20, 0 }, { 0, 0, 0, 0 } }),
            "in a constant window the first cell gets the whole gradient, and the others none: it is not multiplied");

        // Overlapping constant windows: each has a first cell of its own.
        Routes(
            Image(new double[,] { { 5, 5, 5 }, { 5, 5, 5 }, { 5, 5, 5 } }),
            Window((2, 2), (1, 1)),
            Image(new double[,] { { 1, 10 }, { 100, 1000 } }),
            Image(new double[,] { { 1, 10, 0 }, { 100, 1000, 0 }, { 0, 0, 0 } }),
            "overlapping constant windows give their gradients to their own first cells");
    }

    [Fact]
    public void Backward_keeps_the_channels_apart()
        => Routes(
            Image(
                new double[,] { { 1, 2, 3 }, { 4, 5, 6 } },
                new double[,] { { 6, 5, 4 }, { 3, 2, 1 } },
                new double[,] { { 0, 7, 0 }, { 0, 0, 0 } }),
            Window((2, 2), (1, 1)),
            Image(new double[,] { { 1, 2 } }, new double[,] { { 10, 20 } }, new double[,] { { 100, 200 } }),
            Image(
                new double[,] { { 0, 0, 0 }, { 0, 1, 2 } },
                new double[,] { { 10, 20, 0 }, { 0, 0, 0 } },
                new double[,] { { 0, 300, 0 }, { 0, 0, 0 } }),
            "three channels with maxima in different places");

    [Fact]
    public void Backward_has_the_shape_of_the_input()
    {
        // The last row and the last column fill no window; between the windows of the second call one column is skipped.
        Routes(
            Image(new double[,] { { 1, 2, 50 }, { 3, 4, 60 }, { 70, 80, 90 } }),
            Window((2, 2), (2, 2)),
            Image(new double[,] { { 7 } }),
            Image(new double[,] { { 0, 0, 0 }, { 0, 7, 0 }, { 0, 0, 0 } }),
            "cells that fill no window have a gradient, and it is 0");
        Routes(
            Image(new double[,] { { 1, 2, 9, 3 }, { 4, 0, 9, 5 } }),
            Window((1, 1), (1, 3)),
            Image(new double[,] { { 6, 7 }, { 8, -9 } }),
            Image(new double[,] { { 6, 0, 0, 7 }, { 8, 0, 0, -9 } }),
            "cells that every window skips have a gradient, and it is 0");
    }

    [Fact]
    public void Backward_reads_the_rows_and_columns_of_wide_and_tall_inputs()
    {
        Routes(
            Image(new double[,] { { 0, 0, 7, 0, 0 }, { 0, 0, 0, 8, 0 } }),
            Window((1, 5), (1, 1)),
            Image(new double[,] { { 3 }, { 4 } }),
            Image(new double[,] { { 0, 0, 3, 0, 0 }, { 0, 0, 0, 4, 0 } }),
            "a wide input");
        Routes(
            Image(new double[,] { { 0, 0 }, { 0, 0 }, { 0, 7 }, { 9, 0 }, { 0, 8 } }),
            Window((5, 1), (1, 1)),
            Image(new double[,] { { 3, 4 } }),
            Image(new double[,] { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 3, 0 }, { 0, 4 } }),
            "a tall input");
    }

    [Fact]
    public void Backward_takes_the_padding_off_again()
        => Routes(
            Image(new double[,] { { -5, -6, -3 }, { -4, -7, -8 } }),
            Window((3, 3), (2, 2), (1, 1)),
            Image(new double[,] { { 6, 7 } }),
            Image(new double[,] { { 0, 0, 7 }, { 6, 0, 0 } }),
            "the gradient has the shape of the input, not of the padded input, and padding takes none of it");

    [Fact]
    public void Backward_of_a_window_of_minus_infinity_goes_to_its_first_cell_in_the_input()
        => Routes(
            Image(new[,] { { None, None }, { None, None } }),
            Window((2, 2), (1, 1), (1, 1)),
            Image(new double[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }),
            Image(new double[,] { { 12, 9 }, { 15, 9 } }), // 1 + 2 + 4 + 5, 3 + 6; 7 + 8, 9
            "a window of −∞ has a first cell, and that cell gets the gradient");

    [Fact]
    public void Backward_of_NaN_goes_to_the_NaN()
        => Routes(
            Image(new[,] { { 9, 1, double.NaN, 2 }, { 3, double.NaN, 4, 8 } }),
            Window((2, 1), (1, 1)),
            Image(new double[,] { { 1, 10, 100, 1000 } }),
            Image(new double[,] { { 1, 0, 100, 0 }, { 0, 10, 0, 1000 } }),
            "a window with NaN sends its gradient to the NaN, the others are as ever");

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void Backward_passes_any_gradient_on_to_its_own_cell_only(double gradient)
        => Routes(
            Image(new double[,] { { 1, 2, 3, 1 }, { 4, 9, 5, 6 } }),
            Window((2, 2), (1, 2)),
            Image(new[,] { { gradient, 5 } }),
            Image(new[,] { { 0, 0, 0, 0 }, { 0, gradient, 0, 5 } }),
            "a cell that no window picked has exactly 0 (0 · ∞ is NaN, so a mask of zeros will not do)");

    [Fact]
    public void Backward_of_a_window_of_one_cell_is_the_upstream_gradient()
    {
        var upstream = Image(new double[,] { { 3, -9, 2 }, { -8, 4, 0 } }, new double[,] { { 1, 1, 1 }, { -2, -2, -2 } });
        Routes(Map(upstream, value => -value), Window((1, 1), (1, 1)), upstream, upstream, "1 × 1 windows at a stride of 1");
    }

    [Fact]
    public void Backward_finds_cells_beyond_16_bits()
    {
        // 257 · 260 = 66 820 cells that rise, so that the maximum is the last.
        Routes(
            Fill(1, 257, 260, (_, r, w) => (260.0 * r) + w),
            Window((257, 260), (1, 1)),
            Image(new double[,] { { 7 } }),
            Fill(1, 257, 260, (_, r, w) => r == 256 && w == 259 ? 7.0 : 0),
            "the last cell of a large input");
    }

    private static void Routes(double[,,] input, PoolingWindow window, double[,,] upstream, double[,,] expected, string because)
        => CloseVolume.To(Gradient(input, window, upstream), expected, because, Sums);
}
