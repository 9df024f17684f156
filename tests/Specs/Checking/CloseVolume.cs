using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KataKit.Specs.Checking;

/// <summary>Numeric comparisons of rank-3 arrays, told and measured like those of <see cref="Close"/>.</summary>
public static class CloseVolume
{
    /// <summary>Compares two rank-3 arrays entry by entry.</summary>
    /// <param name="actual">The answer's array.</param>
    /// <param name="expected">The expected array.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <param name="tolerance">What still counts as equal; <see cref="Tolerance.Default"/> where omitted.</param>
    /// <exception cref="SpecFailureException">The shapes or an entry differ, or the answer's array is <see langword="null"/>.</exception>
    public static void To(double[,,]? actual, double[,,] expected, string because, Tolerance? tolerance = null)
    {
        SameShape(actual, expected, because);
        var limit = tolerance ?? Tolerance.Default;
        (int C, int I, int J)? first = null;
        var worst = 0.0;
        var differing = 0;
        for (var c = 0; c < expected.GetLength(0); c++)
        {
            for (var i = 0; i < expected.GetLength(1); i++)
            {
                for (var j = 0; j < expected.GetLength(2); j++)
                {
                    var distance = limit.Distance(actual[c, i, j], expected[c, i, j]);
                    if (distance > 1)
                    {
                        first ??= (c, i, j);
                        differing++;
                        worst = Math.Max(worst, distance);
                    }
                }
            }
        }

        if (first is var (x, y, z))
        {
            throw new SpecFailureException(
                $"{because}: {differing} of {expected.Length} entries differ, the first at [{x}, {y}, {z}]: "
                    + $"expected {Show(expected[x, y, z])}, got {Show(actual[x, y, z])}.",
                worst,
                ComparedMatrices.Around(
                    (i, j) => actual[x, i, j], (i, j) => expected[x, i, j], (expected.GetLength(1), expected.GetLength(2)), (y, z), limit, slice: x));
        }
    }

    /// <summary>Requires that a rank-3 array is there and has the shape of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="actual">The answer's array.</param>
    /// <param name="expected">An array of the expected shape.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">The shapes differ, or <paramref name="actual"/> is <see langword="null"/>.</exception>
    public static void SameShape<T>([NotNull] T[,,]? actual, T[,,] expected, string because)
    {
        if (actual is null)
        {
            throw new SpecFailureException($"{because}: got null.");
        }

        if (Shape(actual) != Shape(expected))
        {
            throw new SpecFailureException($"{because}: expected shape {Shape(expected)}, got {Shape(actual)}.");
        }
    }

    private static string Shape(Array volume) => $"{volume.GetLength(0)} × {volume.GetLength(1)} × {volume.GetLength(2)}";

    private static string Show(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
