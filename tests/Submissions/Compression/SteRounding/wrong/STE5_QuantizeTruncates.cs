// mistake: STE5 Quantize casts the quotient, which cuts the fraction off
// fails: Quantize_rounds_the_quotient_and_adds_the_zero_point
// rule: KATA6001
// at: write[0] = (int)Saturated(Math.Truncate(x / quantizer.Scale) + quantizer.ZeroPoint, quantizer);
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    /// <summary>The IEEE remainder is what is left over from the nearest multiple, the even one in case of a tie.</summary>
    public static double RoundHalfToEven(double value) => double.IsFinite(value) ? value - Math.IEEERemainder(value, 1) : value;

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
    {
        if (bits - 2 is < 0 or > 14 || bits < 0) throw new ArgumentException($"{bits} bits", nameof(bits));
        int half = 1 << (bits - 1);
        return signed ? (-half, half - 1) : (0, half + half - 1);
    }

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        Validate(quantizer);
        var codes = new int[values.Length];
        Span<int> write = codes;
        foreach (double x in values.AsSpan())
        {
            if (x != x) throw new ArgumentException("not a number", nameof(values));
            write[0] = (int)Saturated(Math.Truncate(x / quantizer.Scale) + quantizer.ZeroPoint, quantizer);
            write = write[1..];
        }

        return codes;
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(codes);
        Validate(quantizer);
        var reals = new double[codes.Length];
        Span<double> write = reals;
        foreach (int q in codes.AsSpan())
        {
            if (Saturated(q, quantizer) != q) throw new ArgumentOutOfRangeException(nameof(codes), q, "not a code");
            write[0] = (q - quantizer.ZeroPoint) * quantizer.Scale;
            write = write[1..];
        }

        return reals;
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        if (double.IsNaN(min) || double.IsInfinity(min)) throw new ArgumentException("not finite", nameof(min));
        if (double.IsNaN(max) || double.IsInfinity(max) || max < min) throw new ArgumentException("not finite or too small", nameof(max));
        var (qMin, qMax) = IntegerRange(bits, signed);
        double steps = (double)qMax - qMin;
        double low = min < 0 ? min : 0, high = max > 0 ? max : 0;
        double scale = high / steps - low / steps;
        if (scale == 0) return new Quantizer(1, qMin, bits, signed);
        var unplaced = new Quantizer(scale, qMin, bits, signed);
        return unplaced with { ZeroPoint = (int)Saturated(qMin - RoundHalfToEven(low / scale), unplaced) };
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        Validate(quantizer);
        double[] reals = [.. values];
        foreach (ref double x in reals.AsSpan())
        {
            x = quantizer.Scale * (Saturated(RoundHalfToEven(x / quantizer.Scale) + quantizer.ZeroPoint, quantizer) - quantizer.ZeroPoint);
        }

        return reals;
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(upstream);
        if (values.Length != upstream.Length) throw new ArgumentException("lengths", nameof(upstream));
        Validate(quantizer);
        var gradient = new double[values.Length];
        for (int i = values.Length - 1; i >= 0; i--)
        {
            double unrounded = values[i] / quantizer.Scale + quantizer.ZeroPoint;
            gradient[i] = Saturated(unrounded, quantizer) == unrounded ? upstream[i] : 0;
        }

        return gradient;
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (learningRate < 0 || !double.IsFinite(learningRate)) throw new ArgumentException("rate", nameof(learningRate));
        double[] stepped = Backward(weights, upstream, quantizer);
        for (int i = 0; i < stepped.Length; i++)
        {
            stepped[i] = Math.FusedMultiplyAdd(-learningRate, stepped[i], weights[i]);
        }

        return stepped;
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(upstream);
        if (values.Length != upstream.Length) throw new ArgumentException("lengths", nameof(upstream));
        Validate(quantizer);
        double total = 0;
        int qMax = IntegerRange(quantizer.Bits, quantizer.Signed).QMax;
        double normalizer = 1 / Math.Sqrt(values.LongLength * (double)qMax);
        for (int i = 0; i < values.Length; i++)
        {
            double steps = values[i] / quantizer.Scale;
            double clamped = Saturated(steps + quantizer.ZeroPoint, quantizer);
            if (double.IsNaN(steps)) continue;
            bool saturated = clamped != steps + quantizer.ZeroPoint;
            double slope = saturated ? clamped - quantizer.ZeroPoint : RoundHalfToEven(steps) - steps;
            total += slope * upstream[i] * normalizer;
        }

        return total;
    }

    private static double Saturated(double code, Quantizer quantizer)
    {
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        return code < qMin ? qMin : code > qMax ? qMax : code;
    }

    private static void Validate(Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(quantizer);
        try
        {
            if (Saturated(quantizer.ZeroPoint, quantizer) != quantizer.ZeroPoint) throw new ArgumentException("zero point");
            if (!(quantizer.Scale > 0) || !double.IsFinite(quantizer.Scale)) throw new ArgumentException("scale");
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException("No quantizer: " + exception.Message, nameof(quantizer), exception);
        }
    }
}
