// mistake: STE5 a tie always goes towards zero
// fails: RoundHalfToEven_sends_a_tie_to_the_even_neighbour
// rule: KATA6001
// at: bool away = rest > 0.5;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    public static double RoundHalfToEven(double value)
    {
        double truncated = Math.Truncate(value);
        double rest = Math.Abs(value - truncated);
        bool away = rest > 0.5;
        return away ? truncated + Math.Sign(value) : double.IsNaN(rest) ? value : truncated;
    }

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
    {
        if (bits < 2) throw new ArgumentException("too narrow", nameof(bits));
        if (bits > 16) throw new ArgumentException("too wide", nameof(bits));
        int qMax = 1;
        for (int bit = 1; bit < (signed ? bits - 1 : bits); bit++) qMax = (2 * qMax) + 1;
        return (signed ? -qMax - 1 : 0, qMax);
    }

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] table = Table(quantizer);
        int qMin = IntegerRange(quantizer.Bits, quantizer.Signed).QMin;
        var codes = new List<int>(values.Length);
        foreach (double x in values)
        {
            if (double.IsNaN(x)) throw new ArgumentException("NaN", nameof(values));
            codes.Add(qMin + Place(x, table, quantizer));
        }

        return codes.ToArray();
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(codes);
        double[] table = Table(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        if (!Array.TrueForAll(codes, q => qMin <= q && q <= qMax)) throw new ArgumentException("no code", nameof(codes));
        return Array.ConvertAll(codes, q => table[q - qMin]);
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        if (!double.IsFinite(min)) throw new ArgumentException("min", nameof(min));
        if (!double.IsFinite(max) || min > max) throw new ArgumentException("max", nameof(max));
        var (qMin, qMax) = IntegerRange(bits, signed);
        double below = Math.Max(0, -min), above = Math.Max(0, max);
        double scale = below / (qMax - qMin) + above / (qMax - qMin);
        if (scale == 0) scale = 1;
        double steps = RoundHalfToEven(below / scale);
        return new Quantizer(scale, steps > qMax - qMin ? qMax : qMin + (int)steps, bits, signed);
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] table = Table(quantizer);
        return Array.ConvertAll(values, x => double.IsNaN(x) ? x : table[Place(x, table, quantizer)]);
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(upstream);
        if (values.Length != upstream.Length) throw new ArgumentException("length", nameof(upstream));
        double[] table = Table(quantizer);
        var gradient = new double[values.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            bool clipped = values[i] < table[0] || values[i] > table[^1] || double.IsNaN(values[i]);
            gradient[i] = clipped ? 0 : upstream[i];
        }

        return gradient;
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double[] gradient = Backward(weights, upstream, quantizer);
        if (double.IsNaN(learningRate) || double.IsInfinity(learningRate) || learningRate < 0)
            throw new ArgumentException("rate", nameof(learningRate));
        return Enumerable.Range(0, weights.Length).Select(i => weights[i] - learningRate * gradient[i]).ToArray();
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(upstream);
        if (values.Length != upstream.Length) throw new ArgumentException("length", nameof(upstream));
        double[] table = Table(quantizer);
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        double below = 0, within = 0, above = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double x = values[i], s = quantizer.Scale;
            if (x < table[0]) below += upstream[i];
            else if (x > table[^1]) above += upstream[i];
            else if (!double.IsNaN(x)) within += upstream[i] * (table[Place(x, table, quantizer)] / s - x / s);
        }

        double sum = (qMin - quantizer.ZeroPoint) * below + within + (qMax - quantizer.ZeroPoint) * above;
        return values.Length == 0 ? 0 : sum * Math.Pow((double)values.Length * qMax, -0.5);
    }

    private static double[] Table(Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(quantizer);
        if (quantizer.Bits < 2 || quantizer.Bits > 16) throw new ArgumentException("bits", nameof(quantizer));
        if (quantizer.Scale <= 0 || !double.IsFinite(quantizer.Scale)) throw new ArgumentException("scale", nameof(quantizer));
        var (qMin, qMax) = IntegerRange(quantizer.Bits, quantizer.Signed);
        if (quantizer.ZeroPoint < qMin || quantizer.ZeroPoint > qMax) throw new ArgumentException("zero point", nameof(quantizer));
        var table = new double[qMax - qMin + 1];
        for (int i = 0; i < table.Length; i++) table[i] = quantizer.Scale * (qMin + i - quantizer.ZeroPoint);
        return table;
    }

    private static int Place(double x, double[] table, Quantizer quantizer)
    {
        int low = 0, high = table.Length - 1;
        if (x <= table[low]) return low;
        if (x >= table[high]) return high;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (table[middle] <= x) low = middle;
            else high = middle;
        }

        double down = x - table[low], up = table[high] - x;
        bool lowIsEven = (low + IntegerRange(quantizer.Bits, quantizer.Signed).QMin - quantizer.ZeroPoint) % 2 == 0;
        return down < up || (down == up && lowIsEven) ? low : high;
    }
}
