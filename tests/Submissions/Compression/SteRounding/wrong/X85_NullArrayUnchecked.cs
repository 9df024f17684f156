// mistake: X85 LINQ blames its own parameter for a null array
// fails: Dequantize_rejects_null
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    // Adding 1.5 * 2^52 pushes the fraction out of the mantissa; the hardware rounds the sum half to even.
    private const double Shifter = 6755399441055744.0;

    public static double RoundHalfToEven(double value)
        => Math.Abs(value) < 1L << 51 ? value + Shifter - Shifter : Math.Round(value);

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed) => bits switch
    {
        < 2 or > 16 => throw new ArgumentOutOfRangeException(nameof(bits), bits, "2 to 16 bits"),
        _ when signed => (-1 << (bits - 1), ~(-1 << (bits - 1))),
        _ => (0, ~(-1 << bits)),
    };

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (low, high) = StepRange(quantizer);
        return values
            .Select(x => double.IsNaN(x) ? throw new ArgumentException("There is no code for NaN.", nameof(values)) : x / quantizer.Scale)
            .Select(steps => quantizer.ZeroPoint + (int)RoundHalfToEven(Math.Min(high, Math.Max(low, steps))))
            .ToArray();
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        var (low, high) = StepRange(quantizer);
        return codes
            .Select(code => (long)code - quantizer.ZeroPoint)
            .Select(steps => steps >= low && steps <= high ? steps * quantizer.Scale : throw new ArgumentException("No code.", nameof(codes)))
            .ToArray();
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        if (!double.IsFinite(min)) throw new ArgumentOutOfRangeException(nameof(min));
        if (!double.IsFinite(max) || max < min) throw new ArgumentOutOfRangeException(nameof(max));
        var (qMin, qMax) = IntegerRange(bits, signed);
        var ends = new[] { min, max, 0 };
        var steps = (double)(qMax - qMin);
        var width = ends.Max() - ends.Min();
        var scale = double.IsInfinity(width) ? 2 * ((ends.Max() / 2 - ends.Min() / 2) / steps) : width / steps;
        scale = scale > 0 ? scale : 1;
        var below = Math.Min(RoundHalfToEven(-ends.Min() / scale), steps);
        return new Quantizer(scale, qMin + (int)below, bits, signed);
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (low, high) = StepRange(quantizer);
        return values
            .Select(x => RoundHalfToEven(Math.Min(high, Math.Max(low, x / quantizer.Scale))) * quantizer.Scale)
            .ToArray();
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        var pairs = Pairs(values, upstream, nameof(values));
        var (low, high) = StepRange(quantizer);
        return pairs.Select(pair => IsInside(pair.X / quantizer.Scale, low, high) ? pair.Dy : 0).ToArray();
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        var pairs = Pairs(weights, upstream, nameof(weights));
        var (low, high) = StepRange(quantizer);
        if (!(learningRate >= 0 && learningRate < double.PositiveInfinity)) throw new ArgumentOutOfRangeException(nameof(learningRate));
        return pairs.Select(pair => IsInside(pair.X / quantizer.Scale, low, high) ? pair.X - learningRate * pair.Dy : pair.X).ToArray();
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        var pairs = Pairs(values, upstream, nameof(values));
        var (low, high) = StepRange(quantizer);
        var slopes =
            from pair in pairs
            where !double.IsNaN(pair.X)
            let steps = pair.X / quantizer.Scale
            let slope = IsInside(steps, low, high) ? RoundHalfToEven(steps) - steps : steps < low ? low : high
            select pair.Dy * slope;
        var qMax = high + quantizer.ZeroPoint;
        return values.Length == 0 ? 0 : slopes.Sum() / (Math.Sqrt(values.Length) * Math.Sqrt(qMax));
    }

    private static bool IsInside(double steps, double low, double high) => low <= steps && steps <= high;

    private static IEnumerable<(double X, double Dy)> Pairs(double[] values, double[] upstream, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        ArgumentNullException.ThrowIfNull(upstream);
        return upstream.Length == values.Length ? values.Zip(upstream) : throw new ArgumentException("Another length.", nameof(upstream));
    }

    private static (double Low, double High) StepRange(Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(quantizer);
        if (!double.IsPositive(quantizer.Scale) || quantizer.Scale == 0 || !double.IsFinite(quantizer.Scale) || quantizer.Bits is < 2 or > 16)
            throw new ArgumentException("Scale or bits are out of range.", nameof(quantizer));
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        if (Math.Clamp(quantizer.ZeroPoint, qMin, qMax) != quantizer.ZeroPoint)
            throw new ArgumentException("The zero point is no code.", nameof(quantizer));
        return (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint);
    }
}
