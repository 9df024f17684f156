// mistake: POOL3 of the windows that share a maximum one is taken, not the sum
// fails: Backward_adds_where_windows_share_their_maximum
// rule: KATA0009
// at: gradient[cell.Key.Channel, cell.Key.Row, cell.Key.Column] = cell.Select(route => upstream[route.Channel, route.I, route.J]).First();
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class MaxPool : IMaxPool
{
    private sealed record Route(int Channel, int I, int J, int Row, int Column);

    private List<Route>? _routes;
    private (int, int, int) _inputShape, _outputShape;

    public static int OutputSize(int length, int kernel, int stride, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(padding, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padding, kernel / 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)kernel, length + 2L * padding, nameof(kernel));
        return (int)Math.Floor((length + 2.0 * padding - kernel) / stride) + 1;
    }

    public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(window);
        var (channels, height, width) = Shape(input);
        if (input.Length == 0) throw new ArgumentException("no cells", nameof(input));

        int Fits(int length, int kernel, int stride, int padding)
        {
            var fits = kernel >= 1 && stride >= 1 && padding >= 0 && padding <= kernel / 2 && length + 2L * padding >= kernel;
            return fits ? OutputSize(length, kernel, stride, padding) : throw new ArgumentException("does not fit", nameof(window));
        }

        var outHeight = Fits(height, window.KernelHeight, window.StrideHeight, window.PaddingHeight);
        var outWidth = Fits(width, window.KernelWidth, window.StrideWidth, window.PaddingWidth);
        var routes =
            (from c in Enumerable.Range(0, channels)
             from i in Enumerable.Range(0, outHeight)
             from j in Enumerable.Range(0, outWidth)
             let cells =
                 from row in Enumerable.Range(i * window.StrideHeight - window.PaddingHeight, window.KernelHeight)
                 where row >= 0 && row < height
                 from column in Enumerable.Range(j * window.StrideWidth - window.PaddingWidth, window.KernelWidth)
                 where column >= 0 && column < width
                 select (row, column)
             let best = cells.MaxBy(cell => (double.IsNaN(input[c, cell.row, cell.column]), input[c, cell.row, cell.column]))
             select new Route(c, i, j, best.row, best.column)).ToList();

        var output = new double[channels, outHeight, outWidth];
        var argmax = new int[channels, outHeight, outWidth];
        routes.ForEach(route => output[route.Channel, route.I, route.J] = input[route.Channel, route.Row, route.Column]);
        routes.ForEach(route => argmax[route.Channel, route.I, route.J] = route.Row * width + route.Column);
        _routes = routes;
        _inputShape = Shape(input);
        _outputShape = Shape(output);
        return new MaxPoolResult(output, argmax);
    }

    public double[,,] Backward(double[,,] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        var routes = _routes ?? throw new InvalidOperationException("Forward comes first.");
        if (Shape(upstream) != _outputShape) throw new ArgumentException($"must have the shape {_outputShape}", nameof(upstream));
        var gradient = new double[_inputShape.Item1, _inputShape.Item2, _inputShape.Item3];
        foreach (var cell in routes.GroupBy(route => (route.Channel, route.Row, route.Column)))
        {
            gradient[cell.Key.Channel, cell.Key.Row, cell.Key.Column] = cell.Select(route => upstream[route.Channel, route.I, route.J]).First();
        }

        return gradient;
    }

    private static (int, int, int) Shape(double[,,] a) => (a.GetLength(0), a.GetLength(1), a.GetLength(2));
}
