// mistake: BPE2 among the mergeable pairs takes the one with the longest text
// fails: Encode_goes_by_rank_and_not_by_length
// rule: none
using System.Runtime.InteropServices;
using System.Text;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    private const int ByteCount = 256;

    private readonly (int Left, int Right)[] _merges;
    private readonly string[] _specialTokens;
    private readonly Dictionary<(int Left, int Right), int> _idOf = [];
    private readonly List<byte[]> _bytesOf = [];

    private BpeTokenizer(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string> specialTokens)
    {
        _merges = [.. merges];
        _specialTokens = [.. specialTokens];
        for (var value = 0; value < ByteCount; value++)
        {
            _bytesOf.Add([(byte)value]);
        }

        foreach (var merge in _merges)
        {
            Require(Exists(merge.Left) && Exists(merge.Right), nameof(merges), $"merge {_idOf.Count} joins an id that is not there yet");
            Require(_idOf.TryAdd(merge, _bytesOf.Count), nameof(merges), $"merge {_idOf.Count} stands in the list twice");
            _bytesOf.Add([.. _bytesOf[merge.Left], .. _bytesOf[merge.Right]]);
        }

        foreach (var token in _specialTokens)
        {
            Require(!string.IsNullOrEmpty(token), nameof(specialTokens), "a special token must have a text");
            _bytesOf.Add(Encoding.UTF8.GetBytes(token));
        }

        var areDistinct = _specialTokens.Distinct().Count() == _specialTokens.Length;
        Require(areDistinct, nameof(specialTokens), "a special token stands in the list twice");
    }

    public IReadOnlyList<(int Left, int Right)> Merges => _merges;

    public int VocabularySize => _bytesOf.Count;

    public static IReadOnlyList<string> SplitWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var words = new List<string>();
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end == text.Length || StartsWord(text, end))
            {
                words.Add(text[start..end]);
                start = end;
            }
        }

        return words;
    }

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);

        var counts = new Dictionary<string, int>();
        foreach (var document in corpus)
        {
            Require(document is not null, nameof(corpus), "a document must not be null");
            foreach (var word in SplitWords(document!))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            }
        }

        return counts;
    }

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(wordCounts);
        Require(wordCounts.Values.All(count => count >= 0), nameof(wordCounts), "a word cannot occur less than 0 times");
        var reserved = ByteCount + (specialTokens?.Count ?? 0);
        Require(vocabularySize >= reserved, nameof(vocabularySize), $"the bytes and special tokens alone are {reserved} tokens");

        var training = new Training(wordCounts);
        var merges = new List<(int Left, int Right)>();
        while (merges.Count < vocabularySize - reserved && training.MostFrequentPair() is { } pair)
        {
            training.Merge(pair, ByteCount + merges.Count);
            merges.Add(pair);
        }

        return FromMerges(merges, specialTokens);
    }

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(merges);
        return new BpeTokenizer(merges, specialTokens ?? []);
    }

    public string Decode(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);

        var bytes = new List<byte>();
        foreach (var id in ids)
        {
            Require(Exists(id), nameof(ids), $"{id} is no id of this vocabulary of {VocabularySize} tokens");
            bytes.AddRange(_bytesOf[id]);
        }

        return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(text);

        var ids = new List<int>();
        var start = 0;
        for (var at = 0; allowSpecialTokens && at < text.Length;)
        {
            var special = SpecialTokenAt(text, at);
            if (special < 0)
            {
                at++;
                continue;
            }

            EncodeOrdinary(text[start..at], ids);
            ids.Add(ByteCount + _merges.Length + special);
            at += _specialTokens[special].Length;
            start = at;
        }

        EncodeOrdinary(text[start..], ids);
        return ids;
    }

    /// <summary>The index of the longest special token that stands at a place of the text, or −1.</summary>
    private int SpecialTokenAt(string text, int at)
    {
        var longest = -1;
        for (var i = 0; i < _specialTokens.Length; i++)
        {
            if (text.AsSpan(at).StartsWith(_specialTokens[i]) && (longest < 0 || _specialTokens[i].Length > _specialTokens[longest].Length))
            {
                longest = i;
            }
        }

        return longest;
    }

    private void EncodeOrdinary(string text, List<int> ids)
    {
        foreach (var word in SplitWords(text))
        {
            var symbols = BytesOf(word);
            while (LowestMerge(symbols) is { } pair)
            {
                Replace(symbols, pair, _idOf[pair]);
            }

            ids.AddRange(symbols);
        }
    }

    /// <summary>The pair of neighbours whose merge has the lowest rank, which is the lowest id; null where none is a merge.</summary>
    private (int Left, int Right)? LowestMerge(List<int> symbols)
    {
        (int Left, int Right)? lowest = null;
        var lowestId = int.MaxValue;
        for (var i = 1; i < symbols.Count; i++)
        {
            var pair = (symbols[i - 1], symbols[i]);
            if (_idOf.TryGetValue(pair, out var id) && (lowest is null || _bytesOf[id].Length > _bytesOf[lowestId].Length))
            {
                (lowest, lowestId) = (pair, id);
            }
        }

        return lowest;
    }

    private bool Exists(int id) => id >= 0 && id < _bytesOf.Count;

    /// <summary>Whether a word starts at a place within the text, and so the one before ends there.</summary>
    private static bool StartsWord(string text, int at)
    {
        var followsWhiteSpace = char.IsWhiteSpace(text[at - 1]);
        if (!char.IsWhiteSpace(text[at]))
        {
            return followsWhiteSpace && text[at - 1] != ' ';
        }

        var leadsWord = text[at] == ' ' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
        return leadsWord || !followsWhiteSpace;
    }

    private static List<int> BytesOf(string word) => [.. Encoding.UTF8.GetBytes(word).Select(value => (int)value)];

    /// <summary>Replaces each occurrence of a pair by one id, from left to right.</summary>
    private static void Replace(List<int> symbols, (int Left, int Right) pair, int id)
    {
        var kept = 0;
        for (var i = 0; i < symbols.Count; i++)
        {
            var isPair = i + 1 < symbols.Count && (symbols[i], symbols[i + 1]) == pair;
            symbols[kept++] = isPair ? id : symbols[i];
            i += isPair ? 1 : 0;
        }

        symbols.RemoveRange(kept, symbols.Count - kept);
    }

    private static void Require(bool holds, string parameter, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message, parameter);
        }
    }

    /// <summary>
    /// The words in their present symbols with the counts of all pairs. A merge recounts only the words that hold the pair: over a whole
    /// training that is far less than counting everything again for each merge.
    /// </summary>
    private sealed class Training
    {
        private readonly List<(List<int> Symbols, int Count)> _words = [];
        private readonly Dictionary<(int Left, int Right), long> _counts = [];
        private readonly Dictionary<(int Left, int Right), HashSet<int>> _wordsWith = [];

        public Training(IReadOnlyDictionary<string, int> wordCounts)
        {
            foreach (var (word, count) in wordCounts)
            {
                _words.Add((BytesOf(word), count));
                AddPairs(_words.Count - 1, sign: 1);
            }
        }

        public (int Left, int Right)? MostFrequentPair()
        {
            (int Left, int Right)? best = null;
            var most = 2L;
            foreach (var (pair, count) in _counts)
            {
                if (count > most || (count == most && (best is null || pair.CompareTo(best.Value) < 0)))
                {
                    (best, most) = (pair, count);
                }
            }

            return best;
        }

        public void Merge((int Left, int Right) pair, int id)
        {
            _wordsWith.Remove(pair, out var words);
            foreach (var word in words!)
            {
                AddPairs(word, sign: -1);
                Replace(_words[word].Symbols, pair, id);
                AddPairs(word, sign: 1);
            }
        }

        private void AddPairs(int word, int sign)
        {
            var (symbols, count) = _words[word];
            for (var i = 1; i < symbols.Count; i++)
            {
                var pair = (symbols[i - 1], symbols[i]);
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, pair, out _) += sign * count;
                (CollectionsMarshal.GetValueRefOrAddDefault(_wordsWith, pair, out _) ??= []).Add(word);

                // In a run of equal symbols the next pair shares a symbol with this one.
                var overlaps = i + 1 < symbols.Count && symbols[i - 1] == symbols[i] && symbols[i] == symbols[i + 1];
                i += overlaps ? 1 : 0;
            }
        }
    }
}
