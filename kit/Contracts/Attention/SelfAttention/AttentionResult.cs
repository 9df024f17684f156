using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Contracts;

/// <summary>What one attention step gives back: how much each query looked at each key, and what it saw.</summary>
/// <param name="Weights">Attention weights, <c>seq_q × seq_k</c>: row <c>i</c> sums to 1, or is all 0 when query <c>i</c> may attend to nothing.</param>
/// <param name="Output">The weighted sums of the values, <c>seq_q × d_v</c>: <c>Weights · values</c>.</param>
public sealed record AttentionResult(
    [property: Dims("seq_q seq_k")] Matrix<double> Weights,
    [property: Dims("seq_q d_v")] Matrix<double> Output);
