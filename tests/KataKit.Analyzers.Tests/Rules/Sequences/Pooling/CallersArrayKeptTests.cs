using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Pooling;

public sealed class CallersArrayKeptTests
{
    [Theory]
    [InlineData("[|_argmax = argmax|]; return new MaxPoolResult(output, argmax);")]
    [InlineData("var result = new MaxPoolResult(output, argmax); [|_argmax = result.Argmax|]; return result;")]
    [InlineData("[|_argmax = argmax|]; var answer = new MaxPoolResult((double[,,])output.Clone(), argmax); return answer;")]
    public Task Reports_positions_that_are_returned(string end) => Verify.Reports("KATA5008", Forward(end));

    [Fact]
    public Task Reports_the_input()
        => Verify.Reports("KATA5008", InputLayer("[|_input = input|];"));

    [Theory]
    [InlineData("_argmax = (int[,,])argmax.Clone(); return new MaxPoolResult(output, argmax);")]
    [InlineData("_argmax = argmax; return new MaxPoolResult(output, (int[,,])argmax.Clone());")]
    [InlineData("_argmax = new int[channels, oh, ow]; Array.Copy(argmax, _argmax, argmax.Length); return new MaxPoolResult(output, argmax);")]
    public Task Is_silent_on_copies(string end) => Verify.IsSilent(Forward(end));

    [Fact]
    public Task Is_silent_on_a_copy_of_the_input() => Verify.IsSilent(InputLayer("_input = (double[,,])input.Clone();"));

    [Fact]
    public Task Is_silent_where_only_lengths_are_read()
        => Verify.IsSilent(InputLayer("_input = input;").Replace("_input[0, 0, j] > 0", "_input.GetLength(2) > 0", StringComparison.Ordinal));

    private static string Forward(string end)
        => KataSource.WithBody(
            "MaxPool",
            "Forward",
            "var (channels, oh, ow) = (input.GetLength(0), input.GetLength(1), input.GetLength(2)); var (output, argmax) = (new double[channels, oh, ow], new int[channels, oh, ow]);" + end);

    private static string InputLayer(string keep)
        => $$"""
        using KataKit.Contracts;

        public sealed class Layer : IMaxPool
        {
            private double[,,] _input = new double[0, 0, 0];

            public static int OutputSize(int length, int kernel, int stride, int padding) => (length + 2 * padding - kernel) / stride + 1;

            public MaxPoolResult Forward(double[,,] input, PoolingWindow window)
            {
                {{keep}}
                return new MaxPoolResult(new double[1, 1, 1], new int[1, 1, 1]);
            }

            public double[,,] Backward(double[,,] upstream)
            {
                var dx = new double[1, 1, upstream.Length];
                for (var j = 0; j < upstream.Length; j++)
                    if (_input[0, 0, j] > 0)
                        dx[0, 0, j] += upstream[0, 0, j];
                return dx;
            }
        }
        """;
}
