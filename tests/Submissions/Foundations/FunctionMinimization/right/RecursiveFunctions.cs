// style: recursion in place of loops, tuples for the two probes, LINQ over the grid
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class FunctionMinimization : IFunctionMinimization
{
    public static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
    {
        Check(f, a, b, tolerance);
        double r = 2 / (1 + Math.Sqrt(5));
        Minimum Probe(double x) => Tried(f, x);

        (Minimum, Minimum) Shrink(double lo, double hi, Minimum p, Minimum q)
            => hi - lo <= tolerance || p.X <= lo || q.X <= p.X || q.X >= hi ? (p, q)
                : p.Value <= q.Value ? Shrink(lo, q.X, Probe(q.X - r * (q.X - lo)), p)
                : Shrink(p.X, hi, q, Probe(p.X + r * (hi - p.X)));

        var (left, right) = Shrink(a, b, Probe(b - r * (b - a)), Probe(a + r * (b - a)));
        return new[] { Probe(a), left, right, Probe(b) }.MinBy(tried => tried.Value);
    }

    public static Minimum ProjectedGradientDescent(
        Func<double, double> f, Func<double, double> derivative, double a, double b, double start, double learningRate, double tolerance, int maxSteps)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(derivative);
        Check(f, a, b, 1);
        if (!(a <= start) || !(start <= b)) throw new ArgumentOutOfRangeException("start");
        if (!(learningRate > 0) || double.IsInfinity(learningRate)) throw new ArgumentOutOfRangeException("learningRate");
        Check(f, a, b, tolerance);
        if (maxSteps <= 0) throw new ArgumentOutOfRangeException("maxSteps");

        double Step(double x)
        {
            var slope = derivative(x);
            return double.IsNaN(slope) ? throw new ArgumentException("NaN", "derivative") : Math.Clamp(x - learningRate * slope, a, b);
        }

        var (from, to) = (start, Step(start));
        for (var taken = 1; taken < maxSteps && Math.Abs(to - from) > tolerance; taken++)
            (from, to) = (to, Step(to));
        return Tried(f, to);
    }

    public static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
    {
        Check(f, a, b, 1);
        if (samples <= 1) throw new ArgumentOutOfRangeException("samples");
        Check(f, a, b, tolerance);

        var grid = Enumerable.Range(0, samples - 1)
            .Select(i => a + (b - a) * (i / (samples - 1.0)))
            .Append(b)
            .Select(x => Tried(f, x))
            .ToList();
        var valleys = grid
            .Select((here, i) => (Here: here, Before: grid[i == 0 ? 0 : i - 1], Behind: grid[i == samples - 1 ? i : i + 1]))
            .Where(three => three.Here.Value <= three.Before.Value && three.Here.Value <= three.Behind.Value)
            .Select(three => GoldenSection(f, three.Before.X, three.Behind.X, tolerance));
        return grid.Concat(valleys.ToList()).MinBy(tried => tried.Value);
    }

    private static Minimum Tried(Func<double, double> f, double x)
        => f(x) is var y && double.IsNaN(y) ? throw new ArgumentException("NaN", "f") : new Minimum(x, y);

    private static void Check(Func<double, double> f, double a, double b, double tolerance)
    {
        if (f is null) throw new ArgumentNullException("f");
        if (double.IsNaN(a) || double.IsInfinity(a)) throw new ArgumentOutOfRangeException("a");
        if (!(b >= a) || double.IsInfinity(b - a)) throw new ArgumentOutOfRangeException("b");
        if (!(tolerance > 0) || double.IsInfinity(tolerance)) throw new ArgumentOutOfRangeException("tolerance");
    }
}
