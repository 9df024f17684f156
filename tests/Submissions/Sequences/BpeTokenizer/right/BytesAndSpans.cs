// style: words and tokens as byte arrays in spans, merges looked up in nested arrays of dictionaries, training by a sorted set of candidates
using System.Collections.ObjectModel;
using System.Text;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    private readonly ReadOnlyCollection<(int Left, int Right)> _merges;
    private readonly List<Dictionary<int, int>?> _idByLeftThenRight = [];
    private readonly List<ReadOnlyMemory<byte>> _tokens = [];
    private readonly List<(string Text, int Id)> _special = [];

    private BpeTokenizer(IEnumerable<(int Left, int Right)> merges, IEnumerable<string> special)
    {
        _merges = merges.ToList().AsReadOnly();
        foreach (var value in Enumerable.Range(byte.MinValue, 256))
        {
            _tokens.Add(new[] { (byte)value });
            _idByLeftThenRight.Add(null);
        }

        foreach (var (left, right) in _merges)
        {
            if ((uint)left >= _tokens.Count || (uint)right >= _tokens.Count)
            {
                throw new ArgumentException($"({left}, {right}) does not join known ids", nameof(merges));
            }

            var byRight = _idByLeftThenRight[left] ??= [];
            if (byRight.ContainsKey(right))
            {
                throw new ArgumentException($"({left}, {right}) is given twice", nameof(merges));
            }

            byRight[right] = _tokens.Count;
            var token = new byte[_tokens[left].Length + _tokens[right].Length];
            _tokens[left].CopyTo(token);
            _tokens[right].CopyTo(token.AsMemory(_tokens[left].Length));
            _tokens.Add(token);
            _idByLeftThenRight.Add(null);
        }

        foreach (var text in special)
        {
            _special.Add((text, _tokens.Count));
            _tokens.Add(Encoding.UTF8.GetBytes(text));
        }
    }

    public IReadOnlyList<(int Left, int Right)> Merges => _merges;

    public int VocabularySize => _tokens.Count;

    public static IReadOnlyList<string> SplitWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // First the runs of either kind, then the space in front moves over.
        var runs = new List<(int Start, int End, bool IsBlank)>();
        for (var i = 0; i < text.Length; i++)
        {
            var isBlank = char.IsWhiteSpace(text, i);
            if (runs.Count > 0 && runs[^1].IsBlank == isBlank)
            {
                runs[^1] = runs[^1] with { End = i + 1 };
            }
            else
            {
                runs.Add((i, i + 1, isBlank));
            }
        }

        for (var k = 0; k + 1 < runs.Count; k++)
        {
            if (runs[k].IsBlank && text[runs[k].End - 1] == '\u0020')
            {
                runs[k] = runs[k] with { End = runs[k].End - 1 };
                runs[k + 1] = runs[k + 1] with { Start = runs[k + 1].Start - 1 };
            }
        }

        return [.. from run in runs where run.End > run.Start select text[run.Start..run.End]];
    }

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
        => (corpus ?? throw new ArgumentNullException(nameof(corpus)))
            .Select(document => document ?? throw new ArgumentException("null among the documents", nameof(corpus)))
            .SelectMany(SplitWords)
            .GroupBy(word => word)
            .ToDictionary(group => group.Key, group => group.Count());

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(wordCounts);
        if (wordCounts.Values.Any(int.IsNegative))
        {
            throw new ArgumentException("a count is negative", nameof(wordCounts));
        }

        var special = Distinct(specialTokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 256 + special.Count);

        var words = wordCounts.Select(entry => (Ids: Ids(entry.Key), Weight: (long)entry.Value)).ToArray();
        var totals = new Dictionary<(int Left, int Right), long>();
        var candidates = new SortedSet<(long MinusTotal, int Left, int Right)>();
        var holders = new Dictionary<(int Left, int Right), List<int>>();

        void Change((int Left, int Right) pair, long by)
        {
            totals.TryGetValue(pair, out var total);
            candidates.Remove((-total, pair.Left, pair.Right));
            totals[pair] = total + by;
            candidates.Add((-(total + by), pair.Left, pair.Right));
        }

        void Register(int word, long sign, bool isNew)
        {
            var (ids, weight) = words[word];
            foreach (var group in PairsWithoutOverlap(ids).GroupBy(pair => pair))
            {
                Change(group.Key, sign * weight * group.Count());
                if (isNew)
                {
                    holders.TryAdd(group.Key, []);
                    holders[group.Key].Add(word);
                }
            }
        }

        for (var word = 0; word < words.Length; word++)
        {
            Register(word, 1, isNew: true);
        }

        var merges = new List<(int Left, int Right)>();
        while (256 + merges.Count + special.Count < vocabularySize && candidates.Count > 0 && candidates.Min is { MinusTotal: <= -2 } best)
        {
            var pair = (best.Left, best.Right);
            foreach (var word in holders[pair].Distinct().ToArray())
            {
                Register(word, -1, isNew: false);
                words[word].Ids = Joined(words[word].Ids, pair, 256 + merges.Count);
                Register(word, 1, isNew: true);
            }

            merges.Add(pair);
        }

        return new BpeTokenizer(merges, special);
    }

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
        => new(merges ?? throw new ArgumentNullException(nameof(merges)), Distinct(specialTokens));

    public string Decode(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Any(id => id < 0 || id >= _tokens.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(ids), "an id is not in the vocabulary");
        }

        // A decoder keeps the beginning of a character from one call to the next.
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new StringBuilder();
        var buffer = new char[16];
        foreach (var id in ids)
        {
            var rest = _tokens[id].Span;
            while (!rest.IsEmpty)
            {
                decoder.Convert(rest, buffer, flush: false, out var read, out var written, out _);
                text.Append(buffer, 0, written);
                rest = rest[read..];
            }
        }

        decoder.Convert([], buffer, flush: true, out _, out var last, out _);
        return text.Append(buffer, 0, last).ToString();
    }

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return allowSpecialTokens ? [.. WithSpecial(text)] : [.. Ordinary(text)];
    }

    private IEnumerable<int> WithSpecial(string text)
    {
        var hits = _special
            .Select(special => (special, At: text.IndexOf(special.Text, StringComparison.Ordinal)))
            .Where(hit => hit.At >= 0)
            .OrderBy(hit => hit.At)
            .ThenByDescending(hit => hit.special.Text.Length)
            .ToList();
        if (hits.Count == 0)
        {
            return Ordinary(text);
        }

        var (first, at) = hits[0];
        return Ordinary(text[..at]).Append(first.Id).Concat(WithSpecial(text[(at + first.Text.Length)..]));
    }

    private IEnumerable<int> Ordinary(string text)
        => SplitWords(text).SelectMany(word =>
        {
            var ids = Ids(word);
            while (PairsOf(ids).Select(pair => (Id: IdOf(pair), pair)).Where(hit => hit.Id > 0).OrderBy(hit => hit.Id).FirstOrDefault() is { Id: > 0 } best)
            {
                ids = Joined(ids, best.pair, best.Id);
            }

            return ids;
        });

    private int IdOf((int Left, int Right) pair) => _idByLeftThenRight[pair.Left]?.GetValueOrDefault(pair.Right) ?? 0;

    private static int[] Ids(string word) => Array.ConvertAll(Encoding.UTF8.GetBytes(word), Convert.ToInt32);

    private static IEnumerable<(int Left, int Right)> PairsOf(int[] ids) => ids.Zip(ids.Skip(1));

    private static IEnumerable<(int Left, int Right)> PairsWithoutOverlap(int[] ids)
    {
        var blocked = false;
        for (var i = 0; i < ids.Length - 1; i++)
        {
            blocked = !blocked && i > 0 && ids[i - 1] == ids[i] && ids[i] == ids[i + 1];
            if (!blocked)
            {
                yield return (ids[i], ids[i + 1]);
            }
        }
    }

    private static int[] Joined(int[] ids, (int Left, int Right) pair, int id)
    {
        Span<int> copy = ids.ToArray();
        var length = 0;
        for (var rest = copy; !rest.IsEmpty;)
        {
            var take = rest.Length > 1 && rest[0] == pair.Left && rest[1] == pair.Right ? 2 : 1;
            copy[length++] = take == 2 ? id : rest[0];
            rest = rest[take..];
        }

        return copy[..length].ToArray();
    }

    private static List<string> Distinct(IReadOnlyList<string>? specialTokens)
    {
        var distinct = new List<string>();
        for (var i = 0; i < (specialTokens?.Count ?? 0); i++)
        {
            if (specialTokens![i] is not { Length: > 0 } text || distinct.Contains(text))
            {
                throw new ArgumentException($"special token {i} is null, empty or there already", nameof(specialTokens));
            }

            distinct.Add(text);
        }

        return distinct;
    }
}
