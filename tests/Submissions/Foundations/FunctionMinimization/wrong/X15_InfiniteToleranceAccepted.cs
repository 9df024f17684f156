// mistake: X15 an infinite tolerance passes
// fails: GlobalMinimum_rejects_a_tolerance_that_is_not_positive_and_finite
// rule: none
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    private const double InverseGoldenRatio = 0.6180339887498949;

    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(f);
        CheckInterval(a, b);
        CheckPositive(tolerance, nameof(tolerance));

        double fa = At(f, a), fb = At(f, b);
        var best = fa <= fb ? new Minimum(a, fa) : new Minimum(b, fb);

        double x1 = b - InverseGoldenRatio * (b - a), x2 = a + InverseGoldenRatio * (b - a);
        double f1 = At(f, x1), f2 = At(f, x2);
        while (b - a > tolerance)
        {
            if (x1 <= a || x1 >= x2 || x2 >= b)
                break;
            if (f1 < f2)
            {
                b = x2;
                x2 = x1;
                f2 = f1;
                x1 = b - InverseGoldenRatio * (b - a);
                f1 = At(f, x1);
            }
            else
            {
                a = x1;
                x1 = x2;
                f1 = f2;
                x2 = a + InverseGoldenRatio * (b - a);
                f2 = At(f, x2);
            }
        }

        if (f1 < best.Value)
            best = new Minimum(x1, f1);
        if (f2 < best.Value)
            best = new Minimum(x2, f2);
        return best;
    }

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(derivative);
        CheckInterval(a, b);
        if (!(start >= a && start <= b))
            throw new ArgumentOutOfRangeException(nameof(start), start, "The start lies outside the interval.");
        CheckPositive(learningRate, nameof(learningRate));
        CheckPositive(tolerance, nameof(tolerance));
        if (maxSteps < 1)
            throw new ArgumentOutOfRangeException(nameof(maxSteps), maxSteps, "At least one step is needed.");

        double x = start;
        for (int step = 0; step < maxSteps; step++)
        {
            double slope = derivative(x);
            if (double.IsNaN(slope))
                throw new ArgumentException("The derivative is NaN.", nameof(derivative));

            double next = x - learningRate * slope;
            if (next < a)
                next = a;
            if (next > b)
                next = b;

            double moved = Math.Abs(next - x);
            x = next;
            if (moved <= tolerance)
                break;
        }

        return new Minimum(x, At(f, x));
    }

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(f);
        CheckInterval(a, b);
        if (samples < 2)
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "A grid needs its two ends.");
        CheckPositive(tolerance, nameof(tolerance));

        int last = samples - 1;
        double h = (b - a) / last;
        var xs = new double[samples];
        var ys = new double[samples];
        for (int i = 0; i < samples; i++)
        {
            xs[i] = i == last ? b : a + i * h;
            ys[i] = At(f, xs[i]);
        }

        var best = new Minimum(xs[0], ys[0]);
        for (int i = 1; i < samples; i++)
        {
            if (ys[i] < best.Value)
                best = new Minimum(xs[i], ys[i]);
        }

        for (int i = 0; i < samples; i++)
        {
            int left = Math.Max(i - 1, 0), right = Math.Min(i + 1, last);
            if (ys[i] <= ys[left] && ys[i] <= ys[right])
            {
                var candidate = GoldenSection(f, xs[left], xs[right], tolerance);
                if (candidate.Value < best.Value)
                    best = candidate;
            }
        }

        return best;
    }

    private static double At(Func<double, double> f, double x)
    {
        double y = f(x);
        if (double.IsNaN(y))
            throw new ArgumentException("The function is NaN.", nameof(f));
        return y;
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
        if (!(value > 0))
            throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");
    }
}
