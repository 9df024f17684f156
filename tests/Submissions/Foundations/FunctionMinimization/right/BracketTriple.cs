// style: a point in the middle that moves, each probe in the larger part; grid streamed through three samples
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    private static readonly double SmallPart = (3 - Math.Sqrt(5)) / 2;

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(f);
        CheckInterval(a, b);
        CheckPositive(tolerance, nameof(tolerance));

        var low = Sample(f, a);
        var high = Sample(f, b);
        var ends = high.Value < low.Value ? high : low;
        var middle = Sample(f, a + SmallPart * (b - a));
        while (high.X - low.X > tolerance)
        {
            // The probe goes into the larger part, at such a place that both outcomes leave a bracket of the same shape.
            var toTheRight = high.X - middle.X > middle.X - low.X;
            var x = toTheRight
                ? middle.X + SmallPart * (high.X - middle.X)
                : middle.X - SmallPart * (middle.X - low.X);
            if (x <= low.X || x >= high.X || x == middle.X)
                break;

            var probe = Sample(f, x);
            if (probe.Value < middle.Value)
            {
                if (toTheRight)
                    low = middle;
                else
                    high = middle;
                middle = probe;
            }
            else if (toTheRight)
            {
                high = probe;
            }
            else
            {
                low = probe;
            }
        }

        return middle.Value < ends.Value ? middle : ends;
    }

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(derivative);
        CheckInterval(a, b);
        if (double.IsNaN(start) || start < a || start > b)
            throw new ArgumentOutOfRangeException(nameof(start));
        CheckPositive(learningRate, nameof(learningRate));
        CheckPositive(tolerance, nameof(tolerance));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSteps);

        double x = start, from;
        do
        {
            from = x;
            var slope = derivative(from);
            if (slope != slope)
                throw new ArgumentException("NaN", nameof(derivative));
            x = Math.Max(a, Math.Min(b, from - learningRate * slope));
        }
        while (--maxSteps > 0 && Math.Abs(x - from) > tolerance);
        return Sample(f, x);
    }

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(f);
        CheckInterval(a, b);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        CheckPositive(tolerance, nameof(tolerance));

        Minimum? before = null;
        var here = Sample(f, a);
        var best = here;
        for (var i = 1; i <= samples; i++)
        {
            Minimum? behind = i == samples ? null
                : Sample(f, i == samples - 1 ? b : a + (b - a) / (samples - 1) * i);
            if (here.Value < best.Value)
                best = here;
            if (!(before?.Value < here.Value) && !(behind?.Value < here.Value))
            {
                var lowest = GoldenSection(f, before?.X ?? here.X, behind?.X ?? here.X, tolerance);
                if (lowest.Value < best.Value)
                    best = lowest;
            }

            before = here;
            here = behind ?? here;
        }

        return best;
    }

    private static Minimum Sample(Func<double, double> f, double x)
    {
        var y = f(x);
        return double.IsNaN(y) ? throw new ArgumentException("NaN", nameof(f)) : new Minimum(x, y);
    }

    private static void CheckInterval(double a, double b)
    {
        if (!double.IsFinite(a))
            throw new ArgumentOutOfRangeException(nameof(a), a, "The left end is not a finite number.");
        if (!double.IsFinite(b) || b < a || !double.IsFinite(b - a))
            throw new ArgumentOutOfRangeException(nameof(b), b, "The right end is no finite number at or above the left end, or too far off.");
    }

    private static void CheckPositive(double value, string name)
    {
        if (!(value > 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");
    }
}
