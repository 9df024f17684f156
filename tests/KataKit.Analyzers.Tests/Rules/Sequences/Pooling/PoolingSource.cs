using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

/// <summary>The solution of the max-pooling kata with another piece of a pass.</summary>
internal static class PoolingSource
{
    /// <summary>A backward pass: <c>at</c> holds the saved positions, <c>dx</c> the gradient, <c>width</c> the width of the input.</summary>
    public static string Backward(string loops, string members = "")
        => KataSource.WithBody(
            "MaxPool",
            "Backward",
            $$"""
            var at = _argmax ?? throw new InvalidOperationException("Forward comes first.");
            var (channels, oh, ow) = (at.GetLength(0), at.GetLength(1), at.GetLength(2));
            var (height, width) = _inputSize;
            var dx = new double[channels, height, width];
            {{loops}}
            return dx;
            """,
            members);

    /// <summary>The same, with a statement for each window: channel <c>c</c>, row <c>i</c> and column <c>j</c> of the output.</summary>
    public static string EachWindow(string statement, string members = "")
        => Backward(
            $$"""
            for (var c = 0; c < channels; c++)
                for (var i = 0; i < oh; i++)
                    for (var j = 0; j < ow; j++)
                    {
                        {{statement}}
                    }
            """,
            members);

    /// <summary>A forward pass that searches each window; what is stored as the position is given.</summary>
    public static string Position(string position, string search = "row = r; column = w;")
        => KataSource.WithBody(
            "MaxPool",
            "Forward",
            $$"""
            var (channels, height, width) = (input.GetLength(0), input.GetLength(1), input.GetLength(2));
            var (oh, ow) = OutputSizes(height, width, window);
            var output = new double[channels, oh, ow];
            var argmax = new int[channels, oh, ow];
            for (var c = 0; c < channels; c++)
                for (var i = 0; i < oh; i++)
                    for (var j = 0; j < ow; j++)
                    {
                        var (row, column, best, local) = (-1, -1, double.NegativeInfinity, 0);
                        for (var u = 0; u < window.KernelHeight; u++)
                        {
                            var r = i * window.StrideHeight - window.PaddingHeight + u;
                            if (r < 0 || r >= height) continue;
                            for (var v = 0; v < window.KernelWidth; v++)
                            {
                                var w = j * window.StrideWidth - window.PaddingWidth + v;
                                if (w < 0 || w >= width) continue;
                                if (row < 0 || input[c, r, w] > best || double.IsNaN(input[c, r, w]))
                                {
                                    best = input[c, r, w];
                                    {{search}}
                                }
                            }
                        }

                        output[c, i, j] = best;
                        {{position}}
                    }

            _inputSize = (height, width);
            _argmax = (int[,,])argmax.Clone();
            return new MaxPoolResult(output, argmax);
            """);
}
