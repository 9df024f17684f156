// mistake: STE5 truncation in place of rounding
// fails: RoundHalfToEven_goes_to_the_nearest_integer
// rule: KATA6001
// at: return Math.Truncate(value);
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    public static double RoundHalfToEven(double value)
    {
        return Math.Truncate(value);
    }

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
    {
        if (bits < 2 || bits > 16)
        {
            throw new ArgumentOutOfRangeException(nameof(bits));
        }

        int levels = 1 << bits;
        if (signed)
        {
            return (-levels / 2, levels / 2 - 1);
        }

        return (0, levels - 1);
    }

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        if (values == null) throw new ArgumentNullException(nameof(values));
        Check(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        var codes = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) throw new ArgumentException("NaN has no code", nameof(values));
            double q = RoundHalfToEven(values[i] / quantizer.Scale) + quantizer.ZeroPoint;
            if (q < qMin) q = qMin;
            if (q > qMax) q = qMax;
            codes[i] = (int)q;
        }

        return codes;
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        if (codes == null) throw new ArgumentNullException(nameof(codes));
        Check(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        var reals = new double[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i] < qMin || codes[i] > qMax) throw new ArgumentException("no such code", nameof(codes));
            reals[i] = quantizer.Scale * (codes[i] - quantizer.ZeroPoint);
        }

        return reals;
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        if (!double.IsFinite(min)) throw new ArgumentException("min must be finite", nameof(min));
        if (!double.IsFinite(max)) throw new ArgumentException("max must be finite", nameof(max));
        if (max < min) throw new ArgumentException("max is less than min", nameof(max));
        var (qMin, qMax) = IntegerRange(bits, signed);
        if (min > 0) min = 0;
        if (max < 0) max = 0;
        double steps = qMax - qMin;
        double scale = max / steps - min / steps;
        if (scale == 0) scale = 1;
        double zeroPoint = qMin - RoundHalfToEven(min / scale);
        if (zeroPoint < qMin) zeroPoint = qMin;
        if (zeroPoint > qMax) zeroPoint = qMax;
        return new Quantizer(scale, (int)zeroPoint, bits, signed);
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        if (values == null) throw new ArgumentNullException(nameof(values));
        Check(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        var result = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double q = RoundHalfToEven(values[i] / quantizer.Scale) + quantizer.ZeroPoint;
            if (q < qMin) q = qMin;
            if (q > qMax) q = qMax;
            result[i] = quantizer.Scale * (q - quantizer.ZeroPoint);
        }

        return result;
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        if (values == null) throw new ArgumentNullException(nameof(values));
        if (upstream == null) throw new ArgumentNullException(nameof(upstream));
        if (upstream.Length != values.Length) throw new ArgumentException("lengths differ", nameof(upstream));
        Check(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        double low = quantizer.Scale * (qMin - quantizer.ZeroPoint);
        double high = quantizer.Scale * (qMax - quantizer.ZeroPoint);
        var gradient = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] >= low && values[i] <= high)
            {
                gradient[i] = upstream[i];
            }
        }

        return gradient;
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        if (weights == null) throw new ArgumentNullException(nameof(weights));
        if (upstream == null) throw new ArgumentNullException(nameof(upstream));
        if (upstream.Length != weights.Length) throw new ArgumentException("lengths differ", nameof(upstream));
        Check(quantizer);
        if (!double.IsFinite(learningRate) || learningRate < 0) throw new ArgumentException("bad rate", nameof(learningRate));
        var gradient = Backward(weights, upstream, quantizer);
        var stepped = new double[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            stepped[i] = weights[i] - learningRate * gradient[i];
        }

        return stepped;
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        if (values == null) throw new ArgumentNullException(nameof(values));
        if (upstream == null) throw new ArgumentNullException(nameof(upstream));
        if (upstream.Length != values.Length) throw new ArgumentException("lengths differ", nameof(upstream));
        Check(quantizer);
        if (values.Length == 0) return 0;
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        double low = quantizer.Scale * (qMin - quantizer.ZeroPoint);
        double high = quantizer.Scale * (qMax - quantizer.ZeroPoint);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < low)
            {
                sum += upstream[i] * (qMin - quantizer.ZeroPoint);
            }
            else if (values[i] > high)
            {
                sum += upstream[i] * (qMax - quantizer.ZeroPoint);
            }
            else if (!double.IsNaN(values[i]))
            {
                double ratio = values[i] / quantizer.Scale;
                sum += upstream[i] * (RoundHalfToEven(ratio) - ratio);
            }
        }

        return sum / Math.Sqrt((double)values.Length * qMax);
    }

    private static void Check(Quantizer quantizer)
    {
        if (quantizer == null) throw new ArgumentNullException(nameof(quantizer));
        if (!(quantizer.Scale > 0) || double.IsInfinity(quantizer.Scale)) throw new ArgumentException("bad scale", nameof(quantizer));
        if (quantizer.Bits < 2 || quantizer.Bits > 16) throw new ArgumentException("bad bits", nameof(quantizer));
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        if (quantizer.ZeroPoint < qMin || quantizer.ZeroPoint > qMax) throw new ArgumentException("bad zero point", nameof(quantizer));
    }
}
