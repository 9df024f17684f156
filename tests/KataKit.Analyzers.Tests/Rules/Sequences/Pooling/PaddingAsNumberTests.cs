using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class PaddingAsNumberTests
{
    [Theory]
    [InlineData("[|padded[y, x] = IsInside(r, w) ? input[c, r, w] : 0|];")]
    [InlineData("[|padded[y, x] = IsInside(r, w) ? input[c, r, w] : double.MinValue|];")]
    [InlineData("[|padded[y, x] = !IsInside(r, w) ? -1e9 : input[c, r, w]|];")]
    public Task Reports_a_finite_fill(string fill) => Verify.Reports("KATA5003", Padded("new double[ph, pw]", fill));

    [Fact]
    public Task Reports_it_in_a_matrix_that_is_searched_as_an_array()
        => Verify.Reports(
            "KATA5003",
            Padded("MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(ph, pw)", "[|padded[y, x] = IsInside(r, w) ? input[c, r, w] : 0|];")
                .Replace("for (var i = 0; i < oh; i++)", "var cells = padded.ToArray();\n for (var i = 0; i < oh; i++)")
                .Replace("padded[y, x] > padded[row, column]", "cells[y, x] > cells[row, column]"));

    [Fact]
    public Task Reports_the_zeros_of_a_new_array()
        => Verify.Reports("KATA5003", Padded("[|new double[height + 2 * window.PaddingHeight, width + 2 * window.PaddingWidth]|]", "if (IsInside(r, w)) padded[y, x] = input[c, r, w];"));

    [Theory]
    [InlineData("padded[y, x] = IsInside(r, w) ? input[c, r, w] : double.NegativeInfinity;")]
    [InlineData("padded[y, x] = double.NegativeInfinity; if (IsInside(r, w)) padded[y, x] = input[c, r, w];")]
    [InlineData("padded[y, x] = IsInside(r, w) ? input[c, r, w] : Lowest(input); static double Lowest(double[,,] all) => all.Cast<double>().Min();")]
    public Task Is_silent_on_fills_below_everything(string fill) => Verify.IsSilent(Padded("new double[ph, pw]", fill));

    [Fact]
    public Task Is_silent_where_the_array_is_filled_at_once()
        => Verify.IsSilent(Padded("Filled(ph, pw)", "if (IsInside(r, w)) padded[y, x] = input[c, r, w];"));

    [Fact]
    public Task Is_silent_where_the_search_steps_over_the_padding()
        => Verify.IsSilent(Padded("new double[ph, pw]", "padded[y, x] = IsInside(r, w) ? input[c, r, w] : 0;", "y >= window.PaddingHeight && y < height + window.PaddingHeight && "));

    private static string Padded(string array, string fill, string test = "")
        => KataSource.WithBody(
            "MaxPool",
            "Forward",
            $$"""
            var (channels, height, width) = (input.GetLength(0), input.GetLength(1), input.GetLength(2));
            var (oh, ow) = OutputSizes(height, width, window);
            var (ph, pw) = (height + 2 * window.PaddingHeight, width + 2 * window.PaddingWidth);
            var (output, argmax) = (new double[channels, oh, ow], new int[channels, oh, ow]);
            bool IsInside(int a, int b) => a >= 0 && a < height && b >= 0 && b < width;
            for (var c = 0; c < channels; c++)
            {
                var padded = {{array}};
                for (var y = 0; y < ph; y++)
                    for (var x = 0; x < pw; x++)
                    {
                        var (r, w) = (y - window.PaddingHeight, x - window.PaddingWidth);
                        {{fill}}
                    }

                for (var i = 0; i < oh; i++)
                    for (var j = 0; j < ow; j++)
                    {
                        var (row, column) = (Math.Max(i * window.StrideHeight, window.PaddingHeight), Math.Max(j * window.StrideWidth, window.PaddingWidth));
                        for (var y = i * window.StrideHeight; y < i * window.StrideHeight + window.KernelHeight; y++)
                            for (var x = j * window.StrideWidth; x < j * window.StrideWidth + window.KernelWidth; x++)
                                if ({{test}}padded[y, x] > padded[row, column])
                                    (row, column) = (y, x);
                        output[c, i, j] = padded[row, column];
                        argmax[c, i, j] = (row - window.PaddingHeight) * width + column - window.PaddingWidth;
                    }
            }

            double[,] Filled(int a, int b)
            {
                var all = new double[a, b];
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref all[0, 0], all.Length).Fill(double.NegativeInfinity);
                return all;
            }

            _inputSize = (height, width);
            _argmax = (int[,,])argmax.Clone();
            return new MaxPoolResult(output, argmax);
            """);
}
