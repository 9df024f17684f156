// mistake: X80 an infinite scale is accepted
// fails: Backward_rejects_what_is_no_quantizer
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    public static double RoundHalfToEven(double value) => Math.Round(value, 0, MidpointRounding.ToEven);

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
    {
        if (bits is < 2 or > 16) throw new ArgumentOutOfRangeException(nameof(bits));
        return signed ? (-(int)Math.Pow(2, bits - 1), (int)Math.Pow(2, bits - 1) - 1) : (0, (int)Math.Pow(2, bits) - 1);
    }

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        Verify(quantizer);
        if (values.Any(double.IsNaN)) throw new ArgumentException("values hold NaN", nameof(values));
        if (values.Length == 0) return [];
        return Array.ConvertAll(Levels(values, quantizer).ToArray(), level => (int)level + quantizer.ZeroPoint);
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(codes);
        Verify(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        if (codes.Length == 0) return [];
        if (codes.Min() < qMin || codes.Max() > qMax) throw new ArgumentException("codes out of range", nameof(codes));
        var q = Vector<double>.Build.Dense(codes.Length, i => codes[i]);
        return ((q - quantizer.ZeroPoint) * quantizer.Scale).ToArray();
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        if (!double.IsFinite(min)) throw new ArgumentException("min", nameof(min));
        if (!double.IsFinite(max) || max < min) throw new ArgumentException("max", nameof(max));
        var (qMin, qMax) = IntegerRange(bits, signed);
        var ends = Vector<double>.Build.Dense([Math.Min(0, min), Math.Max(0, max)]) / (qMax - qMin);
        var scale = ends[1] - ends[0];
        if (scale == 0) scale = 1;
        var zeroPoint = qMin - RoundHalfToEven(Math.Min(0, min) / scale);
        return new Quantizer(scale, (int)Math.Min(qMax, Math.Max(qMin, zeroPoint)), bits, signed);
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        Verify(quantizer);
        return values.Length == 0 ? [] : (Levels(values, quantizer) * quantizer.Scale).ToArray();
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        VerifyLength(upstream, values.Length);
        Verify(quantizer);
        if (values.Length == 0) return [];
        var (low, high) = StepRange(quantizer);
        var x = Vector<double>.Build.DenseOfArray(values) / quantizer.Scale;
        return x.Map2((steps, dy) => steps >= low && steps <= high ? dy : 0, Vector<double>.Build.DenseOfArray(upstream)).ToArray();
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(weights);
        VerifyLength(upstream, weights.Length);
        Verify(quantizer);
        if (!(learningRate >= 0) || learningRate > double.MaxValue) throw new ArgumentException("rate", nameof(learningRate));
        if (weights.Length == 0) return [];
        var gradient = Vector<double>.Build.Dense(Backward(weights, upstream, quantizer));
        return (Vector<double>.Build.DenseOfArray(weights) - (gradient * learningRate)).ToArray();
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        VerifyLength(upstream, values.Length);
        Verify(quantizer);
        if (values.Length == 0) return 0;
        var (low, high) = StepRange(quantizer);
        var slopes = (Vector<double>.Build.DenseOfArray(values) / quantizer.Scale).Map(
            steps => double.IsNaN(steps) ? 0 : steps < low ? low : steps > high ? high : RoundHalfToEven(steps) - steps);
        var known = Vector<double>.Build.Dense(values.Length, i => double.IsNaN(values[i]) ? 0 : upstream[i]);
        return slopes.DotProduct(known) / Math.Sqrt(values.Length * (high + quantizer.ZeroPoint));
    }

    private static Vector<double> Levels(double[] values, Quantizer quantizer)
    {
        var (low, high) = StepRange(quantizer);
        var steps = Vector<double>.Build.DenseOfArray(values).Map(x => x / quantizer.Scale);
        return steps.Map(level => RoundHalfToEven(Math.Clamp(level, low, high)));
    }

    private static (double Low, double High) StepRange(Quantizer quantizer)
    {
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        return (qMin - quantizer.ZeroPoint, qMax - quantizer.ZeroPoint);
    }

    private static void Verify(Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(quantizer);
        var (scale, zeroPoint, bits, signed) = quantizer;
        var isOne = bits is >= 2 and <= 16 && scale > 0;
        if (isOne)
        {
            var (qMin, qMax) = IntegerRange(bits, signed);
            isOne = zeroPoint >= qMin && zeroPoint <= qMax;
        }

        if (!isOne) throw new ArgumentException($"no quantizer: {quantizer}", nameof(quantizer));
    }

    private static void VerifyLength(double[] upstream, int length)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        if (upstream.Length != length) throw new ArgumentException("another length", nameof(upstream));
    }
}
