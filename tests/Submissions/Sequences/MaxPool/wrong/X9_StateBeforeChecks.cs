// mistake: X9 the layer remembers the window before it has checked it
// fails: Backward_follows_the_latest_forward_that_did_not_throw
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private double[,,]? _input;
    private PoolingWindow? _window;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        if (length <= 0) throw new ArgumentException("length must be at least 1", nameof(length));
        if (kernel <= 0) throw new ArgumentException("kernel must be at least 1", nameof(kernel));
        if (stride <= 0) throw new ArgumentException("stride must be at least 1", nameof(stride));
        if (padding < 0) throw new ArgumentException("padding must be at least 0", nameof(padding));
        if (2L * padding > kernel) throw new ArgumentException("padding must be at most half the kernel", nameof(padding));
        var (quotient, _) = Math.DivRem(length - (kernel - 2 * padding), stride);
        if (length < kernel - 2 * padding) throw new ArgumentException("kernel must fit the padded input", nameof(kernel));
        return quotient + 1;
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        _window = window;
        if (input.Length == 0) throw new ArgumentException("every axis needs a cell", nameof(input));
        var (height, width) = OutputShape(input, window);
        var output = new double[input.GetLength(0), height, width];
        var argmax = new int[input.GetLength(0), height, width];
        foreach (var (c, i, j, row, column) in Maxima(input, window, height, width))
        {
            output[c, i, j] = input[c, row, column];
            argmax[c, i, j] = checked(row * input.GetLength(2) + column);
        }

        _input = (double[,,])input.Clone();
        return new MaxPoolResult(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        if (upstream is null) throw new ArgumentNullException(nameof(upstream));
        if (_input is not { } input || _window is not { } window) throw new InvalidOperationException("nothing was pooled");
        var (height, width) = OutputShape(input, window);
        if (upstream.GetLength(0) != input.GetLength(0) || upstream.GetLength(1) != height || upstream.GetLength(2) != width)
        {
            throw new ArgumentException("must look like the output", nameof(upstream));
        }

        var gradient = new double[input.GetLength(0), input.GetLength(1), input.GetLength(2)];
        foreach (var (c, i, j, row, column) in Maxima(input, window, height, width))
        {
            gradient[c, row, column] += upstream[c, i, j];
        }

        return gradient;
    }

    private static (int Height, int Width) OutputShape(double[,,] input, PoolingWindow window)
    {
        try
        {
            return (OutputSize(input.GetLength(1), window.KernelHeight, window.StrideHeight, window.PaddingHeight),
                OutputSize(input.GetLength(2), window.KernelWidth, window.StrideWidth, window.PaddingWidth));
        }
        catch (ArgumentException wrong)
        {
            throw new ArgumentException(wrong.Message, nameof(window), wrong);
        }
    }

    private static IEnumerable<(int C, int I, int J, int Row, int Column)> Maxima(double[,,] input, PoolingWindow window, int height, int width)
    {
        for (var c = 0; c < input.GetLength(0); c++)
        {
            for (var i = 0; i < height; i++)
            {
                for (var j = 0; j < width; j++)
                {
                    (int Row, int Column)? best = null;
                    foreach (var (row, column) in Cells(input, window, i, j))
                    {
                        var value = input[c, row, column];
                        if (best is null || value > input[c, best.Value.Row, best.Value.Column])
                        {
                            best = (row, column);
                        }

                        if (double.IsNaN(value))
                        {
                            best = (row, column);
                            break;
                        }
                    }

                    yield return (c, i, j, best!.Value.Row, best.Value.Column);
                }
            }
        }
    }

    private static IEnumerable<(int Row, int Column)> Cells(double[,,] input, PoolingWindow window, int i, int j)
    {
        var top = i * window.StrideHeight - window.PaddingHeight;
        var left = j * window.StrideWidth - window.PaddingWidth;
        for (var row = top; row < top + window.KernelHeight; row++)
        {
            for (var column = left; column < left + window.KernelWidth; column++)
            {
                if (row >= 0 && column >= 0 && row < input.GetLength(1) && column < input.GetLength(2))
                {
                    yield return (row, column);
                }
            }
        }
    }
}
