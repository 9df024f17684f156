using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>Forward on examples that one can check by eye.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    /// <summary>Twelve different numbers, three rows by four columns; the sample of several tests.</summary>
    private static double[,,] ThreeByFour => Image(new double[,] { { 3, 9, 2, 1 }, { 8, 4, 7, 10 }, { 6, 5, 11, 0 } });

    [Fact]
    public void Forward_takes_the_maximum_of_each_window()
        => Pools(
            Image(new double[,] { { 1, 5, 2, 8 }, { 4, 3, 7, 6 }, { -1, -2, 0, -4 }, { -5, 12, -7, -8 } }),
            Window((2, 2), (2, 2)),
            Image(new double[,] { { 5, 8 }, { 12, 0 } }),
            Image(new[,] { { 1, 3 }, { 13, 10 } }),
            "each of the four windows of 2 × 2 gives its largest value");

    [Fact]
    public void Forward_windows_overlap_when_the_stride_is_less_than_the_kernel()
        => Pools(
            ThreeByFour,
            Window((2, 2), (1, 1)),
            Image(new double[,] { { 9, 9, 10 }, { 8, 11, 11 } }),
            Image(new[,] { { 1, 1, 7 }, { 4, 10, 10 } }),
            "windows of 2 × 2 that move by one cell: 3 − 2 + 1 rows of 4 − 2 + 1");

    [Fact]
    public void Forward_skips_cells_when_the_stride_is_more_than_the_kernel()
        => Pools(
            ThreeByFour,
            Window((1, 1), (2, 3)),
            Image(new double[,] { { 3, 1 }, { 6, 0 } }),
            Image(new[,] { { 0, 3 }, { 8, 11 } }),
            "windows of one cell at rows 0 and 2, columns 0 and 3");

    [Fact]
    public void Forward_drops_cells_that_fill_no_window()
        => Pools(
            Image(new double[,] { { 1, 2, 50 }, { 3, 4, 60 }, { 70, 80, 90 } }),
            Window((2, 2), (2, 2)),
            Image(new double[,] { { 4 } }),
            Image(new[,] { { 4 } }),
            "in 3 × 3 cells there is one whole window of 2 × 2 at a stride of 2; the last row and column count for nothing");

    [Fact]
    public void Forward_kernel_height_runs_along_rows_and_width_along_columns()
    {
        // 1 × 3: maxima of three neighbours in a row. 3 × 1: maxima of whole columns.
        Pools(
            ThreeByFour,
            Window((1, 3), (1, 1)),
            Image(new double[,] { { 9, 9 }, { 8, 10 }, { 11, 11 } }),
            Image(new[,] { { 1, 1 }, { 4, 7 }, { 10, 10 } }),
            "a kernel of 1 row and 3 columns");
        Pools(
            ThreeByFour,
            Window((3, 1), (1, 1)),
            Image(new double[,] { { 8, 9, 11, 10 } }),
            Image(new[,] { { 4, 1, 10, 7 } }),
            "a kernel of 3 rows and 1 column");
    }

    [Fact]
    public void Forward_stride_height_runs_along_rows_and_width_along_columns()
    {
        Pools(
            ThreeByFour,
            Window((1, 1), (2, 1)),
            Image(new double[,] { { 3, 9, 2, 1 }, { 6, 5, 11, 0 } }),
            Image(new[,] { { 0, 1, 2, 3 }, { 8, 9, 10, 11 } }),
            "a stride of 2 rows and 1 column");
        Pools(
            ThreeByFour,
            Window((1, 1), (1, 2)),
            Image(new double[,] { { 3, 2 }, { 8, 7 }, { 6, 11 } }),
            Image(new[,] { { 0, 2 }, { 4, 6 }, { 8, 10 } }),
            "a stride of 1 row and 2 columns");
    }

    [Fact]
    public void Forward_padding_height_runs_along_rows_and_width_along_columns()
    {
        // One row of −∞ above and below: the windows of 2 × 1 start at rows −1, 1.
        Pools(
            Image(new double[,] { { 1, 2 }, { 5, 4 }, { 3, 6 } }),
            Window((2, 1), (2, 1), (1, 0)),
            Image(new double[,] { { 1, 2 }, { 5, 6 } }),
            Image(new[,] { { 0, 1 }, { 2, 5 } }),
            "a padding of 1 row and 0 columns");

        // The same turned on its side: starts at columns −1, 1.
        Pools(
            Image(new double[,] { { 1, 5, 3 }, { 2, 4, 6 } }),
            Window((1, 2), (1, 2), (0, 1)),
            Image(new double[,] { { 1, 5 }, { 2, 6 } }),
            Image(new[,] { { 0, 1 }, { 3, 5 } }),
            "a padding of 0 rows and 1 column");
    }

    [Fact]
    public void Forward_positions_count_along_the_rows_of_the_input()
    {
        // 2 × 5, one window a row: the second row starts at 5, not at 2 (the height) or 1 (the output's width).
        Pools(
            Image(new double[,] { { 0, 0, 7, 0, 0 }, { 0, 0, 0, 8, 0 } }),
            Window((1, 5), (1, 1)),
            Image(new double[,] { { 7 }, { 8 } }),
            Image(new[,] { { 2 }, { 8 } }),
            "row · width + column in a wide input");
        Pools(
            Image(new double[,] { { 0, 0 }, { 0, 0 }, { 0, 7 }, { 9, 0 }, { 0, 8 } }),
            Window((5, 1), (1, 1)),
            Image(new double[,] { { 9, 8 } }),
            Image(new[,] { { 6, 9 } }),
            "row · width + column in a tall input");
    }

    [Fact]
    public void Forward_pools_each_channel_on_its_own()
    {
        // Mirror images: no window has its maximum in the same place twice. Positions start at 0 in each channel.
        var input = Image(
            new double[,] { { 1, 2, 3 }, { 4, 5, 6 } },
            new double[,] { { 6, 5, 4 }, { 3, 2, 1 } },
            new double[,] { { -1, 8, -9 }, { -2, -3, 7 } });
        Pools(
            input,
            Window((2, 2), (1, 1)),
            Image(new double[,] { { 5, 6 } }, new double[,] { { 6, 5 } }, new double[,] { { 8, 8 } }),
            Image(new[,] { { 4, 5 } }, new[,] { { 0, 1 } }, new[,] { { 1, 1 } }),
            "three channels, each with maxima of its own");
    }

    [Fact]
    public void Forward_takes_the_first_of_equal_maxima()
    {
        Pools(
            Image(new double[,] { { 5, 5, 1 }, { 5, 5, 1 }, { 0, 1, 1 } }),
            Window((2, 2), (1, 1)),
            Image(new double[,] { { 5, 5 }, { 5, 5 } }),
            Image(new[,] { { 0, 1 }, { 3, 4 } }),
            "of equal maxima the first in row-major order is taken, window by window");

        // Row before column: [0, 2] comes before [1, 0], though column 0 is left of column 2.
        Pools(
            Image(new double[,] { { 1, 2, 9 }, { 9, 9, 3 } }),
            Window((2, 3), (1, 1)),
            Image(new double[,] { { 9 } }),
            Image(new[,] { { 2 } }),
            "row-major order: a whole row is looked at before the next");
    }

    [Fact]
    public void Forward_of_a_window_of_one_cell_is_the_input()
    {
        var input = Image(new double[,] { { 3, -9, 2 }, { -8, 4, 0 } }, new double[,] { { 1, 1, 1 }, { -2, -2, -2 } });
        var positions = new[,] { { 0, 1, 2 }, { 3, 4, 5 } };
        Pools(input, Window((1, 1), (1, 1)), input, Image(positions, positions), "1 × 1 windows at a stride of 1 give back the input");
    }

    [Fact]
    public void Forward_of_a_window_as_large_as_the_input_is_its_maximum()
    {
        Pools(
            Image(new double[,] { { -3, -9 }, { -2, -4 }, { -7, -5 } }, new double[,] { { 3, 9 }, { 2, 4 }, { 7, 5 } }),
            Window((3, 2), (1, 1)),
            Image(new double[,] { { -2 } }, new double[,] { { 9 } }),
            Image(new[,] { { 2 } }, new[,] { { 1 } }),
            "global max pooling: one value a channel");
        var cell = Image(new double[,] { { -3 } });
        Pools(cell, Window((1, 1), (4, 4)), cell, Image(new[,] { { 0 } }), "an input of one cell");
    }
}
