using KataKit.Contracts;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the minimization kata: <see cref="IFunctionMinimization"/> member by member, in building order. Every function that
/// an answer gets counts its calls and refuses points outside the interval, so that no test depends on a clock.
/// </summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class FunctionMinimizationSpec<TKata>
    where TKata : IFunctionMinimization
{
    /// <summary>For results that the contract fixes to the last bit.</summary>
    private static readonly Tolerance Exact = new(0, 0);

    /// <summary>The example of the notes.</summary>
    private static double Parabola(double x) => (3 * x * x) + 10;

    /// <summary>
    /// Searches, and holds the result against what every result must be: tried, lowest, within the budget and the interval.
    /// </summary>
    private static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance)
        => GoldenSection(f, a, b, tolerance, out _);

    private static Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance, out ProbedFunction probed)
    {
        var counted = new ProbedFunction(f, a, b, GoldenCalls(b - a, tolerance));
        var result = Answer(
            $"GoldenSection on [{ProbedFunction.Show(a)}, {ProbedFunction.Show(b)}]",
            () => TKata.GoldenSection(counted.At, a, b, tolerance));
        counted.ExpectLowestOf(result);
        probed = counted;
        return result;
    }

    /// <summary>
    /// Samples and searches, and holds the result against what every result must be: tried, lowest, within the budget and the interval.
    /// </summary>
    private static Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance)
        => GlobalMinimum(f, a, b, samples, tolerance, out _);

    private static Minimum GlobalMinimum(
        Func<double, double> f, double a, double b, int samples, double tolerance, out ProbedFunction probed)
    {
        var spacing = (b - a) / (samples - 1);
        var calls = samples + (Valleys(f, a, b, samples) * GoldenCalls(2 * spacing, tolerance));
        var counted = new ProbedFunction(f, a, b, calls);
        var result = Answer(
            $"GlobalMinimum on [{ProbedFunction.Show(a)}, {ProbedFunction.Show(b)}] with {samples} samples",
            () => TKata.GlobalMinimum(counted.At, a, b, samples, tolerance));
        counted.ExpectLowestOf(result);
        probed = counted;
        return result;
    }

    /// <summary>The budget of golden-section search: <c>⌈log_φ(width / tolerance)⌉ + 5</c>.</summary>
    private static int GoldenCalls(double width, double tolerance)
    {
        // The quotient may overflow; the difference of the logarithms does not. An interval of one point has a logarithm of −∞.
        var shrinks = Math.Ceiling((Math.Log(width) - Math.Log(tolerance)) / Math.Log((1 + Math.Sqrt(5)) / 2));
        return (int)Math.Max(0, shrinks) + 5;
    }

    /// <summary>The number of grid points that are no higher than their neighbours; a difference that is a matter of rounding is none.</summary>
    private static int Valleys(Func<double, double> f, double a, double b, int samples)
    {
        // The grid may be computed in several ways, which differ in the last digit: of two points on either side of a tip one or both are lowest.
        static bool IsNoHigher(double value, double neighbour)
            => value <= neighbour || (double.IsFinite(neighbour) && value - neighbour <= 1e-9 * Math.Max(1, Math.Abs(neighbour)));

        var values = Enumerable.Range(0, samples).Select(i => f(GridPoint(a, b, samples, i))).ToArray();
        return Enumerable.Range(0, samples).Count(
            i => (i == 0 || IsNoHigher(values[i], values[i - 1])) && (i == samples - 1 || IsNoHigher(values[i], values[i + 1])));
    }

    private static double GridPoint(double a, double b, int samples, int i)
        => i == samples - 1 ? b : a + (i * ((b - a) / (samples - 1)));

    /// <summary>Runs an answer; an accident in it becomes a failure that tells the call.</summary>
    private static Minimum Answer(string call, Func<Minimum> member)
    {
        try
        {
            return member();
        }
        catch (Exception exception) when (exception is not (NotImplementedException or SpecFailureException))
        {
            throw new SpecFailureException($"{call} threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>
    /// Requires that X lies within a tolerance of where it must lie. The tolerance is the contract's, so that it is judged as it is.
    /// </summary>
    private static void Near(Minimum result, double expected, double tolerance, string because)
        => Close.To(result.X, expected, $"{because}; X", new Tolerance(tolerance, 0));
}
