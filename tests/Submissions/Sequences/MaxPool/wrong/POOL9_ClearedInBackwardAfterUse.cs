// mistake: POOL9 the gradient buffer is a field, cleared before each use, and handed out: the next call clears what the caller holds
// fails: Backward_results_of_two_calls_are_apart
// rule: KATA5006
// at: return dx;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private int[,,]? rows;
    private int[,,]? columns;
    private int height, width;
    private double[,,] dx = new double[0, 0, 0];

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        if (length < 1) throw new ArgumentOutOfRangeException(nameof(length), length, "must be positive");
        if (kernel < 1) throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "must be positive");
        if (stride < 1) throw new ArgumentOutOfRangeException(nameof(stride), stride, "must be positive");
        if (padding < 0) throw new ArgumentOutOfRangeException(nameof(padding), padding, "must not be negative");
        if (padding > kernel / 2) throw new ArgumentOutOfRangeException(nameof(padding), padding, "at most half the kernel");
        long padded = length + 2L * padding;
        if (kernel > padded) throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "longer than the padded input");
        return (int)((padded - kernel) / stride + 1);
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        if (input == null) throw new ArgumentNullException(nameof(input));
        if (window == null) throw new ArgumentNullException(nameof(window));
        int channels = input.GetLength(0), h = input.GetLength(1), w = input.GetLength(2);
        if (channels == 0 || h == 0 || w == 0) throw new ArgumentException("empty axis", nameof(input));
        CheckAxis(h, window.KernelHeight, window.StrideHeight, window.PaddingHeight);
        CheckAxis(w, window.KernelWidth, window.StrideWidth, window.PaddingWidth);

        int outHeight = OutputSize(h, window.KernelHeight, window.StrideHeight, window.PaddingHeight);
        int outWidth = OutputSize(w, window.KernelWidth, window.StrideWidth, window.PaddingWidth);
        var output = new double[channels, outHeight, outWidth];
        var argmax = new int[channels, outHeight, outWidth];
        var maxRows = new int[channels, outHeight, outWidth];
        var maxColumns = new int[channels, outHeight, outWidth];
        for (int c = 0; c < channels; c++)
        {
            for (int i = 0; i < outHeight; i++)
            {
                for (int j = 0; j < outWidth; j++)
                {
                    double best = double.NegativeInfinity;
                    int bestRow = -1, bestColumn = -1;
                    for (int kr = 0; kr < window.KernelHeight; kr++)
                    {
                        int row = i * window.StrideHeight - window.PaddingHeight + kr;
                        if (row < 0 || row >= h) continue;
                        for (int kc = 0; kc < window.KernelWidth; kc++)
                        {
                            int column = j * window.StrideWidth - window.PaddingWidth + kc;
                            if (column < 0 || column >= w) continue;
                            double value = input[c, row, column];
                            if (bestRow < 0 || value > best || double.IsNaN(value))
                            {
                                best = value;
                                bestRow = row;
                                bestColumn = column;
                            }
                        }
                    }

                    output[c, i, j] = best;
                    argmax[c, i, j] = bestRow * w + bestColumn;
                    maxRows[c, i, j] = bestRow;
                    maxColumns[c, i, j] = bestColumn;
                }
            }
        }

        rows = maxRows;
        columns = maxColumns;
        height = h;
        width = w;
        return new MaxPoolResult(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        if (upstream == null) throw new ArgumentNullException(nameof(upstream));
        if (rows == null || columns == null) throw new InvalidOperationException("no forward pass yet");
        for (int axis = 0; axis < 3; axis++)
        {
            if (upstream.GetLength(axis) != rows.GetLength(axis)) throw new ArgumentException("wrong shape", nameof(upstream));
        }

        if (dx.GetLength(0) != rows.GetLength(0) || dx.GetLength(1) != height || dx.GetLength(2) != width)
        {
            dx = new double[rows.GetLength(0), height, width];
        }

        Array.Clear(dx);
        for (int c = 0; c < rows.GetLength(0); c++)
        {
            for (int i = 0; i < rows.GetLength(1); i++)
            {
                for (int j = 0; j < rows.GetLength(2); j++)
                {
                    dx[c, rows[c, i, j], columns[c, i, j]] += upstream[c, i, j];
                }
            }
        }

        return dx;
    }

    private static void CheckAxis(int length, int kernel, int stride, int padding)
    {
        if (kernel < 1 || stride < 1 || padding < 0) throw new ArgumentException("lengths must be positive", "window");
        if (padding > kernel / 2) throw new ArgumentException("padding above half the kernel", "window");
        if (kernel - 2 * padding > length) throw new ArgumentException("kernel above the padded input", "window");
    }
}
