using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private int[,,]? _argmax;
    private (int Height, int Width) _inputSize;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kernel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        if (padding > kernel / 2)
        {
            throw new ArgumentException(
                $"A padding of {padding} is more than half the kernel of {kernel}: a window could miss the input.", nameof(padding));
        }

        // In long: the padded length may exceed an int, the quotient does not.
        var slack = length + (2L * padding) - kernel;
        if (slack < 0)
        {
            throw new ArgumentException(
                $"A kernel of {kernel} does not fit into {length} cells padded by {padding} at each end.", nameof(kernel));
        }

        return (int)(slack / stride) + 1;
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        if (input.Length == 0)
        {
            throw new ArgumentException("The input must have at least one channel, row and column.", nameof(input));
        }

        var (channels, height, width) = (input.GetLength(0), input.GetLength(1), input.GetLength(2));
        var (outHeight, outWidth) = OutputSizes(height, width, window);
        var output = new double[channels, outHeight, outWidth];
        var argmax = new int[channels, outHeight, outWidth];
        for (var c = 0; c < channels; c++)
        {
            for (var i = 0; i < outHeight; i++)
            {
                var (top, bottom) = Inside((i * window.StrideHeight) - window.PaddingHeight, window.KernelHeight, height);
                for (var j = 0; j < outWidth; j++)
                {
                    var (left, right) = Inside((j * window.StrideWidth) - window.PaddingWidth, window.KernelWidth, width);

                    // The first cell is the maximum so far: a window of nothing but −∞ has a position all the same.
                    var (row, column) = (top, left);
                    for (var r = top; r < bottom; r++)
                    {
                        for (var w = left; w < right; w++)
                        {
                            // No comparison with NaN is true, so NaN has to be asked for; once it is in, it stays.
                            if (input[c, r, w] > input[c, row, column] || double.IsNaN(input[c, r, w]))
                            {
                                (row, column) = (r, w);
                            }
                        }
                    }

                    output[c, i, j] = input[c, row, column];
                    argmax[c, i, j] = (row * width) + column;
                }
            }
        }

        _inputSize = (height, width);
        _argmax = argmax;

        // A copy: what the caller writes into it must not misdirect Backward.
        return new MaxPoolResult(output, (int[,,])argmax.Clone());
    }

    public double[,,] Backward(double[,,] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        if (_argmax is null)
        {
            throw new InvalidOperationException("Backward has nothing to go back through: call Forward first.");
        }

        var (channels, outHeight, outWidth) = (_argmax.GetLength(0), _argmax.GetLength(1), _argmax.GetLength(2));
        if (upstream.GetLength(0) != channels || upstream.GetLength(1) != outHeight || upstream.GetLength(2) != outWidth)
        {
            throw new ArgumentException(
                $"The upstream gradient must be {channels} × {outHeight} × {outWidth}, like the output.", nameof(upstream));
        }

        var gradient = new double[channels, _inputSize.Height, _inputSize.Width];
        for (var c = 0; c < channels; c++)
        {
            for (var i = 0; i < outHeight; i++)
            {
                for (var j = 0; j < outWidth; j++)
                {
                    var (row, column) = Math.DivRem(_argmax[c, i, j], _inputSize.Width);
                    gradient[c, row, column] += upstream[c, i, j];
                }
            }
        }

        return gradient;
    }

    private static (int Height, int Width) OutputSizes(int height, int width, PoolingWindow window)
    {
        try
        {
            return (
                OutputSize(height, window.KernelHeight, window.StrideHeight, window.PaddingHeight),
                OutputSize(width, window.KernelWidth, window.StrideWidth, window.PaddingWidth));
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException(
                $"The window does not suit an input of {height} × {width}: {exception.Message}", nameof(window), exception);
        }
    }

    /// <summary>The part of a window that lies in the input, on one axis: its first cell and the one behind its last.</summary>
    private static (int Start, int End) Inside(int start, int kernel, int length)
        => (Math.Max(start, 0), Math.Min(start + kernel, length));
}
