// style: a bracket as start and length, the length multiplied by the ratio; descent by early return
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    // x, where x + x² = 1
    private static readonly double Shrink = Math.Sqrt(1.25) - 0.5;

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
    {
        Guard(f, nameof(f), a, b);
        GuardPositive(tolerance, nameof(tolerance));
        var best = Better(Look(f, a), Look(f, b));
        if (a == b)
            return best;

        var from = a;
        var length = b - a;
        Minimum? lower = null, upper = null;
        while (true)
        {
            lower ??= Look(f, Math.Max(from + (1 - Shrink) * length, a));
            upper ??= Look(f, Math.Min(from + Shrink * length, b));
            best = Better(best, Better(lower.Value, upper.Value));
            if (length <= tolerance || !(lower.Value.X > from) || !(upper.Value.X > lower.Value.X) || !(from + length > upper.Value.X))
                return best;

            if (upper.Value.Value > lower.Value.Value)
            {
                length = upper.Value.X - from;
                upper = lower;
                lower = null;
            }
            else
            {
                length = from + length - lower.Value.X;
                from = lower.Value.X;
                lower = upper;
                upper = null;
            }
        }
    }

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
    {
        Guard(f, nameof(f), 0, 0);
        Guard(derivative, nameof(derivative), a, b);
        if (!(start >= a & start <= b))
            throw new ArgumentOutOfRangeException(nameof(start), start, $"Outside [{a}, {b}].");
        GuardPositive(learningRate, nameof(learningRate));
        GuardPositive(tolerance, nameof(tolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSteps, 1);

        for (var x = start; ; maxSteps--)
        {
            var slope = derivative(x);
            if (double.IsNaN(slope))
                throw new ArgumentException($"NaN at {x}", nameof(derivative));
            var next = double.Clamp(x - slope * learningRate, a, b);
            if (maxSteps == 1 || double.Abs(x - next) <= tolerance)
                return Look(f, next);
            x = next;
        }
    }

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        Guard(f, nameof(f), a, b);
        if (samples < 2)
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "Two at least.");
        GuardPositive(tolerance, nameof(tolerance));

        // A sentinel of +∞ on either side makes the ends like the other points; at +∞ throughout, ties still count.
        var grid = new Minimum[samples + 2];
        for (var i = 1; i <= samples; i++)
        {
            var share = (i - 1.0) / (samples - 1);
            grid[i] = Look(f, i == samples ? b : a * (1 - share) + b * share);
        }

        grid[0] = new Minimum(a, double.PositiveInfinity);
        grid[^1] = new Minimum(b, double.PositiveInfinity);
        var best = grid[1];
        for (var i = 1; i <= samples; i++)
        {
            best = Better(best, grid[i]);
            if (grid[i].Value <= Math.Min(grid[i - 1].Value, grid[i + 1].Value))
                best = Better(best, GoldenSection(f, grid[i - 1].X, grid[i + 1].X, tolerance));
        }

        return best;
    }

    private static Minimum Look(Func<double, double> f, double x)
    {
        var value = f(x);
        if (double.IsNaN(value))
            throw new ArgumentException($"NaN at {x}", nameof(f));
        return new Minimum(x, value);
    }

    private static Minimum Better(Minimum one, Minimum two) => two.Value < one.Value ? two : one;

    private static void Guard(Func<double, double> function, string name, double a, double b)
    {
        ArgumentNullException.ThrowIfNull(function, name);
        if (!double.IsFinite(a))
            throw new ArgumentOutOfRangeException(nameof(a), a, "A finite number is needed.");
        if (!(b >= a) || !double.IsFinite(b - a))
            throw new ArgumentOutOfRangeException(nameof(b), b, "A finite number is needed, not below a and not too far above.");
    }

    private static void GuardPositive(double value, string name)
    {
        if (!double.IsFinite(value) || !double.IsPositive(value) || value == 0)
            throw new ArgumentOutOfRangeException(name, value, "A positive finite number is needed.");
    }
}
