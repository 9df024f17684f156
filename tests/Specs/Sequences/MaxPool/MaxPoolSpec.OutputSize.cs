using FsCheck;
using FsCheck.Fluent;
using KataKit.Specs.Checking;
using Xunit;
using Property = KataKit.Specs.Checking.Property;

namespace KataKit.Specs;

/// <content>How many windows fit.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    [Theory]
    [InlineData(4, 2, 2, 2)] // 01 23
    [InlineData(5, 2, 2, 2)] // 01 23, cell 4 is left over
    [InlineData(5, 2, 1, 4)] // 01 12 23 34
    [InlineData(5, 3, 3, 1)] // 012, two cells are left over
    [InlineData(10, 1, 4, 3)] // 0, 4 and 8: a stride above the kernel skips cells
    [InlineData(3, 2, 5, 1)] // 01, and a stride past the end
    [InlineData(55, 3, 2, 27)] // the first pooling of AlexNet: 27 · 2 + 1 = 55
    public void OutputSize_counts_whole_windows_only(int length, int kernel, int stride, int expected)
        => Close.To(
            OutputSize(length, kernel, stride, 0),
            expected,
            $"the number of windows of {kernel} cells, {stride} apart, that lie within {length} cells",
            Exact);

    [Theory]
    [InlineData(6, 3, 2, 1, 3)] // padded to 8: starts 0, 2, 4
    [InlineData(7, 3, 2, 1, 4)] // padded to 9: starts 0, 2, 4, 6
    [InlineData(112, 3, 2, 1, 56)] // the pooling of ResNet's stem
    [InlineData(2, 4, 1, 2, 3)] // padded to 6: starts 0, 1, 2; half of the kernel is the most padding there can be
    [InlineData(2, 3, 1, 1, 2)] // the kernel is longer than the input, but not than the padded input
    public void OutputSize_counts_the_padding_at_both_ends(int length, int kernel, int stride, int padding, int expected)
        => Close.To(
            OutputSize(length, kernel, stride, padding),
            expected,
            $"the number of windows of {kernel} cells, {stride} apart, that lie within {length} cells and {padding} more at each end",
            Exact);

    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(4, 4, 1, 0)]
    [InlineData(4, 4, 3, 0)]
    [InlineData(1, 3, 2, 1)]
    [InlineData(2, 6, 1, 2)]
    public void OutputSize_is_one_when_the_kernel_spans_the_padded_input(int length, int kernel, int stride, int padding)
        => Close.To(
            OutputSize(length, kernel, stride, padding),
            1,
            $"a kernel of {kernel} fits exactly once into {length} cells and {padding} more at each end",
            Exact);

    [Fact]
    public void OutputSize_agrees_with_counting_the_starts()
        => Property.Holds(
            "the formula gives as many windows as one can place",
            seed: 101,
            from kernel in Gen.Choose(1, 9)
            from stride in Gen.Choose(1, 9)
            from padding in Gen.Choose(0, kernel / 2)
            from length in Gen.Choose(Math.Max(1, kernel - (2 * padding)), 40)
            select (Length: length, Kernel: kernel, Stride: stride, Padding: padding),
            axis => $"length {axis.Length}, kernel {axis.Kernel}, stride {axis.Stride}, padding {axis.Padding}",
            axis => Close.To(
                OutputSize(axis.Length, axis.Kernel, axis.Stride, axis.Padding),
                PoolingOracle.CountWindows(axis.Length, axis.Kernel, axis.Stride, axis.Padding),
                "windows placed by hand in the padded input, the first at its start",
                Exact),
            cases: 300);

    [Theory]
    [InlineData(2_147_483_646, 2, 2, 1, 1_073_741_824)] // (2³¹ − 2 + 2 − 2) / 2 + 1 = 2³⁰
    [InlineData(2_147_483_646, 3, 1, 1, 2_147_483_646)] // (2³¹ − 2 + 2 − 3) + 1: an odd kernel, half padded, keeps the length
    [InlineData(2_147_483_646, 2_147_483_646, 1, 1_073_741_823, 2_147_483_647)] // (2³¹ − 2 + 2³¹ − 2 − (2³¹ − 2)) + 1
    [InlineData(1, 2_147_483_647, 1, 1_073_741_823, 1)] // padded to 2³¹ − 1, as long as the kernel
    [InlineData(1_000_000_007, 1, 1, 0, 1_000_000_007)] // not a number that a float holds
    [InlineData(1, 1, 2_147_483_647, 0, 1)]
    public void OutputSize_survives_lengths_near_the_end_of_int(int length, int kernel, int stride, int padding, int expected)
        => Close.To(
            OutputSize(length, kernel, stride, padding),
            expected,
            $"length {length}, kernel {kernel}, stride {stride}, padding {padding}: the result fits an int, if not every sum on the way",
            Exact);

    [Theory]
    [InlineData("length", 0, 1, 1, 0)]
    [InlineData("length", -1, 1, 1, 0)]
    [InlineData("length", 0, 2, 1, 1)]
    [InlineData("length", int.MinValue, 1, 1, 0)]
    [InlineData("kernel", 5, 0, 1, 0)]
    [InlineData("kernel", 5, -1, 1, 0)]
    [InlineData("kernel", 5, int.MinValue, 1, 0)]
    [InlineData("stride", 5, 2, 0, 0)]
    [InlineData("stride", 5, 2, -1, 0)]
    [InlineData("stride", 5, 2, int.MinValue, 1)]
    [InlineData("padding", 5, 2, 1, -1)]
    [InlineData("padding", 5, 2, 1, int.MinValue)]
    public void OutputSize_rejects_lengths_that_are_not_positive_and_negative_padding(
        string blamed, int length, int kernel, int stride, int padding)
        => Rejects.Argument(
            blamed,
            $"length {length}, kernel {kernel}, stride {stride}, padding {padding}",
            () => TKata.OutputSize(length, kernel, stride, padding));

    [Theory]
    [InlineData(10, 1, 1)]
    [InlineData(10, 2, 2)]
    [InlineData(10, 3, 2)]
    [InlineData(10, 5, 3)]
    [InlineData(1, 4, 3)]
    [InlineData(10, 3, 1_073_741_825)]
    [InlineData(10, 3, int.MaxValue)]
    public void OutputSize_rejects_padding_of_more_than_half_the_kernel(int length, int kernel, int padding)
        => Rejects.Argument(
            "padding",
            $"a padding of {padding} for a kernel of {kernel}: a window could lie in the padding alone",
            () => TKata.OutputSize(length, kernel, 1, padding));

    [Theory]
    [InlineData(3, 4, 1, 0)]
    [InlineData(3, 4, 2, 0)] // (3 − 4) / 2 is 0 in C#: integer division rounds towards zero
    [InlineData(1, 4, 2, 1)]
    [InlineData(2, 7, 4, 2)]
    [InlineData(5, int.MaxValue, int.MaxValue, 0)]
    public void OutputSize_rejects_a_kernel_longer_than_the_padded_input(int length, int kernel, int stride, int padding)
        => Rejects.Argument(
            "kernel",
            $"a kernel of {kernel} for {length} cells and {padding} more at each end (stride {stride})",
            () => TKata.OutputSize(length, kernel, stride, padding));
}
