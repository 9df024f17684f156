using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Contracts;

/// <summary>What <see cref="IPca.Fit"/> learns from the data, and all that <see cref="IPca.Transform"/> and its inverse need.</summary>
/// <param name="Mean">The mean of each feature, in the data's unit.</param>
/// <param name="Axes">
/// <c>components × features</c>: one axis a <b>row</b>, of length 1 and at right angles to the others, the axis of largest variance first.
/// </param>
/// <param name="Variances">The variance along each axis, in the square of the data's unit; never negative, largest first.</param>
/// <param name="ExplainedRatios">
/// Each variance as a share of the total variance of the data, that is of all features, not of the kept components only. Where the
/// data do not vary at all there is nothing to share: every ratio is 0.
/// </param>
public sealed record PcaModel(
    [property: Dims("features")] Vector<double> Mean,
    [property: Dims("components features")] Matrix<double> Axes,
    [property: Dims("components")] Vector<double> Variances,
    [property: Dims("components")] Vector<double> ExplainedRatios);
