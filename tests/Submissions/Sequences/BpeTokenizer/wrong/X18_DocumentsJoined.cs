// mistake: X18 the documents are joined before they are split
// fails: CountWords_ends_a_word_with_its_document
// rule: none
using System.Text;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    readonly List<(int Left, int Right)> merges = new();
    readonly List<string> specials = new();
    readonly Dictionary<(int, int), int> ranks = new();
    readonly Dictionary<int, byte[]> vocab = new();

    private BpeTokenizer() { }

    public IReadOnlyList<(int Left, int Right)> Merges => merges.AsReadOnly();

    public int VocabularySize => 256 + merges.Count + specials.Count;

    public static IReadOnlyList<string> SplitWords(string text)
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        var words = new List<string>();
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            if (!char.IsWhiteSpace(text[i]) || (text[i] == ' ' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])))
            {
                i++;
                while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
            }
            else
            {
                while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
                // The last space of the run goes to the next word.
                if (i < text.Length && text[i - 1] == ' ') i--;
            }
            words.Add(text.Substring(start, i - start));
        }
        return words;
    }

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
    {
        if (corpus == null) throw new ArgumentNullException(nameof(corpus));
        var counts = new Dictionary<string, int>();
        var documents = corpus.ToList();
        if (documents.Contains(null!)) throw new ArgumentException("null document", nameof(corpus));
        foreach (var word in SplitWords(string.Concat(documents)))
        {
            if (counts.ContainsKey(word)) counts[word] += 1;
            else counts[word] = 1;
        }
        return counts;
    }

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
    {
        if (wordCounts == null) throw new ArgumentNullException(nameof(wordCounts));
        int fixedIds = 256 + (specialTokens == null ? 0 : specialTokens.Count);
        if (vocabularySize < fixedIds) throw new ArgumentOutOfRangeException(nameof(vocabularySize));

        var words = new List<List<int>>();
        var weights = new List<int>();
        foreach (var entry in wordCounts)
        {
            if (entry.Value < 0) throw new ArgumentException("negative count", nameof(wordCounts));
            words.Add(ToIds(entry.Key));
            weights.Add(entry.Value);
        }

        var learned = new List<(int, int)>();
        while (learned.Count < vocabularySize - fixedIds)
        {
            var stats = new Dictionary<(int, int), long>();
            for (int w = 0; w < words.Count; w++)
            {
                var ids = words[w];
                for (int i = 0; i + 1 < ids.Count; i++)
                {
                    var pair = (ids[i], ids[i + 1]);
                    stats[pair] = stats.GetValueOrDefault(pair) + weights[w];
                    if (ids[i] == ids[i + 1] && i + 2 < ids.Count && ids[i + 2] == ids[i]) i++;
                }
            }

            (int, int) best = (0, 0);
            long bestCount = 0;
            foreach (var stat in stats)
            {
                if (stat.Value > bestCount) { best = stat.Key; bestCount = stat.Value; }
                else if (stat.Value == bestCount && Smaller(stat.Key, best)) best = stat.Key;
            }

            if (bestCount < 2) break;
            for (int w = 0; w < words.Count; w++)
            {
                words[w] = Merge(words[w], best, 256 + learned.Count);
            }
            learned.Add(best);
        }

        return FromMerges(learned, specialTokens);
    }

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
    {
        if (merges == null) throw new ArgumentNullException(nameof(merges));
        var t = new BpeTokenizer();
        for (int b = 0; b < 256; b++) t.vocab[b] = new[] { (byte)b };
        for (int r = 0; r < merges.Count; r++)
        {
            var (left, right) = merges[r];
            int next = 256 + r;
            if (left < 0 || left >= next || right < 0 || right >= next)
                throw new ArgumentException("merge " + r + " uses an unknown id", nameof(merges));
            if (t.ranks.ContainsKey((left, right))) throw new ArgumentException("merge " + r + " is a duplicate", nameof(merges));
            t.merges.Add((left, right));
            t.ranks[(left, right)] = r;
            t.vocab[next] = t.vocab[left].Concat(t.vocab[right]).ToArray();
        }

        if (specialTokens != null)
        {
            foreach (var special in specialTokens)
            {
                if (string.IsNullOrEmpty(special)) throw new ArgumentException("empty special token", nameof(specialTokens));
                if (t.specials.Contains(special)) throw new ArgumentException("duplicate special token", nameof(specialTokens));
                t.vocab[t.VocabularySize] = Encoding.UTF8.GetBytes(special);
                t.specials.Add(special);
            }
        }

        return t;
    }

    public string Decode(IReadOnlyList<int> ids)
    {
        if (ids == null) throw new ArgumentNullException(nameof(ids));
        var bytes = new List<byte>();
        for (int i = 0; i < ids.Count; i++)
        {
            if (!vocab.TryGetValue(ids[i], out var token)) throw new ArgumentOutOfRangeException(nameof(ids));
            bytes.AddRange(token);
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        var result = new List<int>();
        int from = 0, at = 0;
        while (allowSpecialTokens && at < text.Length)
        {
            int found = -1;
            for (int s = 0; s < specials.Count; s++)
            {
                if (string.CompareOrdinal(text, at, specials[s], 0, specials[s].Length) == 0 && (found < 0 || specials[s].Length > specials[found].Length))
                    found = s;
            }
            if (found < 0) { at++; continue; }
            EncodePlain(text.Substring(from, at - from), result);
            result.Add(256 + merges.Count + found);
            at += specials[found].Length;
            from = at;
        }
        EncodePlain(text.Substring(from), result);
        return result;
    }

    void EncodePlain(string text, List<int> result)
    {
        foreach (var word in SplitWords(text))
        {
            var ids = ToIds(word);
            while (true)
            {
                int best = int.MaxValue;
                for (int i = 0; i + 1 < ids.Count; i++)
                {
                    if (ranks.TryGetValue((ids[i], ids[i + 1]), out int rank) && rank < best)
                    {
                        best = rank;
                    }
                }
                if (best == int.MaxValue) break;
                ids = Merge(ids, merges[best], 256 + best);
            }
            result.AddRange(ids);
        }
    }

    static List<int> ToIds(string word)
    {
        var ids = new List<int>();
        foreach (byte b in Encoding.UTF8.GetBytes(word)) ids.Add(b);
        return ids;
    }

    static List<int> Merge(List<int> ids, (int Left, int Right) pair, int id)
    {
        var merged = new List<int>();
        int i = 0;
        while (i < ids.Count)
        {
            if (i + 1 < ids.Count && ids[i] == pair.Left && ids[i + 1] == pair.Right)
            {
                merged.Add(id);
                i += 2;
            }
            else
            {
                merged.Add(ids[i]);
                i++;
            }
        }
        return merged;
    }

    static bool Smaller((int, int) a, (int, int) b) => a.Item1 < b.Item1 || (a.Item1 == b.Item1 && a.Item2 < b.Item2);
}
