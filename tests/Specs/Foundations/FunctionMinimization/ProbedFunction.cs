using System.Globalization;
using KataKit.Contracts;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>
/// A function that keeps a record of its calls. It refuses points outside its interval, and it refuses to be called more often than
/// allowed, so that an endless search ends with a failure instead of with the patience of whoever waits.
/// </summary>
/// <param name="function">The function.</param>
/// <param name="a">The left end of the interval.</param>
/// <param name="b">The right end.</param>
/// <param name="calls">How many calls are allowed.</param>
/// <param name="name">What the contract calls the function: <c>f</c> or <c>derivative</c>.</param>
internal sealed class ProbedFunction(Func<double, double> function, double a, double b, int calls, string name = "f")
{
    private readonly List<Minimum> _calls = [];

    public IReadOnlyList<Minimum> Calls => _calls;

    /// <summary>The function as an answer sees it.</summary>
    /// <param name="x">The point.</param>
    /// <returns>The value there.</returns>
    public double At(double x)
    {
        if (!(x >= a && x <= b))
        {
            throw new SpecFailureException(
                $"{name} must not be called outside [{Show(a)}, {Show(b)}]; call {_calls.Count + 1} asks for {Show(x)}.");
        }

        if (_calls.Count == calls)
        {
            throw new SpecFailureException(
                $"{name} may be called {calls} times on [{Show(a)}, {Show(b)}] and was called again, "
                + $"at {Show(x)} after {Show(_calls[^1].X)}. "
                + "Does each pass of the loop shrink the bracket, and does it need one new value only?");
        }

        var value = function(x);
        _calls.Add(new Minimum(x, value));
        return value;
    }

    /// <summary>
    /// Requires that a result is one of the points tried, with the value that the function gave there, and the lowest of all.
    /// </summary>
    /// <param name="result">The result of an answer.</param>
    public void ExpectLowestOf(Minimum result)
    {
        ExpectTried(result);
        var lowest = _calls.MinBy(call => call.Value);
        if (lowest.Value < result.Value)
        {
            throw new SpecFailureException(
                $"The result must be the lowest of all points tried, the ends included: "
                + $"{name}({Show(lowest.X)}) = {Show(lowest.Value)} was seen, "
                + $"and the result is {name}({Show(result.X)}) = {Show(result.Value)}.");
        }
    }

    /// <summary>Requires that a result is one of the points tried, with the value that the function gave there.</summary>
    /// <param name="result">The result of an answer.</param>
    public void ExpectTried(Minimum result)
    {
        if (_calls.All(call => !call.X.Equals(result.X)))
        {
            throw new SpecFailureException(
                $"X must be a point at which {name} was called (that is how its value is known); it was never called at {Show(result.X)} "
                + $"(X = {Show(result.X)}, Value = {Show(result.Value)}).");
        }

        if (!_calls.First(call => call.X.Equals(result.X)).Value.Equals(result.Value))
        {
            throw new SpecFailureException($"Value must be what {name} answered at X = {Show(result.X)}, got {Show(result.Value)}.");
        }
    }

    public static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
