namespace KataKit.Contracts;

/// <summary>
/// A max-pooling layer over the rows and columns of an image, forward and backward. The members stand in the order in which one
/// would build the answer.
/// </summary>
/// <remarks>
/// <para>
/// The gradient of a maximum is 1 at the entry that attains it and 0 at the others, so backward sends each upstream gradient to the one
/// cell that its window picked; where windows overlap, a cell that several windows picked gets the sum (Goodfellow, Bengio and
/// Courville 2016, "Deep Learning", section 9.3; overlapping windows: Scherer, Müller and Behnke 2010, "Evaluation of pooling operations
/// in convolutional architectures for object recognition"). The conventions (floor, padding, ties, NaN) are those of PyTorch's
/// <c>MaxPool2d</c> with <c>return_indices</c>, without dilation and ceil mode.
/// </para>
/// <para>
/// A layer is created by a constructor without parameters. <see cref="Forward"/> and <see cref="Backward"/> of one layer belong together;
/// two layers know nothing of each other. No member changes an array that it is given, and every array that a member returns is new. The
/// arrays stay the caller's: what is written into an input or into a result between the calls must not reach <see cref="Backward"/>.
/// </para>
/// </remarks>
[Kata("max-pool")]
public interface IMaxPool
{
    /// <summary>
    /// How many windows fit on one axis: <c>⌊(length + 2 · padding − kernel) / stride⌋ + 1</c>. Cells at the end that fill no whole
    /// window are dropped.
    /// </summary>
    /// <param name="length">The input's length, 1 … 2³¹ − 2.</param>
    /// <param name="kernel">The window's length, at least 1 and at most <c>length + 2 · padding</c>, a sum that may exceed an int.</param>
    /// <param name="stride">The step from one window to the next, at least 1; it may exceed the kernel.</param>
    /// <param name="padding">The cells added at each end, 0 … <c>⌊kernel / 2⌋</c>, so that no window lies in the padding alone.</param>
    /// <returns>The output's length, at least 1.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is outside its range; <see cref="ArgumentException.ParamName"/> is that argument: <c>kernel</c> for one longer than the
    /// padded input, <c>padding</c> for one of more than half the kernel. An argument that is wrong by itself (not positive, padding:
    /// negative) is blamed before these two. Derived classes such as <see cref="ArgumentOutOfRangeException"/> will do.
    /// </exception>
    static abstract int OutputSize(
        [Dim("length")] int length, [Dim("kernel")] int kernel, [Dim("stride")] int stride, [Dim("padding")] int padding);

    /// <summary>
    /// Pools each channel on its own: output row <c>i</c> and column <c>j</c> hold the maximum of the input over the rows from
    /// <c>i · stride_height − padding_height</c> and the columns from <c>j · stride_width − padding_width</c>, as many as the kernel has.
    /// Remembers what <see cref="Backward"/> needs.
    /// </summary>
    /// <param name="input">The input, <c>channels × height × width</c>, none of them 0. Any doubles.</param>
    /// <param name="window">
    /// The window. Its lengths are subject to the rules of <see cref="OutputSize"/>, height and width each for its own axis.
    /// </param>
    /// <returns>
    /// The maxima and their positions. Cells outside the input count as −∞ and are never a position. Of equal maxima in a window the
    /// first in row-major order is taken; a window that holds nothing but −∞ thus picks its first cell inside the input. A window that
    /// holds NaN has the maximum NaN at a position that holds NaN (which one, if there are several, is left open: PyTorch takes the last,
    /// NumPy's <c>argmax</c> the first).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="window"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An axis of <paramref name="input"/> is empty, or <paramref name="window"/> breaks a rule;
    /// <see cref="ArgumentException.ParamName"/> is that parameter. The layer is then as it was before the call.
    /// </exception>
    MaxPoolResult Forward([Dims("channels height width")] double[,,] input, PoolingWindow window);

    /// <summary>
    /// The gradient of the loss with respect to the input of the latest <see cref="Forward"/> that did not throw:
    /// <c>dx[c, r, w] = Σ upstream[c, i, j]</c> over the windows <c>i, j</c> whose maximum was taken from <c>[c, r, w]</c>.
    /// It can be called any number of times after a <see cref="Forward"/>; the calls do not add up.
    /// </summary>
    /// <param name="upstream">
    /// The gradient of the loss with respect to the output, <c>channels × out_height × out_width</c>. Any doubles, infinities and NaN
    /// included.
    /// </param>
    /// <returns>
    /// The gradient, <c>channels × height × width</c>. A cell that no window picked has exactly 0, whatever
    /// <paramref name="upstream"/> holds.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="upstream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="upstream"/> has another shape than the output; <see cref="ArgumentException.ParamName"/> is <c>upstream</c>.
    /// </exception>
    /// <exception cref="InvalidOperationException">There was no <see cref="Forward"/> yet.</exception>
    [return: Dims("channels height width")]
    double[,,] Backward([Dims("channels out_height out_width")] double[,,] upstream);
}
