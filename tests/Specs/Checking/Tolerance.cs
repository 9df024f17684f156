namespace KataKit.Specs.Checking;

/// <summary>How far two numbers may lie apart and still count as the same: <c>absolute + relative · |expected|</c>.</summary>
/// <param name="Absolute">The part that does not depend on the expected value.</param>
/// <param name="Relative">The part in proportion to the expected value.</param>
public readonly record struct Tolerance(double Absolute, double Relative)
{
    /// <summary>Fits results of a few thousand additions and a few elementary functions of numbers of order 1.</summary>
    public static readonly Tolerance Default = new(1e-9, 1e-9);

    /// <summary>The distance of two numbers in units of this tolerance: at most 1 means equal.</summary>
    /// <param name="actual">The answer's value.</param>
    /// <param name="expected">The expected value.</param>
    /// <returns>
    /// 0 for equal values (infinities of one sign and NaN included), infinity where just one of the two is not finite or is NaN.
    /// </returns>
    public double Distance(double actual, double expected)
    {
        if (actual.Equals(expected))
        {
            return 0;
        }

        return double.IsFinite(actual) && double.IsFinite(expected)
            ? Math.Abs(actual - expected) / (Absolute + (Relative * Math.Abs(expected)))
            : double.PositiveInfinity;
    }
}
