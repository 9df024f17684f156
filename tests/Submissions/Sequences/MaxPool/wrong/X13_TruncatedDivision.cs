// mistake: X13 the kernel is checked after the division, which rounds -1 / 2 to 0
// fails: OutputSize_rejects_a_kernel_longer_than_the_padded_input
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private int[,,]? argmax;
    private PoolingWindow? window;
    private int height;
    private int width;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        if (length <= 0) throw new ArgumentOutOfRangeException("length");
        if (kernel <= 0) throw new ArgumentOutOfRangeException("kernel");
        if (stride <= 0) throw new ArgumentOutOfRangeException("stride");
        if (padding < 0 || padding > kernel / 2) throw new ArgumentOutOfRangeException("padding");
        checked
        {
            long last = (long)length + padding - kernel;
            long size = (last + padding) / stride + 1;
            return size >= 1 ? (int)size : throw new ArgumentOutOfRangeException("kernel");
        }
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        if (input is null) throw new ArgumentNullException("input");
        if (window is null) throw new ArgumentNullException("window");
        int channels = input.GetLength(0), h = input.GetLength(1), w = input.GetLength(2);
        if (channels == 0 || h == 0 || w == 0) throw new ArgumentException("The input is empty.", "input");
        int outHeight, outWidth;
        try
        {
            outHeight = OutputSize(h, window.KernelHeight, window.StrideHeight, window.PaddingHeight);
            outWidth = OutputSize(w, window.KernelWidth, window.StrideWidth, window.PaddingWidth);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException("The window has a bad " + e.ParamName + ".", "window");
        }

        var output = new double[channels, outHeight, outWidth];
        var positions = new int[channels, outHeight, outWidth];
        var touched = new bool[channels, outHeight, outWidth];
        for (int c = 0; c < channels; c++)
        {
            for (int row = 0; row < h; row++)
            {
                for (int column = 0; column < w; column++)
                {
                    double value = input[c, row, column];
                    var (iFrom, iTo) = Covering(row, window.KernelHeight, window.StrideHeight, window.PaddingHeight, outHeight);
                    var (jFrom, jTo) = Covering(column, window.KernelWidth, window.StrideWidth, window.PaddingWidth, outWidth);
                    for (int i = iFrom; i <= iTo; i++)
                    {
                        for (int j = jFrom; j <= jTo; j++)
                        {
                            if (touched[c, i, j] && !(value > output[c, i, j]) && !double.IsNaN(value)) continue;
                            touched[c, i, j] = true;
                            output[c, i, j] = value;
                            positions[c, i, j] = row * w + column;
                        }
                    }
                }
            }
        }

        argmax = positions;
        this.window = window;
        height = h;
        width = w;
        return new MaxPoolResult(output, (int[,,])positions.Clone());
    }

    public double[,,] Backward(double[,,] upstream)
    {
        if (upstream is null) throw new ArgumentNullException("upstream");
        if (argmax is null || window is null) throw new InvalidOperationException("Forward has not run.");
        int channels = argmax.GetLength(0), outHeight = argmax.GetLength(1), outWidth = argmax.GetLength(2);
        if (upstream.GetLength(0) != channels || upstream.GetLength(1) != outHeight || upstream.GetLength(2) != outWidth)
            throw new ArgumentException("The gradient has another shape than the output.", "upstream");

        var dx = new double[channels, height, width];
        for (int c = 0; c < channels; c++)
        {
            for (int row = 0; row < height; row++)
            {
                for (int column = 0; column < width; column++)
                {
                    var (iFrom, iTo) = Covering(row, window.KernelHeight, window.StrideHeight, window.PaddingHeight, outHeight);
                    var (jFrom, jTo) = Covering(column, window.KernelWidth, window.StrideWidth, window.PaddingWidth, outWidth);
                    double sum = 0;
                    for (int i = iFrom; i <= iTo; i++)
                    {
                        for (int j = jFrom; j <= jTo; j++)
                        {
                            if (argmax[c, i, j] == row * width + column) sum += upstream[c, i, j];
                        }
                    }

                    dx[c, row, column] = sum;
                }
            }
        }

        return dx;
    }

    // Window i covers the cells from i * stride - padding, kernel of them.
    private static (int From, int To) Covering(int cell, int kernel, int stride, int padding, int count)
    {
        int past = cell + padding - kernel;
        int from = past < 0 ? 0 : past / stride + 1;
        int to = Math.Min((cell + padding) / stride, count - 1);
        return (from, to);
    }
}
