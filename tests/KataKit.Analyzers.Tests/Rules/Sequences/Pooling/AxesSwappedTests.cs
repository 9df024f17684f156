using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class AxesSwappedTests
{
    private const string Rest = "_inputSize = (input.GetLength(1), input.GetLength(2)); return new MaxPoolResult(output, new int[1, 1, 1]);";

    [Theory]
    [InlineData("var output = new double[1, OutputSize(input.GetLength(1), window.KernelHeight, [|window.StrideWidth|], window.PaddingHeight), 1];")]
    [InlineData("var output = new double[1, OutputSize(input.GetLength(1), [|window.KernelWidth|], window.StrideHeight, window.PaddingHeight), 1];")]
    [InlineData("var (kh, kw, sh, sw, [|pw|], ph) = window; var output = new double[1, 1, OutputSize(input.GetLength(2), kw, sw, pw)];")]
    [InlineData("var output = new double[1, 1, 1]; output[0, 0, 0] = input[0, Math.Max([|window.PaddingWidth|], 1), 0];")]
    [InlineData("var output = new double[1, 1, 1]; for (var i = 0; i < 3; i++) output[0, 0, 0] += input[0, 0, i * [|window.StrideHeight|]];")]
    [InlineData("var output = new double[1, 1, 1]; for (var u = 0; u < [|window.KernelWidth|]; u++) output[0, 0, 0] += input[0, u, 0];")]
    [InlineData("var output = new double[1, 1, 1]; for (var r = 3 * [|window.StrideWidth|]; r < 9; r++) output[0, 0, 0] += input[0, r, 0];")]
    public Task Reports_a_length_along_the_other_axis(string body) => Verify.Reports("KATA5005", KataSource.WithBody("MaxPool", "Forward", body + Rest));

    [Theory]
    [InlineData("var output = new double[1, OutputSize(input.GetLength(1), window.KernelHeight, window.StrideHeight, window.PaddingHeight), 1];")]
    [InlineData("var output = new double[1, 1, 1]; if (window.StrideHeight == window.StrideWidth) output[0, 0, 0] = input[0, 2 * window.StrideWidth, 0];")]
    [InlineData("var output = new double[1, 1, window.KernelHeight * window.KernelWidth]; output[0, 0, 0] = input.GetLength(1) * window.KernelWidth / window.StrideWidth;")]
    [InlineData("var output = new double[1, 1, 1]; var turned = new double[input.GetLength(2), input.GetLength(1)]; output[0, 0, 0] = turned[window.StrideWidth, window.StrideHeight];")]
    [InlineData("var output = new double[1, 1, 1]; for (var o = 0; o < window.KernelHeight * window.KernelWidth; o++) output[0, 0, 0] += input[0, o / window.KernelWidth, o % window.KernelWidth];")]
    [InlineData("var output = new double[1, 1, 1]; var cells = input.GetLength(1) * input.GetLength(2) / window.StrideWidth; output[0, 0, 0] = cells;")]
    public Task Is_silent_on_lengths_of_the_same_axis(string body) => Verify.IsSilent(KataSource.WithBody("MaxPool", "Forward", body + Rest));
}
