namespace KataKit.Contracts;

/// <summary>What max pooling gives: the largest value of each window, and where in the input it stood.</summary>
/// <param name="Output">The maxima, <c>channels × out_height × out_width</c>.</param>
/// <param name="Argmax">
/// The position of each maximum within its own channel of the input, as the flat row-major index <c>row · width + column</c> with the
/// width of the input: <c>channels × out_height × out_width</c>.
/// </param>
public sealed record MaxPoolResult(
    [property: Dims("channels out_height out_width")] double[,,] Output,
    [property: Dims("channels out_height out_width")] int[,,] Argmax);
