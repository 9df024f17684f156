using System.Text;
using System.Text.RegularExpressions;

namespace KataKit.Specs;

/// <summary>
/// The definitions of <see cref="Contracts.IBpeTokenizer{TSelf}"/> once more, each in another way than an answer would go: words by a
/// regular expression, UTF-8 rune by rune, training by counting everything again for each merge, encoding by replaying the training.
/// </summary>
internal static partial class BpeOracle
{
    /// <summary>The words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words, in order.</returns>
    public static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>The bytes of a text as ids, with U+FFFD for each surrogate without partner.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The ids, 0 to 255.</returns>
    public static int[] Bytes(string text)
    {
        var bytes = new List<int>();
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            bytes.AddRange(buffer.Take(rune.EncodeToUtf8(buffer)).Select(value => (int)value));
        }

        return [.. bytes];
    }

    /// <summary>A text as it comes back from the bytes: each surrogate without partner is U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, well formed.</returns>
    public static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>Learns merges by the definition.</summary>
    /// <param name="words">Words with their counts.</param>
    /// <param name="most">How many merges to learn at most.</param>
    /// <returns>The merges by rank.</returns>
    public static (int Left, int Right)[] Train(IEnumerable<KeyValuePair<string, int>> words, int most)
    {
        var symbols = words.Select(word => (Ids: Bytes(word.Key), Count: (long)word.Value)).ToArray();
        var merges = new List<(int Left, int Right)>();
        while (merges.Count < most)
        {
            var best = symbols.SelectMany(word => Neighbours(word.Ids))
                .Distinct()
                .Select(pair => (Pair: pair, Count: symbols.Sum(word => word.Count * Occurrences(word.Ids, pair))))
                .Where(candidate => candidate.Count >= 2)
                .OrderByDescending(candidate => candidate.Count)
                .ThenBy(candidate => candidate.Pair.Left)
                .ThenBy(candidate => candidate.Pair.Right)
                .Select(candidate => ((int Left, int Right)?)candidate.Pair)
                .FirstOrDefault();
            if (best is not { } pair)
            {
                break;
            }

            symbols = [.. symbols.Select(word => (Join(word.Ids, pair, 256 + merges.Count), word.Count))];
            merges.Add(pair);
        }

        return [.. merges];
    }

    /// <summary>Encodes text by replaying the merges in their order, which gives the same ids as the lowest rank first.</summary>
    /// <param name="text">The text, without special tokens.</param>
    /// <param name="merges">The merges by rank.</param>
    /// <returns>The ids.</returns>
    public static int[] Encode(string text, IReadOnlyList<(int Left, int Right)> merges)
        => [.. Words(text).SelectMany(word => Enumerable.Range(0, merges.Count)
            .Aggregate(Bytes(word), (ids, rank) => Join(ids, merges[rank], 256 + rank)))];

    private static IEnumerable<(int Left, int Right)> Neighbours(int[] ids) => ids.Zip(ids.Skip(1));

    private static int Occurrences(int[] ids, (int Left, int Right) pair) => ids.Length - Join(ids, pair, -1).Length;

    private static int[] Join(int[] ids, (int Left, int Right) pair, int id)
    {
        var joined = new List<int>();
        var at = 0;
        while (at < ids.Length)
        {
            var stands = at < ids.Length - 1 && ids[at] == pair.Left && ids[at + 1] == pair.Right;
            joined.Add(stands ? id : ids[at]);
            at += stands ? 2 : 1;
        }

        return [.. joined];
    }

    [GeneratedRegex(@" ?\S+|\s+?(?= ?\S|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
