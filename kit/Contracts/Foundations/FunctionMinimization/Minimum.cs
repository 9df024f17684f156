namespace KataKit.Contracts;

/// <summary>A point, and the value of the function there.</summary>
/// <param name="X">Where the function was lowest.</param>
/// <param name="Value">How low: the function's own answer at <paramref name="X"/>, to the last bit.</param>
public readonly record struct Minimum(double X, double Value);
