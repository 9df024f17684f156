using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>Arguments that cannot be right: who is blamed, and with what.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    [Fact]
    public void Forward_rejects_null()
    {
        Rejects.Null("input", () => new TKata().Forward(null!, Overlapping));
        Rejects.Null("window", () => new TKata().Forward(new double[1, 2, 2], null!));
    }

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(2, 0, 3)]
    [InlineData(2, 3, 0)]
    [InlineData(0, 0, 0)]
    public void Forward_rejects_an_empty_input(int channels, int height, int width)
        => Rejects.Argument(
            "input",
            $"an input of {channels} × {height} × {width}",
            () => new TKata().Forward(new double[channels, height, width], Window((2, 2), (1, 1), (1, 1))));

    [Theory]
    [InlineData(0, 2, 1, 1, 0, 0)]
    [InlineData(2, 0, 1, 1, 0, 0)]
    [InlineData(-1, 2, 1, 1, 0, 0)]
    [InlineData(2, -1, 1, 1, 0, 0)]
    [InlineData(2, 2, 0, 1, 0, 0)]
    [InlineData(2, 2, 1, 0, 0, 0)]
    [InlineData(2, 2, -2, 1, 0, 0)]
    [InlineData(2, 2, 1, -2, 0, 0)]
    [InlineData(2, 2, 1, 1, -1, 0)]
    [InlineData(2, 2, 1, 1, 0, -1)]
    public void Forward_rejects_window_lengths_that_are_not_positive_and_negative_padding(
        int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, int paddingHeight, int paddingWidth)
        => RejectsWindow(
            4, 5, new PoolingWindow(kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth));

    [Theory]
    [InlineData(3, 3, 2, 1)]
    [InlineData(3, 3, 1, 2)]
    [InlineData(4, 2, 2, 2)] // fits the height, not the width
    [InlineData(2, 4, 2, 2)] // the other way round
    [InlineData(1, 3, 1, 0)]
    [InlineData(3, 1, 0, 1)]
    [InlineData(3, 3, int.MaxValue, 0)]
    public void Forward_rejects_padding_of_more_than_half_the_kernel(int kernelHeight, int kernelWidth, int paddingHeight, int paddingWidth)
        => RejectsWindow(9, 9, new PoolingWindow(kernelHeight, kernelWidth, 1, 1, paddingHeight, paddingWidth));

    [Theory]
    [InlineData(2, 5, 3, 3, 0, 0)] // too high, fits across
    [InlineData(5, 2, 3, 3, 0, 0)] // too wide
    [InlineData(2, 9, 5, 3, 1, 1)]
    [InlineData(9, 2, 3, 5, 1, 1)]
    public void Forward_rejects_a_kernel_larger_than_the_padded_input(
        int height, int width, int kernelHeight, int kernelWidth, int paddingHeight, int paddingWidth)
    {
        RejectsWindow(height, width, new PoolingWindow(kernelHeight, kernelWidth, 1, 1, paddingHeight, paddingWidth));
        RejectsWindow(height, width, new PoolingWindow(kernelHeight, kernelWidth, 9, 9, paddingHeight, paddingWidth));
    }

    [Fact]
    public void Backward_rejects_null()
    {
        var layer = new TKata();
        Rejects.Null(
            "upstream",
            () =>
            {
                layer.Forward(ThreeByFour, Overlapping);
                layer.Backward(null!);
            });
    }

    [Theory]
    [InlineData(1, 2, 4)]
    [InlineData(3, 2, 4)]
    [InlineData(2, 1, 4)]
    [InlineData(2, 3, 4)]
    [InlineData(2, 2, 3)]
    [InlineData(2, 2, 5)]
    [InlineData(2, 4, 2)] // as many entries as the output
    [InlineData(4, 2, 2)]
    [InlineData(2, 3, 5)] // the shape of the input
    [InlineData(0, 0, 0)]
    public void Backward_rejects_an_upstream_gradient_of_another_shape(int channels, int height, int width)
        => Rejects.Argument(
            "upstream",
            $"an upstream gradient of {channels} × {height} × {width} for an output of 2 × 2 × 4",
            () =>
            {
                var layer = new TKata();
                layer.Forward(new double[2, 3, 5], Overlapping);
                layer.Backward(new double[channels, height, width]);
            });

    [Fact]
    public void Backward_before_forward_is_refused()
    {
        var layer = new TKata();
        Rejects.With<InvalidOperationException>("Backward before Forward", () => layer.Backward(new double[1, 1, 1]));
        Rejects.Argument("window", "a stride of 0 rows", () => layer.Forward(ThreeByFour, Window((1, 1), (0, 1))));
        Rejects.With<InvalidOperationException>(
            "Backward after nothing but a Forward that was rejected", () => layer.Backward(new double[1, 3, 4]));
    }

    private static void RejectsWindow(int height, int width, PoolingWindow window)
        => Rejects.Argument(
            "window",
            $"a window of {Show(window)} for an input of {height} × {width}",
            () => new TKata().Forward(new double[1, height, width], window));
}
