using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs.Checking;

/// <summary>
/// Numeric comparisons that fail with the property that broke, the first entry that differs and its indices, and that record by how
/// many tolerances the worst entry is off.
/// </summary>
public static class Close
{
    /// <summary>Compares two numbers.</summary>
    /// <param name="actual">The answer's value.</param>
    /// <param name="expected">The expected value.</param>
    /// <param name="because">The property, as a sentence: "the weights of a row sum to 1".</param>
    /// <param name="tolerance">What still counts as equal; <see cref="Tolerance.Default"/> where omitted.</param>
    /// <exception cref="SpecFailureException">The numbers differ.</exception>
    public static void To(double actual, double expected, string because, Tolerance? tolerance = null)
    {
        var distance = (tolerance ?? Tolerance.Default).Distance(actual, expected);
        if (distance > 1)
        {
            throw new SpecFailureException($"{because}: expected {Show(expected)}, got {Show(actual)}.", distance);
        }
    }

    /// <summary>Compares two vectors, arrays or sequences entry by entry.</summary>
    /// <param name="actual">The answer's values.</param>
    /// <param name="expected">The expected values.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <param name="tolerance">What still counts as equal; <see cref="Tolerance.Default"/> where omitted.</param>
    /// <exception cref="SpecFailureException">The lengths or an entry differ, or <paramref name="actual"/> is <see langword="null"/>.</exception>
    public static void To(IReadOnlyList<double>? actual, IReadOnlyList<double> expected, string because, Tolerance? tolerance = null)
    {
        if (actual is null)
        {
            throw new SpecFailureException($"{because}: got null.");
        }

        if (actual.Count != expected.Count)
        {
            throw new SpecFailureException($"{because}: expected {expected.Count} entries, got {actual.Count}.");
        }

        Compare(expected.Count, i => actual[i], i => expected[i], i => $"[{i}]", because, tolerance);
    }

    /// <summary>Compares two matrices entry by entry.</summary>
    /// <param name="actual">The answer's matrix.</param>
    /// <param name="expected">The expected matrix.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <param name="tolerance">What still counts as equal; <see cref="Tolerance.Default"/> where omitted.</param>
    /// <exception cref="SpecFailureException">The shapes or an entry differ, or <paramref name="actual"/> is <see langword="null"/>.</exception>
    public static void To(Matrix<double>? actual, Matrix<double> expected, string because, Tolerance? tolerance = null)
        => To(actual?.ToArray(), expected.ToArray(), because, tolerance);

    /// <summary>Compares two rectangular arrays entry by entry.</summary>
    /// <param name="actual">The answer's array.</param>
    /// <param name="expected">The expected array.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <param name="tolerance">What still counts as equal; <see cref="Tolerance.Default"/> where omitted.</param>
    /// <exception cref="SpecFailureException">The shapes or an entry differ, or <paramref name="actual"/> is <see langword="null"/>.</exception>
    public static void To(double[,]? actual, double[,] expected, string because, Tolerance? tolerance = null)
    {
        if (actual is null)
        {
            throw new SpecFailureException($"{because}: got null.");
        }

        var (rows, columns) = (expected.GetLength(0), expected.GetLength(1));
        if (actual.GetLength(0) != rows || actual.GetLength(1) != columns)
        {
            throw new SpecFailureException(
                $"{because}: expected shape {rows} × {columns}, got {actual.GetLength(0)} × {actual.GetLength(1)}.");
        }

        Compare(
            rows * columns,
            i => actual[i / columns, i % columns],
            i => expected[i / columns, i % columns],
            i => $"[{i / columns}, {i % columns}]",
            because,
            tolerance,
            (first, limit) => ComparedMatrices.Around(
                (i, j) => actual[i, j], (i, j) => expected[i, j], (rows, columns), (first / columns, first % columns), limit));
    }

    private static void Compare(
        int count,
        Func<int, double> actual,
        Func<int, double> expected,
        Func<int, string> index,
        string because,
        Tolerance? tolerance,
        Func<int, Tolerance, ComparedMatrices?>? matrices = null)
    {
        var limit = tolerance ?? Tolerance.Default;
        var first = -1;
        var worst = 0.0;
        var differing = 0;
        for (var i = 0; i < count; i++)
        {
            var distance = limit.Distance(actual(i), expected(i));
            if (distance <= 1)
            {
                continue;
            }

            first = first < 0 ? i : first;
            differing++;
            worst = Math.Max(worst, distance);
        }

        if (first >= 0)
        {
            throw new SpecFailureException(
                $"{because}: {differing} of {count} entries differ, the first at {index(first)}: expected {Show(expected(first))}, got {Show(actual(first))}.",
                worst,
                matrices?.Invoke(first, limit));
        }
    }

    private static string Show(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
