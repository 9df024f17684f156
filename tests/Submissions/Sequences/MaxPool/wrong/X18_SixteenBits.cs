// mistake: X18 positions are kept in 16 bits
// fails: Forward_positions_grow_beyond_16_bits
// rule: none
using System.Runtime.InteropServices;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private int[] _positions = [];
    private int _channels, _height, _width, _outHeight, _outWidth;

    public static int OutputSize(int length, int kernel, int stride, int padding)
        => Windows(length, kernel, stride, padding) switch
        {
            (_, { } blamed) => throw new ArgumentException($"{blamed} is out of range", blamed),
            (var count, _) => count,
        };

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        if (input.Length == 0)
            throw new ArgumentException("empty", nameof(input));
        int height = input.GetLength(1), width = input.GetLength(2), channels = input.GetLength(0);
        var (outHeight, wrongRows) = Windows(height, window.KernelHeight, window.StrideHeight, window.PaddingHeight);
        var (outWidth, wrongColumns) = Windows(width, window.KernelWidth, window.StrideWidth, window.PaddingWidth);
        if ((wrongRows ?? wrongColumns) is { } wrong)
            throw new ArgumentException($"the window's {wrong} is out of range", nameof(window));

        var output = new double[channels, outHeight, outWidth];
        var argmax = new int[channels, outHeight, outWidth];
        ReadOnlySpan<double> source = MemoryMarshal.CreateReadOnlySpan(ref input[0, 0, 0], input.Length);
        Span<double> values = MemoryMarshal.CreateSpan(ref output[0, 0, 0], output.Length);
        Span<int> positions = MemoryMarshal.CreateSpan(ref argmax[0, 0, 0], argmax.Length);
        var o = 0;
        for (var c = 0; c < channels; c++)
        {
            var plane = source.Slice(c * height * width, height * width);
            for (var i = 0; i < outHeight; i++)
            {
                var top = i * window.StrideHeight - window.PaddingHeight;
                var bottom = Math.Min(top + window.KernelHeight, height);
                top = Math.Max(top, 0);
                for (var j = 0; j < outWidth; j++, o++)
                {
                    var left = j * window.StrideWidth - window.PaddingWidth;
                    var right = Math.Min(left + window.KernelWidth, width);
                    left = Math.Max(left, 0);
                    var best = top * width + left;
                    for (var r = top; r < bottom && !double.IsNaN(plane[best]); r++)
                    {
                        for (var at = r * width + left; at < r * width + right; at++)
                        {
                            if (plane[at] <= plane[best])
                                continue;
                            best = at;
                            if (double.IsNaN(plane[at]))
                                break;
                        }
                    }

                    values[o] = plane[best];
                    positions[o] = (ushort)best;
                }
            }
        }

        _positions = positions.ToArray();
        (_channels, _height, _width, _outHeight, _outWidth) = (channels, height, width, outHeight, outWidth);
        return new(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        if (_positions.Length == 0)
            throw new InvalidOperationException("Backward needs a Forward before it.");
        if (upstream.GetLength(0) != _channels || upstream.GetLength(1) != _outHeight || upstream.GetLength(2) != _outWidth)
            throw new ArgumentException($"Expected {_channels} x {_outHeight} x {_outWidth}.", nameof(upstream));

        var gradient = new double[_channels, _height, _width];
        var target = MemoryMarshal.CreateSpan(ref gradient[0, 0, 0], gradient.Length);
        ReadOnlySpan<double> incoming = MemoryMarshal.CreateReadOnlySpan(ref upstream[0, 0, 0], upstream.Length);
        var perChannel = _outHeight * _outWidth;
        for (var o = 0; o < incoming.Length; o++)
            target[o / perChannel * _height * _width + _positions[o]] += incoming[o];
        return gradient;
    }

    private static (int Count, string? Blamed) Windows(int length, int kernel, int stride, int padding)
    {
        if (length < 1)
            return (0, nameof(length));
        if (kernel < 1)
            return (0, nameof(kernel));
        if (stride < 1)
            return (0, nameof(stride));
        if (padding < 0 || padding > kernel / 2)
            return (0, nameof(padding));
        var rest = (long)length - kernel + padding + padding;
        return rest < 0 ? (0, nameof(kernel)) : ((int)(rest / stride) + 1, null);
    }
}
