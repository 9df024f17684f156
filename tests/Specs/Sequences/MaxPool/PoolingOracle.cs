using KataKit.Contracts;

namespace KataKit.Specs;

/// <summary>
/// Max pooling by asking every cell of the input about every window: no window bounds, no running maximum, no saved positions. Slow,
/// and easy to check against the formulas by eye. For inputs without NaN.
/// </summary>
internal static class PoolingOracle
{
    /// <summary>The number of windows on one axis, by trying every start in the padded input.</summary>
    /// <param name="length">The input's length.</param>
    /// <param name="kernel">The window's length.</param>
    /// <param name="stride">The window's step.</param>
    /// <param name="padding">The cells added at each end.</param>
    /// <returns>The count.</returns>
    public static int CountWindows(int length, int kernel, int stride, int padding)
    {
        var padded = length + (2 * padding);
        return Enumerable.Range(0, padded).Count(start => start % stride == 0 && start + kernel <= padded);
    }

    /// <summary>The position of each window's maximum: of the cells inside the window the largest, of those the first.</summary>
    /// <param name="case">Input and window.</param>
    /// <returns><c>channels × out_height × out_width</c>, as row · width + column.</returns>
    public static int[,,] Argmax(PoolingCase @case)
    {
        var (input, window) = @case;
        var (height, width) = (input.GetLength(1), input.GetLength(2));
        return PoolingSamples.Fill(
            input.GetLength(0),
            CountWindows(height, window.KernelHeight, window.StrideHeight, window.PaddingHeight),
            CountWindows(width, window.KernelWidth, window.StrideWidth, window.PaddingWidth),
            (c, i, j) => Enumerable.Range(0, height * width)
                .Where(cell => Covers(window, i, j, cell / width, cell % width))
                .OrderByDescending(cell => input[c, cell / width, cell % width])
                .ThenBy(cell => cell)
                .First());
    }

    /// <summary>The value of each window's maximum.</summary>
    /// <param name="case">Input and window.</param>
    /// <returns><c>channels × out_height × out_width</c>.</returns>
    public static double[,,] Output(PoolingCase @case)
    {
        var argmax = Argmax(@case);
        var width = @case.Input.GetLength(2);
        return PoolingSamples.Fill(
            argmax.GetLength(0),
            argmax.GetLength(1),
            argmax.GetLength(2),
            (c, i, j) => @case.Input[c, argmax[c, i, j] / width, argmax[c, i, j] % width]);
    }

    /// <summary>The gradient gathered instead of scattered: each cell sums over all windows that have their maximum there.</summary>
    /// <param name="case">Input and window.</param>
    /// <param name="upstream"><c>channels × out_height × out_width</c>.</param>
    /// <returns><c>channels × height × width</c>.</returns>
    public static double[,,] Gradient(PoolingCase @case, double[,,] upstream)
    {
        var argmax = Argmax(@case);
        var width = @case.Input.GetLength(2);
        var outputs = Enumerable.Range(0, argmax.GetLength(1))
            .SelectMany(i => Enumerable.Range(0, argmax.GetLength(2)), (i, j) => (I: i, J: j))
            .ToList();
        return PoolingSamples.Fill(
            @case.Input.GetLength(0),
            @case.Input.GetLength(1),
            width,
            (c, r, w) => outputs.Where(o => argmax[c, o.I, o.J] == (r * width) + w).Sum(o => upstream[c, o.I, o.J]));
    }

    /// <summary>Whether a window covers a cell of the input.</summary>
    /// <param name="window">The window.</param>
    /// <param name="i">The output's row.</param>
    /// <param name="j">The output's column.</param>
    /// <param name="row">The cell's row in the input.</param>
    /// <param name="column">The cell's column in the input.</param>
    /// <returns>Whether the cell lies in window <c>i, j</c>.</returns>
    public static bool Covers(PoolingWindow window, int i, int j, int row, int column)
    {
        var down = row + window.PaddingHeight - (i * window.StrideHeight);
        var across = column + window.PaddingWidth - (j * window.StrideWidth);
        return down >= 0 && down < window.KernelHeight && across >= 0 && across < window.KernelWidth;
    }
}
