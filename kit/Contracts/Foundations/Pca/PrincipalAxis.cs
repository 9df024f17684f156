using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Contracts;

/// <summary>One principal axis: an eigenvector of the covariance, and the variance of the data along it, which is its eigenvalue.</summary>
/// <param name="Direction">A vector of length 1 with one entry a feature. It and its negative are the same axis.</param>
/// <param name="Variance">The variance along the axis, in the square of the data's unit; never negative.</param>
public sealed record PrincipalAxis([property: Dims("features")] Vector<double> Direction, double Variance);
