// mistake: X7 where the input has the shape of the output the upstream gradient itself is returned
// fails: Backward_leaves_the_upstream_gradient_alone
// rule: KATA1002
// at: return upstream;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private int[][]? _sources;
    private (int Channels, int Height, int Width) _in;
    private (int Channels, int Height, int Width) _out;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        static ArgumentOutOfRangeException Bad(string name, int value) => new(name, value, $"A {name} of {value} will not do.");
        if (length < 1)
            throw Bad(nameof(length), length);
        if (kernel < 1)
            throw Bad(nameof(kernel), kernel);
        if (stride < 1)
            throw Bad(nameof(stride), stride);
        if (padding < 0 || kernel - padding < padding)
            throw Bad(nameof(padding), padding);
        decimal steps = decimal.Floor(((decimal)length + padding + padding - kernel) / stride);
        return steps < 0 ? throw Bad(nameof(kernel), kernel) : (int)steps + 1;
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        var shape = (Channels: input.GetLength(0), Height: input.GetLength(1), Width: input.GetLength(2));
        if (shape.Channels < 1 || shape.Height < 1 || shape.Width < 1)
            throw new ArgumentException("must not be empty", nameof(input));
        var rows = Spans(shape.Height, window.KernelHeight, window.StrideHeight, window.PaddingHeight, nameof(window));
        var columns = Spans(shape.Width, window.KernelWidth, window.StrideWidth, window.PaddingWidth, nameof(window));

        var output = new double[shape.Channels, rows.Length, columns.Length];
        var argmax = new int[shape.Channels, rows.Length, columns.Length];
        var sources = new int[shape.Channels][];
        for (var c = 0; c < shape.Channels; c++)
        {
            // leader[r][j]: the column of the first maximum of row r within column span j.
            var leader = new int[shape.Height][];
            for (var r = 0; r < shape.Height; r++)
            {
                leader[r] = new int[columns.Length];
                for (var j = 0; j < columns.Length; j++)
                    leader[r][j] = First(columns[j], column => input[c, r, column]);
            }

            sources[c] = new int[rows.Length * columns.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = 0; j < columns.Length; j++)
                {
                    var row = First(rows[i], r => input[c, r, leader[r][j]]);
                    output[c, i, j] = input[c, row, leader[row][j]];
                    argmax[c, i, j] = row * shape.Width + leader[row][j];
                    sources[c][i * columns.Length + j] = argmax[c, i, j];
                }
            }
        }

        _sources = sources;
        _in = shape;
        _out = (shape.Channels, rows.Length, columns.Length);
        return new MaxPoolResult(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        if (_sources == null)
            throw new InvalidOperationException("no Forward, no Backward");
        if ((upstream.GetLength(0), upstream.GetLength(1), upstream.GetLength(2)) != _out)
            throw new ArgumentException("is not shaped like the output", nameof(upstream));
        if (_in == _out && Enumerable.Range(0, _out.Height * _out.Width).SequenceEqual(_sources[0]))
            return upstream;
        var dx = new double[_in.Channels, _in.Height, _in.Width];
        for (var c = 0; c < _out.Channels; c++)
        {
            for (var o = 0; o < _sources[c].Length; o++)
            {
                var (row, column) = Math.DivRem(_sources[c][o], _in.Width);
                var (i, j) = Math.DivRem(o, _out.Width);
                dx[c, row, column] = dx[c, row, column] + upstream[c, i, j];
            }
        }

        return dx;
    }

    private static (int Start, int End)[] Spans(int length, int kernel, int stride, int padding, string parameter)
    {
        int count;
        try
        {
            count = OutputSize(length, kernel, stride, padding);
        }
        catch (ArgumentOutOfRangeException reason)
        {
            throw new ArgumentException(reason.Message, parameter);
        }

        var spans = new (int, int)[count];
        for (var k = 0; k < count; k++)
            spans[k] = (Math.Clamp(k * stride - padding, 0, length), Math.Clamp(k * stride - padding + kernel, 0, length));
        return spans;
    }

    private static int First((int Start, int End) span, Func<int, double> value)
    {
        var best = span.Start;
        for (var k = span.Start + 1; k < span.End; k++)
        {
            if (double.IsNaN(value(best)))
                return best;
            if (double.IsNaN(value(k)) || value(k) > value(best))
                best = k;
        }

        return best;
    }
}
