using System.Globalization;
using System.Text;
using KataKit.Specs.Checking;

namespace KataKit.Specs;

/// <summary>Comparisons of ids, merges, words and texts that name the first place that differs and escape what one cannot see.</summary>
internal static class BpeAssert
{
    private static readonly Tolerance Exact = new(0, 0);

    /// <summary>Compares ids.</summary>
    /// <param name="actual">The answer's ids.</param>
    /// <param name="expected">The expected ids.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">They differ.</exception>
    public static void Ids(IReadOnlyList<int>? actual, IReadOnlyList<int> expected, string because)
    {
        if (actual is not null && expected.Count <= 8 && !actual.SequenceEqual(expected))
        {
            throw new SpecFailureException($"{because}: expected {Show(expected)}, got {Show(actual)}.");
        }

        Close.To(actual?.Select(id => (double)id).ToList(), [.. expected.Select(id => (double)id)], because, Exact);
    }

    /// <summary>Compares merges; the message names the first rank that differs.</summary>
    /// <param name="actual">The answer's merges.</param>
    /// <param name="expected">The expected merges.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">They differ.</exception>
    public static void Merges(
        IReadOnlyList<(int Left, int Right)>? actual, IReadOnlyList<(int Left, int Right)> expected, string because)
        => Items(actual, expected, "merge", merge => Show([merge.Left, merge.Right]), because);

    /// <summary>Compares words; the message names the first word that differs.</summary>
    /// <param name="actual">The answer's words.</param>
    /// <param name="expected">The expected words.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">They differ.</exception>
    public static void Words(IReadOnlyList<string>? actual, IReadOnlyList<string> expected, string because)
        => Items(actual, expected, "word", Show, because);

    /// <summary>Compares counts of words; the message names the first word in ordinal order that differs.</summary>
    /// <param name="actual">The answer's counts.</param>
    /// <param name="expected">The expected counts.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">They differ.</exception>
    public static void Counts(IReadOnlyDictionary<string, int>? actual, IReadOnlyDictionary<string, int> expected, string because)
    {
        if (actual is null)
        {
            throw new SpecFailureException($"{because}: got null.");
        }

        foreach (var word in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            var (found, wanted) = (Count(actual, word), Count(expected, word));
            if (found != wanted)
            {
                throw new SpecFailureException($"{because}: expected {wanted ?? "no entry"} for {Show(word)}, got {found ?? "no entry"}.");
            }
        }
    }

    /// <summary>Compares texts, code unit by code unit.</summary>
    /// <param name="actual">The answer's text.</param>
    /// <param name="expected">The expected text.</param>
    /// <param name="because">The property, as a sentence.</param>
    /// <exception cref="SpecFailureException">They differ.</exception>
    public static void Text(string? actual, string expected, string because)
    {
        if (!string.Equals(actual, expected, StringComparison.Ordinal))
        {
            var same = actual is null ? 0 : actual.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new SpecFailureException(
                $"{because}: expected {Show(expected)}, got {Show(actual)}; they differ from code unit {same} on.");
        }
    }

    /// <summary>Prints a text in quotes, with everything but printable ASCII escaped; the end of a long one is left out.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as a C# literal.</returns>
    public static string Show(string? text)
    {
        const int Longest = 80;
        if (text is null)
        {
            return "null";
        }

        var shown = new StringBuilder("\"");
        foreach (var unit in text.Take(Longest))
        {
            shown.Append(unit is >= ' ' and <= '~' ? unit.ToString() : "\\u" + ((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        return shown.Append(text.Length > Longest ? "…\"" : "\"").ToString();
    }

    /// <summary>Prints ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <returns>The ids in brackets.</returns>
    public static string Show(IEnumerable<int> ids)
        => "[" + string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture))) + "]";

    private static string? Count(IReadOnlyDictionary<string, int> counts, string word)
        => counts.TryGetValue(word, out var count) ? count.ToString(CultureInfo.InvariantCulture) : null;

    private static void Items<T>(IReadOnlyList<T>? actual, IReadOnlyList<T> expected, string noun, Func<T, string> show, string because)
    {
        if (actual is null)
        {
            throw new SpecFailureException($"{because}: got null.");
        }

        for (var i = 0; i < Math.Max(actual.Count, expected.Count); i++)
        {
            var found = i < actual.Count ? show(actual[i]) : "nothing more";
            var wanted = i < expected.Count ? show(expected[i]) : "nothing more";
            if (found != wanted)
            {
                throw new SpecFailureException($"{because}: {noun} {i} must be {wanted}, got {found}.");
            }
        }
    }
}
