namespace KataKit.Contracts;

/// <summary>
/// The window of a pooling layer: how large it is, how far it moves, and by how many cells the input is padded, each in cells and each
/// per axis. The record checks nothing; whoever pools with it does.
/// </summary>
/// <param name="KernelHeight">Rows that one window covers.</param>
/// <param name="KernelWidth">Columns that one window covers.</param>
/// <param name="StrideHeight">Rows from one window to the one below it.</param>
/// <param name="StrideWidth">Columns from one window to the one on its right.</param>
/// <param name="PaddingHeight">Rows of −∞ above the input, and as many below it.</param>
/// <param name="PaddingWidth">Columns of −∞ on the left of the input, and as many on its right.</param>
public sealed record PoolingWindow(
    [property: Dim("kernel_height")] int KernelHeight,
    [property: Dim("kernel_width")] int KernelWidth,
    [property: Dim("stride_height")] int StrideHeight,
    [property: Dim("stride_width")] int StrideWidth,
    [property: Dim("padding_height")] int PaddingHeight,
    [property: Dim("padding_width")] int PaddingWidth);
