using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace KataKit.Specs;

/// <summary>A range to calibrate on, in hundredths, so that scale and zero point can be worked out with integers.</summary>
/// <param name="LowHundredths">A hundred times the smallest number.</param>
/// <param name="HighHundredths">A hundred times the largest number.</param>
/// <param name="Bits">The width of a code.</param>
/// <param name="Signed">Whether there are negative codes.</param>
internal sealed record RangeCase(int LowHundredths, int HighHundredths, int Bits, bool Signed)
{
    /// <summary>Ranges on either side of 0 and around it, never just [0, 0].</summary>
    public static readonly Gen<RangeCase> Inputs =
        from ends in Gen.Choose(-2_000, 2_000).ArrayOf(2)
        from bits in Gen.Choose(2, 16)
        from signed in Gen.Elements(true, false)
        where ends[0] != 0 || ends[1] != 0
        select new RangeCase(ends.Min(), ends.Max(), bits, signed);

    /// <summary>The smallest number.</summary>
    public double Min => LowHundredths / 100.0;

    /// <summary>The largest number.</summary>
    public double Max => HighHundredths / 100.0;

    /// <summary>The scale that spreads the codes over the range, widened to include 0.</summary>
    public double Scale => Width / 100.0 / Steps;

    /// <summary>Where the zero point may lie: one code, or two where there is a tie, which the last bit of the scale may decide.</summary>
    /// <returns>The ends of the codes allowed.</returns>
    public (int Least, int Most) ZeroPoints()
    {
        // −min / scale = −low · steps / width, a fraction of integers.
        var (steps, rest) = Math.DivRem(-(long)Math.Min(LowHundredths, 0) * Steps, Width);
        var least = (int)steps + (2 * rest > Width ? 1 : 0);
        var most = (int)steps + (2 * rest >= Width ? 1 : 0);
        var qMin = Signed ? -((Steps + 1) / 2) : 0;
        return (qMin + least, qMin + most);
    }

    /// <inheritdoc/>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"[{Min:R}, {Max:R}] in {Bits} bits {(Signed ? "signed" : "unsigned")}");

    private int Steps => (int)Math.Pow(2, Bits) - 1;

    private int Width => Math.Max(HighHundredths, 0) - Math.Min(LowHundredths, 0);
}
