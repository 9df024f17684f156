using FsCheck;
using FsCheck.Fluent;

namespace KataKit.Specs;

/// <summary>Generated texts, word counts and merges, and ways to make a failing one smaller.</summary>
internal static class BpeSamples
{
    /// <summary>
    /// What texts are made of: letters that repeat, all kinds of white space, one to four bytes a character, combining marks, joiners,
    /// surrogates without partner, and U+0061 U+00AD, which a culture takes for "a".
    /// </summary>
    private static readonly string[] Pieces =
    [
        "a", "a", "b", "b", "ab", "c", " ", " ", "  ", "\n", "\t", "\u00A0", "\u3000", "\0", "é", "e\u0301", "ß", "你", "好", "😀", "👩\u200D🚀",
        "\uFEFF", "\uFFFD", "\u00AD", "\u200B", "\uD83D", "\uDE00",
    ];

    /// <summary>Texts of up to 24 pieces.</summary>
    public static readonly Gen<string> Texts =
        from size in Gen.Choose(0, 24)
        from pieces in Gen.Elements(Pieces).ArrayOf(size)
        select string.Concat(pieces);

    /// <summary>
    /// Up to eight words over few letters, so that pairs repeat, run and tie, with counts from 0 to 4. Words are of bytes, a character
    /// of two bytes among them; some hold spaces.
    /// </summary>
    public static readonly Gen<IReadOnlyDictionary<string, int>> WordCounts =
        from size in Gen.Choose(0, 8)
        from alphabet in Gen.Elements("a", "ab", "abc", "abé ", "xyzk")
        from words in WordOf(alphabet).ArrayOf(size)
        from counts in Gen.Choose(0, 4).ArrayOf(size)
        select (IReadOnlyDictionary<string, int>)words.Zip(counts)
            .GroupBy(word => word.First, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.First().Second, StringComparer.Ordinal);

    /// <summary>
    /// Merges of <c>a</c>, <c>b</c>, <c>c</c>, the space and each other, in any order of rank: unlike learned ones they hold merges that
    /// no text ever reaches, and several that spell the same.
    /// </summary>
    public static readonly Gen<IReadOnlyList<(int Left, int Right)>> Merges =
        from size in Gen.Choose(0, 14)
        from picks in Gen.Choose(0, 999).ArrayOf(2 * size)
        select Chain(picks);

    /// <summary>Texts that are mostly letters of <see cref="Merges"/>.</summary>
    public static readonly Gen<string> Letters =
        from size in Gen.Choose(0, 20)
        from letters in Gen.Elements('a', 'a', 'b', 'b', 'c', ' ').ArrayOf(size)
        select new string(letters);

    /// <summary>The text with one or half of its code units left out.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The smaller texts.</returns>
    public static IEnumerable<string> Smaller(string text)
    {
        if (text.Length > 1)
        {
            yield return text[..(text.Length / 2)];
            yield return text[(text.Length / 2)..];
        }

        for (var i = 0; i < text.Length; i++)
        {
            yield return text.Remove(i, 1);
        }
    }

    /// <summary>The words with one left out, made shorter, or made rarer.</summary>
    /// <param name="counts">Words with counts.</param>
    /// <returns>The smaller corpora.</returns>
    public static IEnumerable<IReadOnlyDictionary<string, int>> Smaller(IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (word, count) in counts)
        {
            var others = counts.Where(other => other.Key != word).ToDictionary(StringComparer.Ordinal);
            yield return others;
            foreach (var shorter in Smaller(word).Where(shorter => !others.ContainsKey(shorter)))
            {
                yield return new Dictionary<string, int>(others, StringComparer.Ordinal) { [shorter] = count };
            }

            if (count > 0)
            {
                yield return new Dictionary<string, int>(others, StringComparer.Ordinal) { [word] = count - 1 };
            }
        }
    }

    /// <summary>Prints words with their counts.</summary>
    /// <param name="counts">Words with counts.</param>
    /// <returns>The entries in braces.</returns>
    public static string Show(IReadOnlyDictionary<string, int> counts)
        => "{" + string.Join(", ", counts.Select(word => $"{BpeAssert.Show(word.Key)}: {word.Value}")) + "}";

    /// <summary>Prints merges.</summary>
    /// <param name="merges">The merges.</param>
    /// <returns>The pairs by rank.</returns>
    public static string Show(IEnumerable<(int Left, int Right)> merges)
        => "merges " + string.Join(" ", merges.Select(merge => $"({merge.Left}, {merge.Right})"));

    private static Gen<string> WordOf(string alphabet)
        => from size in Gen.Choose(0, 9)
           from letters in Gen.Elements(alphabet.ToCharArray()).ArrayOf(size)
           select new string(letters);

    private static IReadOnlyList<(int Left, int Right)> Chain(int[] picks)
    {
        int[] letters = ['a', 'a', 'b', 'b', 'c', ' '];
        var merges = new List<(int Left, int Right)>();
        foreach (var pick in picks.Chunk(2))
        {
            int Id(int number) => number % (letters.Length + merges.Count) is var index && index < letters.Length
                ? letters[index]
                : 256 + index - letters.Length;
            var merge = (Id(pick[0]), Id(pick[1]));
            if (!merges.Contains(merge))
            {
                merges.Add(merge);
            }
        }

        return merges;
    }
}
