namespace KataKit.Contracts;

/// <summary>
/// The lowest point of a function of one variable on a closed interval <c>[a, b]</c>: by golden-section search (Kiefer 1953, "Sequential
/// minimax search for a maximum"), by projected gradient descent (Bertsekas 1976, "On the Goldstein-Levitin-Polyak gradient
/// projection method"), and, where there are several valleys, by a grid that is refined. The members stand in the order in which one
/// would build the answer.
/// </summary>
/// <remarks>
/// <para>
/// Functions are expensive: their calls are counted. None is ever called outside <c>[a, b]</c>, not even by one unit in the last
/// place. Both ends belong to the interval and may be the lowest point. Infinite values of a function are values like any other; an
/// exception that a function throws passes through.
/// </para>
/// <para>
/// Errors, the same for every member and judged in the order of the parameters. <see cref="ArgumentNullException"/>: a function is
/// <see langword="null"/>. <see cref="ArgumentOutOfRangeException"/>: <c>a</c> is NaN or infinite; <c>b</c> is NaN or infinite, lies
/// below <c>a</c>, or so far above it that <c>b − a</c> overflows; <c>tolerance</c> is not a positive finite number; and what a member
/// says of its other numbers. <see cref="ArgumentException"/> that names the function: it answered NaN, which cannot be compared.
/// <see cref="ArgumentException.ParamName"/> is the name of the parameter here.
/// </para>
/// <para>
/// A tolerance finer than the doubles around the lowest point can resolve is not an error. The bounds on the number of calls hold all
/// the same, so the search ends, and the result is as near as doubles allow.
/// </para>
/// </remarks>
[Kata("function-minimization")]
public interface IFunctionMinimization
{
    /// <summary>Golden-section search for the lowest point of a unimodal function.</summary>
    /// <param name="f">
    /// The function, unimodal on the interval: it falls strictly up to some point x* and rises strictly from there on. Either part may be
    /// missing, so that x* is an end.
    /// </param>
    /// <param name="a">The left end.</param>
    /// <param name="b">The right end, at least <paramref name="a"/>. An interval of one point is a valid one.</param>
    /// <param name="tolerance">How far <see cref="Minimum.X"/> may lie from x*, in units of x.</param>
    /// <returns>
    /// The lowest of all points at which <paramref name="f"/> was called, both ends among them. It lies within
    /// <paramref name="tolerance"/> of x* as far as the values of <paramref name="f"/>, rounded to doubles, still fall and rise there;
    /// where the doubles themselves are coarser than the tolerance, within 16 units in the last place of x*. If x* is an end, X is that
    /// end exactly. For a function that is not unimodal only the first sentence holds.
    /// </returns>
    /// <remarks>
    /// Calls <paramref name="f"/> at most <c>⌈log_φ((b − a) / tolerance)⌉ + 5</c> times, φ = 1.618…, where a negative logarithm counts
    /// as 0. One call shrinks the bracket by φ; the 5 leaves room for the two ends, the two first probes and a last look.
    /// </remarks>
    static abstract Minimum GoldenSection(Func<double, double> f, double a, double b, double tolerance);

    /// <summary>
    /// Projected gradient descent: <c>xₜ₊₁ = P(xₜ − learningRate · f′(xₜ))</c>, where the projection P returns a point beyond an end
    /// to that end. Each step is projected, not just the last.
    /// </summary>
    /// <param name="f">The function; called once, at the point that is returned.</param>
    /// <param name="derivative">
    /// Its derivative; called once a step. An infinite derivative sends the step to the end that it points at.
    /// </param>
    /// <param name="a">The left end.</param>
    /// <param name="b">The right end, at least <paramref name="a"/>.</param>
    /// <param name="start">Where to begin, within the interval; otherwise <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="learningRate">
    /// The step per unit of slope: positive and finite, otherwise <see cref="ArgumentOutOfRangeException"/>.
    /// </param>
    /// <param name="tolerance">The descent ends with the first step that moves x by no more than this.</param>
    /// <param name="maxSteps">
    /// The most steps that are taken, at least 1, otherwise <see cref="ArgumentOutOfRangeException"/>. To run out of them is no error:
    /// with too large a learning rate the descent may jump to and fro for ever.
    /// </param>
    /// <returns>
    /// The point that the last step reached, and the function there. From a start in some valley that is the lowest point of that
    /// valley, if the learning rate is small enough; not necessarily that of the interval.
    /// </returns>
    static abstract Minimum ProjectedGradientDescent(
        Func<double, double> f,
        Func<double, double> derivative,
        double a,
        double b,
        double start,
        double learningRate,
        double tolerance,
        int maxSteps);

    /// <summary>
    /// The lowest point of a function with several valleys: samples the function on a grid, then searches around every grid point that is
    /// no higher than the grid points beside it, as far as these, for the lowest point of that valley.
    /// </summary>
    /// <param name="f">The function; no property of it is taken for granted.</param>
    /// <param name="a">The left end.</param>
    /// <param name="b">The right end, at least <paramref name="a"/>.</param>
    /// <param name="samples">
    /// The number of grid points, at least 2, otherwise <see cref="ArgumentOutOfRangeException"/>. They are equally spaced at a
    /// distance <c>h = (b − a) / (samples − 1)</c>; the first is <paramref name="a"/> and the last is <paramref name="b"/>, exactly.
    /// </param>
    /// <param name="tolerance">How closely each valley is searched, in units of x.</param>
    /// <returns>
    /// The lowest of all points at which <paramref name="f"/> was called, the grid among them, so that the result is never worse than the
    /// best grid point. If <paramref name="f"/> is unimodal from two grid distances below its lowest point to two above it (or to the
    /// end), X lies within <paramref name="tolerance"/> of that point, in the sense of <see cref="GoldenSection"/>. Narrower valleys
    /// may be missed: without a bound on the slope no finite number of samples can exclude them.
    /// </returns>
    /// <remarks>
    /// Calls <paramref name="f"/> at most <c>samples + v · (⌈log_φ(2h / tolerance)⌉ + 5)</c> times, v being the number of grid points
    /// around which it searches, where a negative logarithm counts as 0.
    /// </remarks>
    static abstract Minimum GlobalMinimum(Func<double, double> f, double a, double b, int samples, double tolerance);
}
