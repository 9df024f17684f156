// mistake: X39 a merge may name its own id
// fails: FromMerges_rejects_ids_that_do_not_exist
// rule: none
using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    private const int Bytes = byte.MaxValue + 1;

    private readonly ImmutableArray<(int Left, int Right)> merges;
    private readonly ImmutableArray<string> special;

    private BpeTokenizer(ImmutableArray<(int Left, int Right)> merges, ImmutableArray<string> special)
        => (this.merges, this.special) = (merges, special);

    public IReadOnlyList<(int Left, int Right)> Merges => merges;

    public int VocabularySize => Bytes + merges.Length + special.Length;

    public static IReadOnlyList<string> SplitWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cut(text).ToImmutableArray();

        static IEnumerable<string> Cut(string text)
        {
            var word = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                var isBlank = char.IsWhiteSpace(text[i]);
                var nextIsLetter = i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
                var wasBlank = i > 0 && char.IsWhiteSpace(text[i - 1]);
                var startsWord = isBlank ? !wasBlank || (text[i] == ' ' && nextIsLetter) : wasBlank && text[i - 1] != ' ';
                if (startsWord && word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                word.Append(text[i]);
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
            }
        }
    }

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in corpus)
        {
            if (document is null)
            {
                throw new ArgumentException("no document may be null", nameof(corpus));
            }

            foreach (var word in SplitWords(document))
            {
                counts.TryAdd(word, 0);
                counts[word]++;
            }
        }

        return counts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(wordCounts);
        var special = Checked(specialTokens);
        if (vocabularySize - special.Length < Bytes || vocabularySize < 0)
        {
            throw new ArgumentException("no room for bytes and special tokens", nameof(vocabularySize));
        }

        var words = wordCounts
            .Select(entry => entry.Value < 0
                ? throw new ArgumentException("negative count", nameof(wordCounts))
                : new Word(Symbols(entry.Key), entry.Value))
            .Where(word => word.Count > 0)
            .ToImmutableList();
        var merges = ImmutableArray.CreateBuilder<(int, int)>();
        while (merges.Count < vocabularySize - Bytes - special.Length)
        {
            // A min-heap order by (count descending, left, right) over one pass of counts.
            var counts = new SortedDictionary<(int, int), long>();
            foreach (var word in words)
            {
                foreach (var (pair, times) in word.Pairs())
                {
                    counts[pair] = counts.GetValueOrDefault(pair) + (times * word.Count);
                }
            }

            // The first of the largest: ascending pairs, strictly larger counts only.
            var best = default(KeyValuePair<(int, int), long>);
            foreach (var entry in counts)
            {
                best = entry.Value > best.Value ? entry : best;
            }

            if (best.Value <= 1)
            {
                break;
            }

            words = words.ConvertAll(word => word.With(best.Key, Bytes + merges.Count));
            merges.Add(best.Key);
        }

        return new BpeTokenizer(merges.ToImmutable(), special);
    }

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(merges);
        for (var rank = 0; rank < merges.Count; rank++)
        {
            var known = Bytes + rank + 1;
            if (merges[rank] is not ( >= 0, >= 0) || merges[rank].Left >= known || merges[rank].Right >= known)
            {
                throw new ArgumentOutOfRangeException(nameof(merges), $"merge {rank} is out of range");
            }
        }

        if (merges.Distinct().Count() != merges.Count)
        {
            throw new ArgumentException("merges are distinct", nameof(merges));
        }

        return new BpeTokenizer([.. merges], Checked(specialTokens));
    }

    public string Decode(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var output = new ArrayBufferWriter<byte>();
        foreach (var id in ids)
        {
            if (id < 0 || id >= VocabularySize)
            {
                throw new ArgumentException($"id {id} is not in the vocabulary", nameof(ids));
            }

            Spell(id, output);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = ImmutableList.CreateBuilder<int>();
        var byLength = allowSpecialTokens
            ? special.Select((token, index) => (token, index)).OrderByDescending(entry => entry.token.Length).ToArray()
            : [];
        var pending = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var hit = Array.FindIndex(byLength, entry => text.AsSpan(i).StartsWith(entry.token, StringComparison.Ordinal));
            if (hit < 0)
            {
                pending.Append(text[i++]);
                continue;
            }

            Flush();
            ids.Add(Bytes + merges.Length + byLength[hit].index);
            i += byLength[hit].token.Length;
        }

        Flush();
        return ids.ToImmutable();

        void Flush()
        {
            foreach (var word in SplitWords(pending.ToString()))
            {
                var symbols = new Word(Symbols(word), 1);
                for (var rank = 0; rank < merges.Length; rank++)
                {
                    symbols = symbols.With(merges[rank], Bytes + rank);
                }

                ids.AddRange(symbols.Symbols);
            }

            pending.Clear();
        }
    }

    private void Spell(int id, ArrayBufferWriter<byte> output)
    {
        if (id < Bytes)
        {
            output.Write([(byte)id]);
        }
        else if (id < Bytes + merges.Length)
        {
            Spell(merges[id - Bytes].Left, output);
            Spell(merges[id - Bytes].Right, output);
        }
        else
        {
            output.Write(Encoding.UTF8.GetBytes(special[id - Bytes - merges.Length]));
        }
    }

    private static ImmutableArray<int> Symbols(string word) => [.. Encoding.UTF8.GetBytes(word)];

    private static ImmutableArray<string> Checked(IReadOnlyList<string>? specialTokens)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in specialTokens ?? [])
        {
            if (string.IsNullOrEmpty(token) || !seen.Add(token))
            {
                throw new ArgumentException("special tokens are distinct and not empty", nameof(specialTokens));
            }
        }

        return [.. specialTokens ?? []];
    }

    private sealed record Word(ImmutableArray<int> Symbols, long Count)
    {
        /// <summary>Each pair with the number of its occurrences; a run of n equal symbols holds its pair n / 2 times.</summary>
        public IEnumerable<((int, int) Pair, long Times)> Pairs()
        {
            for (var i = 0; i < Symbols.Length;)
            {
                var run = 1;
                while (i + run < Symbols.Length && Symbols[i + run] == Symbols[i])
                {
                    run++;
                }

                if (run > 1)
                {
                    yield return ((Symbols[i], Symbols[i]), run / 2);
                }

                if (i + run < Symbols.Length)
                {
                    yield return ((Symbols[i], Symbols[i + run]), 1);
                }

                i += run;
            }
        }

        public Word With((int Left, int Right) pair, int id)
        {
            var merged = ImmutableArray.CreateBuilder<int>(Symbols.Length);
            foreach (var symbol in Symbols)
            {
                // The id of the pair cannot be part of the pair, so the last symbol written is still an old one or a finished merge.
                if (merged.Count > 0 && merged[^1] == pair.Left && symbol == pair.Right)
                {
                    merged[^1] = id;
                }
                else
                {
                    merged.Add(symbol);
                }
            }

            return merged.Count == Symbols.Length ? this : this with { Symbols = merged.ToImmutable() };
        }
    }
}
