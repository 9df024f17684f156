using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    // With this ratio, and no other, a probe that is kept divides the smaller bracket as its partner would have to: 1 − ρ = ρ².
    private static readonly double Ratio = (Math.Sqrt(5) - 1) / 2;

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(f);
        RequireInterval(a, b);
        RequirePositive(tolerance, nameof(tolerance));

        var lowestEnd = LowerOf(Probe(f, a), Probe(f, b));
        var left = Probe(f, b - (Ratio * (b - a)));
        var right = Probe(f, a + (Ratio * (b - a)));

        // When just a few doubles are left between the ends, the probes meet, and a finer tolerance is out of reach.
        while (b - a > tolerance && left.X < right.X)
        {
            if (left.Value < right.Value)
            {
                b = right.X;
                right = left;
                left = Probe(f, b - (Ratio * (b - a)));
            }
            else
            {
                a = left.X;
                left = right;
                right = Probe(f, a + (Ratio * (b - a)));
            }
        }

        // Of two probes the lower one is always kept, so that these are the lowest within.
        return LowerOf(lowestEnd, LowerOf(left, right));
    }

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f,
        Func<double, double> derivative,
        double a,
        double b,
        double start,
        double learningRate,
        double tolerance,
        int maxSteps)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(derivative);
        RequireInterval(a, b);
        Require(start >= a && start <= b, start, nameof(start), "The start must lie within the interval.");
        RequirePositive(learningRate, nameof(learningRate));
        RequirePositive(tolerance, nameof(tolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSteps, 1);

        var x = start;
        for (var step = 0; step < maxSteps; step++)
        {
            var slope = Answer(derivative, x, nameof(derivative));
            var next = Math.Clamp(x - (learningRate * slope), a, b);
            var moved = Math.Abs(next - x);
            x = next;
            if (moved <= tolerance)
            {
                break;
            }
        }

        return Probe(f, x);
    }

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(f);
        RequireInterval(a, b);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        RequirePositive(tolerance, nameof(tolerance));

        // A point is computed from its index, so that rounding does not add up, and the last one is set, so that it is b.
        var last = samples - 1;
        var grid = new Minimum[samples];
        for (var i = 0; i < samples; i++)
        {
            grid[i] = Probe(f, i == last ? b : a + ((b - a) * ((double)i / last)));
        }

        var lowest = grid[0];
        for (var i = 0; i < samples; i++)
        {
            var before = grid[Math.Max(i - 1, 0)];
            var behind = grid[Math.Min(i + 1, last)];
            if (grid[i].Value <= before.Value && grid[i].Value <= behind.Value)
            {
                lowest = LowerOf(lowest, LowerOf(grid[i], GoldenSection(f, before.X, behind.X, tolerance)));
            }
        }

        return lowest;
    }

    private static Minimum Probe(Func<double, double> f, double x) => new(x, Answer(f, x, nameof(f)));

    private static double Answer(Func<double, double> function, double x, string name)
    {
        var answer = function(x);
        return double.IsNaN(answer) ? throw new ArgumentException($"The function is NaN at {x}, which cannot be compared.", name) : answer;
    }

    private static Minimum LowerOf(Minimum one, Minimum other) => other.Value < one.Value ? other : one;

    private static void RequireInterval(double a, double b)
    {
        Require(double.IsFinite(a), a, nameof(a), "The left end must be a finite number.");
        Require(double.IsFinite(b) && a <= b, b, nameof(b), "The right end must be a finite number, not below the left end.");
        Require(double.IsFinite(b - a), b, nameof(b), "The interval is too long: b − a overflows.");
    }

    private static void RequirePositive(double value, string name)
        => Require(value > 0 && double.IsFinite(value), value, name, "A positive finite number is needed.");

    private static void Require(bool holds, double value, string name, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
