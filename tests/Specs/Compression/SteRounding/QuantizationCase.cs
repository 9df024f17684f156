using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KataKit.Contracts;

namespace KataKit.Specs;

/// <summary>
/// A quantizer and numbers for it, generated in eighths of a step: number i is <c>scale · Eighths[i] / 8</c>. What it rounds to is then
/// known from integers alone, unlike anything one would hand in.
/// </summary>
/// <param name="Quantizer">Scale, zero point and width.</param>
/// <param name="Eighths">The numbers in eighths of the scale, a good part of them near the ends of the range and beyond.</param>
/// <param name="Upstream">One gradient for each number, in tenths.</param>
internal sealed record QuantizationCase(Quantizer Quantizer, int[] Eighths, double[] Upstream)
{
    /// <summary>Division by a power of two is exact, so that ties and ends mean the same to every right answer.</summary>
    private static readonly double[] ExactScales = [0.125, 0.25, 0.5, 1, 4, 1.0 / (1 << 30), 1 << 30];

    private static readonly double[] OtherScales = [0.1, 0.3, 1 / 255.0, 7.7, 1e-300, 1e200];

    /// <summary>Quantizers of 2, 3, 4, 8 and 16 bits.</summary>
    public static readonly Gen<QuantizationCase> Inputs = OfWidth(2, 3, 4, 8, 16);

    /// <summary>Quantizers of 2 to 8 bits, for checks that lose digits with the number of steps.</summary>
    public static readonly Gen<QuantizationCase> NarrowInputs = OfWidth(2, 3, 4, 8);

    /// <summary>The smallest code.</summary>
    public int QMin => Quantizer.Signed ? -Power(Quantizer.Bits - 1) : 0;

    /// <summary>The largest code.</summary>
    public int QMax => QMin + Power(Quantizer.Bits) - 1;

    /// <summary>The numbers.</summary>
    public double[] Values => [.. Eighths.Select(eighths => Quantizer.Scale * eighths / 8)];

    /// <summary>Their codes.</summary>
    public double[] Codes => [.. Eighths.Select(eighths => (double)Code(eighths))];

    /// <summary>Their codes' real numbers.</summary>
    public double[] Reals => [.. Eighths.Select(Real)];

    /// <summary>The nearest integer to a number of eighths, the even one of two.</summary>
    /// <param name="eighths">Eight times the number.</param>
    /// <returns>The integer.</returns>
    public static int Nearest(int eighths)
    {
        var below = (int)Math.Floor(eighths / 8.0);
        return (eighths - (8 * below)) switch
        {
            < 4 => below,
            > 4 => below + 1,
            _ => below + (below & 1),
        };
    }

    /// <summary>The real number that a number of eighths of the scale is fake-quantised to.</summary>
    /// <param name="eighths">Eight times the number over the scale.</param>
    /// <returns>A number on the quantizer's grid.</returns>
    public double Real(int eighths) => Quantizer.Scale * (Code(eighths) - Quantizer.ZeroPoint);

    /// <summary>Whether a number of eighths of the scale lies within the range, ends included.</summary>
    /// <param name="eighths">Eight times the number over the scale.</param>
    /// <returns>Whether it does.</returns>
    public bool IsInside(int eighths) => eighths >= 8 * (QMin - Quantizer.ZeroPoint) && eighths <= 8 * (QMax - Quantizer.ZeroPoint);

    /// <summary>The same case with one entry less.</summary>
    /// <returns>The smaller cases.</returns>
    public IEnumerable<QuantizationCase> Smaller()
        => from entry in Enumerable.Range(0, Eighths.Length > 1 ? Eighths.Length : 0)
           select this with { Eighths = Without(Eighths, entry), Upstream = Without(Upstream, entry) };

    /// <inheritdoc/>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"scale {Quantizer.Scale:G6}, zero point {Quantizer.ZeroPoint}, {Quantizer.Bits} bits {(Quantizer.Signed ? "" : "un")}signed, ")
            + $"values {Show(Values)}, upstream {Show(Upstream)}";

    private static Gen<QuantizationCase> OfWidth(params int[] widths)
        => from bits in Gen.Elements(widths)
           from signed in Gen.Elements(true, false)
           from place in Gen.Choose(0, 8)
           from exact in Gen.Elements(true, false)
           from scale in Gen.Elements(exact ? ExactScales : OtherScales)
           let empty = new QuantizationCase(new Quantizer(scale, 0, bits, signed), [], [])
           let zeroPoint = empty.QMin + (place * (Power(bits) - 1) / 8)
           let placed = empty with { Quantizer = empty.Quantizer with { ZeroPoint = zeroPoint } }
           from count in Gen.Choose(1, 8)
           from eighths in placed.Numbers(exact).ArrayOf(count)
           from tenths in Gen.Choose(-30, 30).ArrayOf(count)
           select placed with { Eighths = eighths, Upstream = [.. tenths.Select(tenth => tenth / 10.0)] };

    /// <summary>Numbers anywhere in the range, around its ends and around 0; neither ties nor grid points where the scale is not exact.</summary>
    private Gen<int> Numbers(bool exact)
        => from low in Gen.Constant(8 * (QMin - Quantizer.ZeroPoint))
           from high in Gen.Constant(8 * (QMax - Quantizer.ZeroPoint))
           from centre in Gen.OneOf(Gen.Choose(low, high), Gen.Elements(low, high, 0))
           from distance in Gen.Choose(-20, 20)
           let eighths = centre + distance
           select exact || eighths % 4 != 0 ? eighths : eighths + 1;

    private int Code(int eighths) => Math.Min(QMax, Math.Max(QMin, Nearest(eighths) + Quantizer.ZeroPoint));

    private static int Power(int exponent) => (int)Math.Pow(2, exponent);

    private static T[] Without<T>(T[] entries, int index) => [.. entries.Where((_, i) => i != index)];

    private static string Show(double[] numbers)
        => $"[{string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]";
}
