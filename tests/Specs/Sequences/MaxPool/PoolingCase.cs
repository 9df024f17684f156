using FsCheck;
using FsCheck.Fluent;
using KataKit.Contracts;

namespace KataKit.Specs;

/// <summary>One call of <see cref="IMaxPool.Forward"/>, generated: kernel, stride, padding and length differ from axis to axis.</summary>
/// <param name="Input"><c>channels × height × width</c>.</param>
/// <param name="Window">A window that fits the input.</param>
internal sealed record PoolingCase(double[,,] Input, PoolingWindow Window)
{
    private const int LongestAxis = 7;

    private static readonly Gen<(int Length, int Kernel, int Stride, int Padding)> Axes =
        from kernel in Gen.Choose(1, 4)
        from stride in Gen.Choose(1, 4)
        from padding in Gen.Choose(0, kernel / 2)
        from length in Gen.Choose(Math.Max(1, kernel - (2 * padding)), LongestAxis)
        select (length, kernel, stride, padding);

    /// <summary>1 to 3 channels of up to 7 × 7 cells that hold −3 … 3: most windows hold their maximum more than once.</summary>
    public static readonly Gen<PoolingCase> WithTies = Of(cells => Gen.Choose(-3, 3).ArrayOf(cells));

    /// <summary>The same sizes with whole numbers that all differ, nearly all negative: around such an input the layer is linear.</summary>
    public static readonly Gen<PoolingCase> Distinct = Of(cells => Gen.Shuffle(Enumerable.Range(-cells + 2, cells)));

    /// <summary>The layer's output shape, filled with small whole numbers.</summary>
    /// <returns>The generator.</returns>
    public Gen<double[,,]> Upstreams()
        => PoolingSamples.Images(
            Input.GetLength(0),
            PoolingOracle.CountWindows(Input.GetLength(1), Window.KernelHeight, Window.StrideHeight, Window.PaddingHeight),
            PoolingOracle.CountWindows(Input.GetLength(2), Window.KernelWidth, Window.StrideWidth, Window.PaddingWidth));

    /// <summary>The same call with the last channel, row or column left out where the window still fits.</summary>
    /// <returns>The smaller calls.</returns>
    public IEnumerable<PoolingCase> Smaller()
    {
        var (channels, height, width) = (Input.GetLength(0), Input.GetLength(1), Input.GetLength(2));
        if (channels > 1)
        {
            yield return Corner(channels - 1, height, width);
        }

        if (height > Math.Max(1, Window.KernelHeight - (2 * Window.PaddingHeight)))
        {
            yield return Corner(channels, height - 1, width);
        }

        if (width > Math.Max(1, Window.KernelWidth - (2 * Window.PaddingWidth)))
        {
            yield return Corner(channels, height, width - 1);
        }
    }

    /// <summary>The call with heights and widths exchanged.</summary>
    /// <returns>A new call.</returns>
    public PoolingCase Transposed()
        => new(
            PoolingSamples.Transpose(Input),
            new PoolingWindow(
                Window.KernelWidth,
                Window.KernelHeight,
                Window.StrideWidth,
                Window.StrideHeight,
                Window.PaddingWidth,
                Window.PaddingHeight));

    /// <inheritdoc/>
    public override string ToString() => $"{PoolingSamples.Show(Window)}, input {PoolingSamples.Show(Input)}";

    private static Gen<PoolingCase> Of(Func<int, Gen<int[]>> values)
        => from channels in Gen.Choose(1, 3)
           from rows in Axes
           from columns in Axes
           from cells in values(channels * rows.Length * columns.Length)
           select new PoolingCase(
               PoolingSamples.Reshape(cells, channels, rows.Length, columns.Length),
               new PoolingWindow(rows.Kernel, columns.Kernel, rows.Stride, columns.Stride, rows.Padding, columns.Padding));

    private PoolingCase Corner(int channels, int height, int width)
        => this with { Input = PoolingSamples.Fill(channels, height, width, (c, r, w) => Input[c, r, w]) };
}
