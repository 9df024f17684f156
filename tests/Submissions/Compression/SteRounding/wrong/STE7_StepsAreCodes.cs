// mistake: STE7 the range is divided by the number of codes, not by the number of steps between them
// fails: Calibrate_spreads_the_codes_over_the_range
// rule: KATA6005
// at: var scale = (max - min) / steps;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class SteRounding : ISteRounding
{
    public static double RoundHalfToEven(double value)
    {
        var below = Math.Floor(value);
        var fraction = value - below;
        if (fraction < 0.5) return below;
        if (fraction > 0.5) return below + 1;
        if (fraction == 0.5) return below % 2 == 0 ? below : below + 1;
        return value;
    }

    public static (int QMin, int QMax) IntegerRange(int bits, bool signed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 16);
        var count = (int)Math.Pow(2, bits);
        var qMin = signed ? -count / 2 : 0;
        return (qMin, qMin + count - 1);
    }

    public static int[] Quantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        var grid = Grid.From(quantizer);
        return Array.ConvertAll(values, x => grid.CodeOf(x) ?? throw new ArgumentException("NaN", nameof(values)));
    }

    public static double[] Dequantize(int[] codes, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var grid = Grid.From(quantizer);
        return Array.ConvertAll(codes, q => grid.Has(q) ? grid.ValueOf(q) : throw new ArgumentException("no code", nameof(codes)));
    }

    public static Quantizer Calibrate(double min, double max, int bits, bool signed)
    {
        RequireFinite(min, nameof(min));
        RequireFinite(max, nameof(max));
        if (min > max) throw new ArgumentException("The range ends before it begins.", nameof(max));
        var (qMin, qMax) = IntegerRange(bits, signed);
        (min, max) = (Math.Min(min, 0), Math.Max(max, 0));
        var steps = qMax - qMin + 1;
        var scale = (max - min) / steps;
        if (double.IsInfinity(scale)) scale = (max / steps) + (-min / steps);
        if (scale <= 0) scale = 1;
        var zeroPoint = (int)Math.Clamp(qMin + RoundHalfToEven(-min / scale), qMin, qMax);
        return new Quantizer(scale, zeroPoint, bits, signed);
    }

    public static double[] FakeQuantize(double[] values, Quantizer quantizer)
    {
        ArgumentNullException.ThrowIfNull(values);
        var grid = Grid.From(quantizer);
        return Array.ConvertAll(values, x => grid.CodeOf(x) is { } code ? grid.ValueOf(code) : double.NaN);
    }

    public static double[] Backward(double[] values, double[] upstream, Quantizer quantizer)
    {
        RequirePairs(values, nameof(values), upstream);
        var grid = Grid.From(quantizer);
        var gradient = (double[])upstream.Clone();
        for (var i = 0; i < gradient.Length; i++)
        {
            if (grid.SideOf(values[i]) != Side.Within) gradient[i] = 0;
        }

        return gradient;
    }

    public static double[] Step(double[] weights, double[] upstream, Quantizer quantizer, double learningRate)
    {
        RequirePairs(weights, nameof(weights), upstream);
        Grid.From(quantizer);
        RequireFinite(learningRate, nameof(learningRate));
        ArgumentOutOfRangeException.ThrowIfNegative(learningRate);
        var master = (double[])weights.Clone();
        var gradient = Backward(weights, upstream, quantizer);
        for (var i = 0; i < master.Length; i++) master[i] -= learningRate * gradient[i];
        return master;
    }

    public static double ScaleGradient(double[] values, double[] upstream, Quantizer quantizer)
    {
        RequirePairs(values, nameof(values), upstream);
        var grid = Grid.From(quantizer);
        var gradient = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            gradient += grid.SideOf(values[i]) switch
            {
                Side.Below => upstream[i] * (grid.QMin - grid.Zero),
                Side.Above => upstream[i] * (grid.QMax - grid.Zero),
                Side.Within => upstream[i] * (RoundHalfToEven(values[i] / grid.Scale) - (values[i] / grid.Scale)),
                _ => 0,
            };
        }

        return gradient / Math.Sqrt(Math.Max(1.0, values.Length) * grid.QMax);
    }

    private static void RequireFinite(double number, string name)
    {
        if (!double.IsFinite(number)) throw new ArgumentOutOfRangeException(name, number, "must be finite");
    }

    private static void RequirePairs(double[] values, string name, double[] upstream)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        ArgumentNullException.ThrowIfNull(upstream);
        if (values.Length != upstream.Length) throw new ArgumentException("one gradient a number", nameof(upstream));
    }

    private enum Side
    {
        Below,
        Within,
        Above,
        Nowhere,
    }

    private readonly record struct Grid(double Scale, int Zero, int QMin, int QMax)
    {
        public static Grid From(Quantizer quantizer)
        {
            ArgumentNullException.ThrowIfNull(quantizer);
            var (scale, zero, bits, signed) = quantizer;
            if (scale is not (> 0 and < double.PositiveInfinity)) throw new ArgumentException("scale", nameof(quantizer));
            if (bits is not (>= 2 and <= 16)) throw new ArgumentException("bits", nameof(quantizer));
            var (qMin, qMax) = IntegerRange(bits, signed);
            var grid = new Grid(scale, zero, qMin, qMax);
            return grid.Has(zero) ? grid : throw new ArgumentException("zero point", nameof(quantizer));
        }

        public bool Has(int code) => QMin <= code && code <= QMax;

        public double ValueOf(int code) => Scale * (code - Zero);

        public int? CodeOf(double x)
        {
            if (double.IsNaN(x)) return null;
            var steps = RoundHalfToEven(x / Scale);
            if (steps <= QMin - Zero) return QMin;
            if (steps >= QMax - Zero) return QMax;
            return (int)steps + Zero;
        }

        public Side SideOf(double x)
            => x < ValueOf(QMin) ? Side.Below : x > ValueOf(QMax) ? Side.Above : double.IsNaN(x) ? Side.Nowhere : Side.Within;
    }
}
