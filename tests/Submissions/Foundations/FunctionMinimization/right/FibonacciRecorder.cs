// style: Fibonacci search with the number of steps known beforehand; an object that remembers the lowest point tried
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
    {
        var tried = new Recorder(f);
        CheckInterval(a, b);
        CheckPositive(tolerance, nameof(tolerance));

        tried.At(a);
        tried.At(b);
        Search(tried, a, b, tolerance);
        return tried.Lowest;
    }

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
    {
        var values = new Recorder(f);
        var slopes = new Recorder(derivative, nameof(derivative));
        CheckInterval(a, b);
        if (start < a || start > b || double.IsNaN(start))
            throw new ArgumentOutOfRangeException(nameof(start));
        CheckPositive(learningRate, nameof(learningRate));
        CheckPositive(tolerance, nameof(tolerance));
        if (maxSteps < 1)
            throw new ArgumentOutOfRangeException(nameof(maxSteps));

        var position = start;
        while (maxSteps-- > 0)
        {
            var wanted = position - (slopes.At(position) * learningRate);
            var reached = wanted < a ? a : wanted > b ? b : wanted;
            var still = Math.Abs(reached - position) <= tolerance;
            position = reached;
            if (still)
                maxSteps = 0;
        }

        values.At(position);
        return values.Lowest;
    }

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        var tried = new Recorder(f);
        CheckInterval(a, b);
        if (samples < 2)
            throw new ArgumentOutOfRangeException(nameof(samples));
        CheckPositive(tolerance, nameof(tolerance));

        double X(int i) => i <= 0 ? a : i >= samples - 1 ? b : Math.FusedMultiplyAdd((b - a) / (samples - 1), i, a);
        var y = new double[samples];
        for (var i = 0; i < samples; i++)
            y[i] = tried.At(X(i));
        for (var i = 0; i < samples; i++)
        {
            var higherBefore = i == 0 || y[i - 1] >= y[i];
            var higherBehind = i == samples - 1 || y[i + 1] >= y[i];
            if (higherBefore && higherBehind)
                Search(tried, X(i - 1), X(i + 1), tolerance);
        }

        return tried.Lowest;
    }

    /// <summary>Fibonacci search within (a, b); the ends have been tried before.</summary>
    private static void Search(Recorder tried, double a, double b, double tolerance)
    {
        var golden = (1 + Math.Sqrt(5)) / 2;
        var steps = (int)Math.Max(0, Math.Ceiling((Math.Log(b - a) - Math.Log(tolerance)) / Math.Log(golden))) + 1;
        double left = b - Part(steps) * (b - a), right = a + Part(steps) * (b - a);
        double atLeft = tried.At(left), atRight = tried.At(right);
        while (--steps > 0 && a < left && left < right && right < b)
        {
            if (atLeft < atRight)
            {
                (b, right, atRight) = (right, left, atLeft);
                left = b - Part(steps) * (b - a);
                atLeft = tried.At(left);
            }
            else
            {
                (a, left, atLeft) = (left, right, atRight);
                right = a + Part(steps) * (b - a);
                atRight = tried.At(right);
            }
        }
    }

    /// <summary>F(n + 2) / F(n + 3), which tends to the golden ratio.</summary>
    private static double Part(int n)
    {
        double smaller = 2, larger = 3;
        for (var i = 1; i < Math.Min(n, 60); i++)
            (smaller, larger) = (larger, smaller + larger);
        return smaller / larger;
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

    private sealed class Recorder
    {
        private readonly Func<double, double> function;
        private readonly string name;
        private bool any;

        public Recorder(Func<double, double> function, string name = "f")
        {
            this.function = function ?? throw new ArgumentNullException(name);
            this.name = name;
        }

        public Minimum Lowest { get; private set; }

        public double At(double x)
        {
            var value = function(x);
            if (double.IsNaN(value))
                throw new ArgumentException($"NaN at {x}", name);
            if (!any || value < Lowest.Value)
                Lowest = new Minimum(x, value);
            any = true;
            return value;
        }
    }
}
