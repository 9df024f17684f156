// mistake: X34 an input without channels is accepted
// fails: Forward_rejects_an_empty_input
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private int[,,]? _argmax;
    private int _rows;
    private int _columns;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        if (Violation(length, kernel, stride, padding) is { } parameter)
        {
            throw new ArgumentOutOfRangeException(parameter);
        }

        var span = (ulong)length + (2 * (ulong)padding) - (ulong)kernel;
        return (int)(span / (ulong)stride) + 1;
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        int channels = input.GetLength(0), rows = input.GetLength(1), columns = input.GetLength(2);
        if (Math.Min(rows, columns) == 0)
        {
            throw new ArgumentException("An axis of the input is empty.", nameof(input));
        }

        if (Violation(rows, window.KernelHeight, window.StrideHeight, window.PaddingHeight) is { } high)
        {
            throw new ArgumentException($"Along the height the {high} is out of range.", nameof(window));
        }

        if (Violation(columns, window.KernelWidth, window.StrideWidth, window.PaddingWidth) is { } wide)
        {
            throw new ArgumentException($"Along the width the {wide} is out of range.", nameof(window));
        }

        var outRows = OutputSize(rows, window.KernelHeight, window.StrideHeight, window.PaddingHeight);
        var outColumns = OutputSize(columns, window.KernelWidth, window.StrideWidth, window.PaddingWidth);
        var output = new double[channels, outRows, outColumns];
        var argmax = new int[channels, outRows, outColumns];
        for (var c = 0; c < channels; c++)
        {
            var across = new int[rows, outColumns];
            for (var r = 0; r < rows; r++)
            {
                var found = Slide(columns, window.KernelWidth, window.StrideWidth, window.PaddingWidth, outColumns, w => input[c, r, w]);
                for (var j = 0; j < outColumns; j++)
                {
                    across[r, j] = found[j];
                }
            }

            for (var j = 0; j < outColumns; j++)
            {
                var found = Slide(rows, window.KernelHeight, window.StrideHeight, window.PaddingHeight, outRows, r => input[c, r, across[r, j]]);
                for (var i = 0; i < outRows; i++)
                {
                    output[c, i, j] = input[c, found[i], across[found[i], j]];
                    argmax[c, i, j] = (found[i] * columns) + across[found[i], j];
                }
            }
        }

        (_rows, _columns) = (rows, columns);
        _argmax = new int[channels, outRows, outColumns];
        Array.Copy(argmax, _argmax, argmax.Length);
        return new MaxPoolResult(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        var argmax = _argmax ?? throw new InvalidOperationException("There was no forward pass.");
        for (var axis = 0; axis < argmax.Rank; axis++)
        {
            if (argmax.GetLength(axis) != upstream.GetLength(axis))
            {
                throw new ArgumentException($"Axis {axis} has another length than that of the output.", nameof(upstream));
            }
        }

        var gradient = new double[argmax.GetLength(0), _rows, _columns];
        var cells = _rows * _columns;
        var windows = argmax.GetLength(1) * argmax.GetLength(2);
        var sums = new double[argmax.GetLength(0) * cells];
        var n = 0;
        foreach (var position in argmax)
        {
            var (i, j) = Math.DivRem(n % windows, argmax.GetLength(2));
            sums[(n / windows * cells) + position] += upstream[n / windows, i, j];
            n++;
        }

        Buffer.BlockCopy(sums, 0, gradient, 0, sums.Length * sizeof(double));
        return gradient;
    }

    /// <summary>For each window along one line, where the first of the largest values stands.</summary>
    private static int[] Slide(int length, int kernel, int stride, int padding, int count, Func<int, double> value)
    {
        var found = new int[count];
        var queue = new LinkedList<int>();
        var next = 0;
        for (var o = 0; o < count; o++)
        {
            var start = (o * stride) - padding;
            for (; next < Math.Min(start + kernel, length); next++)
            {
                while (queue.Last is { } last && Larger(value(next), value(last.Value)))
                {
                    queue.RemoveLast();
                }

                queue.AddLast(next);
            }

            while (queue.First!.Value < start)
            {
                queue.RemoveFirst();
            }

            found[o] = queue.First.Value;
        }

        return found;
    }

    /// <summary>The order in which NaN comes last.</summary>
    private static bool Larger(double a, double b) => double.IsNaN(a) ? !double.IsNaN(b) : a > b;

    private static string? Violation(int length, int kernel, int stride, int padding)
        => length < 1 ? nameof(length)
            : kernel < 1 ? nameof(kernel)
            : stride < 1 ? nameof(stride)
            : padding < 0 || padding > kernel / 2 ? nameof(padding)
            : kernel > length + (2L * padding) ? nameof(kernel)
            : null;
}
