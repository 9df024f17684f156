using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>
/// Numbers as shares of one scale, which two matrices have in common: from the least to the greatest, or, where there are both signs, from
/// zero both ways alike. What is not finite has no place on it.
/// </summary>
internal sealed class HeatScale
{
    private HeatScale(double low, double high) => (Low, High) = (low, high);

    /// <summary>The least number on the scale.</summary>
    public double Low { get; }

    /// <summary>The greatest number on the scale.</summary>
    public double High { get; }

    /// <summary>Whether the scale has two directions from zero.</summary>
    public bool IsDiverging => Low < 0 && High > 0;

    /// <summary>The scale of two matrices.</summary>
    public static HeatScale Of(ComparedMatrices matrices)
    {
        var numbers = matrices.Expected.Concat(matrices.Actual).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (numbers.Min(), numbers.Max());
        var greatest = Math.Max(-low, high);
        return low < 0 && high > 0 ? new HeatScale(-greatest, greatest) : new HeatScale(low, high);
    }

    /// <summary>Where a finite number lies: from 0 to 1, on a diverging scale from -1 to 1.</summary>
    public double Share(double number)
        => IsDiverging ? number / High
            : High > Low ? ((number / 2) - (Low / 2)) / ((High / 2) - (Low / 2)) // Halves: the difference of two numbers may be too large for a number.
            : 0.5;

    /// <summary>Numbers from the lowest to the highest at even distances.</summary>
    public IEnumerable<double> Steps(int count)
        => Enumerable.Range(0, count).Select(i => (Low * ((count - 1.0 - i) / (count - 1))) + (High * (i / (count - 1.0))));
}
