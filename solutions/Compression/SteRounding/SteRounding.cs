using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    private const int MinBits = 2;
    private const int MaxBits = 16;

    public static double RoundHalfToEven(double value) => Math.Round(value, MidpointRounding.ToEven);

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
    {
        Require(bits is >= MinBits and <= MaxBits, nameof(bits), $"a code has {MinBits} to {MaxBits} bits, not {bits}");
        return signed ? (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) : (0, (1 << bits) - 1);
    }

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ends = CheckedRange(quantizer);
        Require(!values.Any(double.IsNaN), nameof(values), "no code stands for NaN");

        return Array.ConvertAll(values, value => Code(value, quantizer, ends));
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var (qMin, qMax) = CheckedRange(quantizer);
        Require(codes.All(code => code >= qMin && code <= qMax), nameof(codes), $"a code lies from {qMin} to {qMax}");

        return Array.ConvertAll(codes, code => Real(code, quantizer));
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        Require(double.IsFinite(min), nameof(min), "the range must begin at a finite number");
        Require(double.IsFinite(max) && max >= min, nameof(max), "the range must end at a finite number, not before it begins");
        var (qMin, qMax) = IntegerRange(bits, signed);

        var low = Math.Min(min, 0);
        var high = Math.Max(max, 0);
        var steps = qMax - qMin;

        // Each end is divided on its own: high - low may overflow.
        var scale = (high / steps) - (low / steps);
        if (scale == 0)
        {
            scale = 1;
        }

        // A scale of a few times the smallest double is itself rounded, and then the zero point can miss the codes.
        var zeroPoint = Math.Clamp(qMin - RoundHalfToEven(low / scale), qMin, qMax);
        return new Quantizer(scale, (int)zeroPoint, bits, signed);
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ends = CheckedRange(quantizer);

        return Array.ConvertAll(values, value => double.IsNaN(value) ? value : Real(Code(value, quantizer, ends), quantizer));
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireSameLength(values, upstream);
        var (low, high) = RealRange(quantizer);

        var gradient = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            // Chosen, not multiplied by 0 or 1: 0 · ∞ is NaN.
            gradient[i] = values[i] >= low && values[i] <= high ? upstream[i] : 0;
        }

        return gradient;
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Require(double.IsFinite(learningRate) && learningRate >= 0, nameof(learningRate), "the rate must be finite and not negative");

        return [.. weights.Zip(Backward(weights, upstream, quantizer), (weight, gradient) => weight - (learningRate * gradient))];
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireSameLength(values, upstream);
        var (qMin, qMax) = CheckedRange(quantizer);
        var (low, high) = RealRange(quantizer);
        if (values.Length == 0)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                continue;
            }

            var ratio = values[i] / quantizer.Scale;
            var slope = values[i] < low ? qMin - quantizer.ZeroPoint
                : values[i] > high ? qMax - quantizer.ZeroPoint
                : RoundHalfToEven(ratio) - ratio;
            sum += upstream[i] * slope;
        }

        return sum / Math.Sqrt((double)values.Length * qMax);
    }

    /// <summary>Clamps before the cast: the quotient may lie far beyond every integer type.</summary>
    private static int Code(double value, Quantizer quantizer, (int QMin, int QMax) ends)
        => (int)Math.Clamp(RoundHalfToEven(value / quantizer.Scale) + quantizer.ZeroPoint, ends.QMin, ends.QMax);

    private static double Real(int code, Quantizer quantizer) => quantizer.Scale * (code - quantizer.ZeroPoint);

    private static (double Low, double High) RealRange(Quantizer quantizer)
    {
        var (qMin, qMax) = CheckedRange(quantizer);
        return (Real(qMin, quantizer), Real(qMax, quantizer));
    }

    private static (int QMin, int QMax) CheckedRange(Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(quantizer);
        Require(double.IsFinite(quantizer.Scale) && quantizer.Scale > 0, nameof(quantizer), "the scale must be positive and finite");
        Require(quantizer.Bits is >= MinBits and <= MaxBits, nameof(quantizer), $"a code has {MinBits} to {MaxBits} bits");
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        Require(
            quantizer.ZeroPoint >= qMin && quantizer.ZeroPoint <= qMax,
            nameof(quantizer),
            $"the zero point must be a code, from {qMin} to {qMax}");
        return (qMin, qMax);
    }

    private static void RequireSameLength(double[] values, double[] upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        Require(upstream.Length == values.Length, nameof(upstream), "there must be one upstream gradient for each number");
    }

    private static void Require(bool condition, string parameter, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, parameter);
        }
    }
}
