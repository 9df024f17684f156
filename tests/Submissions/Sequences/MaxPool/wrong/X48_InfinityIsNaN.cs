// mistake: X48 values that are not finite are skipped
// fails: Forward_infinities_are_ordinary_values
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private MaxPoolResult? _last;
    private int _height;
    private int _width;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        Positive(length, nameof(length));
        Positive(kernel, nameof(kernel));
        Positive(stride, nameof(stride));
        if (padding < 0 || padding > kernel / 2)
            throw new ArgumentException($"padding must be 0 to {kernel / 2}, is {padding}", nameof(padding));
        long room = (long)length + padding + padding - kernel;
        if (room < 0)
            throw new ArgumentException($"kernel {kernel} does not fit", nameof(kernel));
        return 1 + (int)(room / stride);
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        var (channels, height, width) = (input.GetLength(0), input.GetLength(1), input.GetLength(2));
        if (channels * height * width == 0)
            throw new ArgumentException("nothing to pool", nameof(input));
        var (kh, kw, sh, sw, ph, pw) = window;
        int oh, ow;
        try
        {
            oh = OutputSize(height, kh, sh, ph);
            ow = OutputSize(width, kw, sw, pw);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(e.Message, nameof(window));
        }

        var output = new double[channels, oh, ow];
        var argmax = new int[channels, oh, ow];
        for (var c = 0; c < channels; c++)
        {
            var padded = Pad(input, c, ph, pw, double.NegativeInfinity);
            for (var i = 0; i < oh; i++)
            {
                for (var j = 0; j < ow; j++)
                {
                    // The first cell that is not padding, so that a window of minus infinity does not point at padding.
                    var row = Math.Max(i * sh, ph);
                    var column = Math.Max(j * sw, pw);
                    for (var y = i * sh; y < i * sh + kh; y++)
                    {
                        for (var x = j * sw; x < j * sw + kw; x++)
                        {
                            if (Beats(padded[y, x], padded[row, column]))
                                (row, column) = (y, x);
                        }
                    }

                    output[c, i, j] = padded[row, column];
                    argmax[c, i, j] = (row - ph) * width + (column - pw);
                }
            }
        }

        (_height, _width) = (height, width);
        _last = new MaxPoolResult((double[,,])output.Clone(), (int[,,])argmax.Clone());
        return new MaxPoolResult(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        if (_last is null)
            throw new InvalidOperationException("call Forward first");
        var argmax = _last.Argmax;
        var (channels, oh, ow) = (argmax.GetLength(0), argmax.GetLength(1), argmax.GetLength(2));
        if ((upstream.GetLength(0), upstream.GetLength(1), upstream.GetLength(2)) != (channels, oh, ow))
            throw new ArgumentException($"expected {channels} x {oh} x {ow}", nameof(upstream));
        var dx = new double[channels, _height, _width];
        for (var c = 0; c < channels; c++)
            for (var i = 0; i < oh; i++)
                for (var j = 0; j < ow; j++)
                    dx[c, argmax[c, i, j] / _width, argmax[c, i, j] % _width] += upstream[c, i, j];
        return dx;
    }

    private static double[,] Pad(double[,,] input, int channel, int ph, int pw, double fill)
    {
        var padded = new double[input.GetLength(1) + 2 * ph, input.GetLength(2) + 2 * pw];
        for (var y = 0; y < padded.GetLength(0); y++)
        {
            for (var x = 0; x < padded.GetLength(1); x++)
            {
                var inside = y >= ph && y < ph + input.GetLength(1) && x >= pw && x < pw + input.GetLength(2);
                padded[y, x] = inside ? input[channel, y - ph, x - pw] : fill;
            }
        }

        return padded;
    }

    private static bool Beats(double challenger, double champion)
        => (challenger > champion && double.IsFinite(challenger)) || (double.IsNaN(challenger) && !double.IsNaN(champion));

    private static void Positive(int value, string name)
    {
        if (value <= 0)
            throw new ArgumentException($"{name} must be positive, is {value}", name);
    }
}
