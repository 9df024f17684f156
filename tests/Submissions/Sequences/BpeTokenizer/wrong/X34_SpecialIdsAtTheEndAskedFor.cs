// mistake: X34 special tokens are numbered back from the size asked for
// fails: Train_numbers_special_tokens_after_the_merges_that_it_learned
// rule: none
using System.Runtime.InteropServices;
using System.Text;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    private readonly (int Left, int Right)[] _merges;
    private readonly Dictionary<long, int> _rankOf;
    private readonly byte[][] _tokens;
    private readonly string[] _special;
    private int _firstSpecial = -1;

    private BpeTokenizer((int Left, int Right)[] merges, Dictionary<long, int> rankOf, byte[][] tokens, string[] special)
        => (_merges, _rankOf, _tokens, _special) = (merges, rankOf, tokens, special);

    public IReadOnlyList<(int Left, int Right)> Merges => Array.AsReadOnly(_merges);

    public int VocabularySize => _tokens.Length;

    public static IReadOnlyList<string> SplitWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var blank = rest.Length - rest.TrimStart().Length;
            int length;
            if (blank == rest.Length)
            {
                length = blank;
            }
            else if (blank == 0 || (blank == 1 && rest[0] == ' '))
            {
                length = blank;
                while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
                {
                    length++;
                }
            }
            else
            {
                length = rest[blank - 1] == ' ' ? blank - 1 : blank;
            }

            words.Add(rest[..length].ToString());
            rest = rest[length..];
        }

        return words;
    }

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in corpus)
        {
            foreach (var word in SplitWords(document ?? throw new ArgumentException("A document is null.", nameof(corpus))))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return counts;
    }

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(wordCounts);
        var special = CheckSpecial(specialTokens);
        var room = (long)vocabularySize - 256 - special.Length;
        if (room < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(vocabularySize), vocabularySize, "There must be room for the bytes and special tokens.");
        }

        // All words one after the other in flat arrays; a word boundary is a link to −1.
        var symbol = new List<int>();
        var weight = new List<int>();
        var next = new List<int>();
        var previous = new List<int>();
        foreach (var (word, count) in wordCounts)
        {
            if (count < 0)
            {
                throw new ArgumentException($"A word occurs {count} times.", nameof(wordCounts));
            }

            var bytes = Encoding.UTF8.GetBytes(word);
            for (var i = 0; i < bytes.Length; i++)
            {
                var at = symbol.Count;
                symbol.Add(bytes[i]);
                weight.Add(count);
                previous.Add(i == 0 ? -1 : at - 1);
                next.Add(i == bytes.Length - 1 ? -1 : at + 1);
            }
        }

        var counts = new Dictionary<long, long>();
        var places = new Dictionary<long, SortedSet<int>>();
        var queue = new PriorityQueue<long, (long, long)>();
        var touched = new HashSet<long>();

        // Pairs of one symbol with itself may overlap, so these are counted anew from their places; others are added and taken off.
        void Add(int at)
        {
            if (at >= 0 && next[at] >= 0)
            {
                var key = Key(symbol[at], symbol[next[at]]);
                (CollectionsMarshal.GetValueRefOrAddDefault(places, key, out _) ??= []).Add(at);
                touched.Add(key);
            }
        }

        void Remove(int at)
        {
            if (at >= 0 && next[at] >= 0)
            {
                var key = Key(symbol[at], symbol[next[at]]);
                places[key].Remove(at);
                touched.Add(key);
            }
        }

        void Recount()
        {
            foreach (var key in touched)
            {
                long sum = 0;
                var taken = -1;
                foreach (var at in places[key])
                {
                    if (at != taken)
                    {
                        sum += weight[at];
                        taken = next[at];
                    }
                }

                counts[key] = sum;
                queue.Enqueue(key, (-sum, key));
            }

            touched.Clear();
        }

        for (var at = 0; at < symbol.Count; at++)
        {
            Add(at);
        }

        Recount();
        var merges = new List<(int Left, int Right)>();
        while (merges.Count < room && queue.TryDequeue(out var key, out var priority))
        {
            var count = -priority.Item1;
            if (counts[key] != count)
            {
                continue;
            }

            if (count < 2)
            {
                break;
            }

            var id = 256 + merges.Count;
            merges.Add(((int)(key >> 32), (int)key));
            foreach (var at in places[key].ToArray())
            {
                if (!places[key].Contains(at))
                {
                    continue;
                }

                var right = next[at];
                Remove(previous[at]);
                Remove(at);
                Remove(right);
                symbol[at] = id;
                next[at] = next[right];
                if (next[right] >= 0)
                {
                    previous[next[right]] = at;
                }

                Add(previous[at]);
                Add(at);
            }

            touched.Remove(key);
            counts[key] = 0;
            Recount();
        }

        var built = Build([.. merges], special);
        return new BpeTokenizer(built._merges, built._rankOf, built._tokens, special) { _firstSpecial = vocabularySize - special.Length };
    }

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(merges);
        return Build([.. merges], CheckSpecial(specialTokens));
    }

    public string Decode(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var length = 0;
        foreach (var id in ids)
        {
            if (id < 0 || id >= _tokens.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(ids), id, "There is no such token.");
            }

            length += _tokens[id].Length;
        }

        var bytes = new byte[length];
        var at = 0;
        foreach (var id in ids)
        {
            _tokens[id].CopyTo(bytes, at);
            at += _tokens[id].Length;
        }

        return Encoding.UTF8.GetString(bytes);
    }

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>();
        var rest = text.AsSpan();
        while (true)
        {
            var (at, which) = (-1, -1);
            for (var i = 0; allowSpecialTokens && i < _special.Length; i++)
            {
                var found = rest.IndexOf(_special[i]);
                if (found >= 0 && (at < 0 || found < at || (found == at && _special[i].Length > _special[which].Length)))
                {
                    (at, which) = (found, i);
                }
            }

            foreach (var word in SplitWords((at < 0 ? rest : rest[..at]).ToString()))
            {
                EncodeWord(Encoding.UTF8.GetBytes(word), ids);
            }

            if (at < 0)
            {
                return ids;
            }

            ids.Add((_firstSpecial < 0 ? 256 + _merges.Length : _firstSpecial) + which);
            rest = rest[(at + _special[which].Length)..];
        }
    }

    private void EncodeWord(byte[] bytes, List<int> ids)
    {
        var n = bytes.Length;
        var symbol = Array.ConvertAll(bytes, value => (int)value);
        var next = Enumerable.Range(1, n).ToArray();
        var previous = Enumerable.Range(-1, n).ToArray();
        var queue = new PriorityQueue<(int At, int Rank), (int Rank, int At)>();

        void Offer(int at)
        {
            if (at >= 0 && next[at] < n && _rankOf.TryGetValue(Key(symbol[at], symbol[next[at]]), out var rank))
            {
                queue.Enqueue((at, rank), (rank, at));
            }
        }

        for (var at = 0; at < n; at++)
        {
            Offer(at);
        }

        while (queue.TryDequeue(out var entry, out _))
        {
            var (at, rank) = entry;
            if (symbol[at] < 0 || next[at] >= n || !_rankOf.TryGetValue(Key(symbol[at], symbol[next[at]]), out var now) || now != rank)
            {
                continue;
            }

            var gone = next[at];
            symbol[at] = 256 + rank;
            symbol[gone] = -1;
            next[at] = next[gone];
            if (next[at] < n)
            {
                previous[next[at]] = at;
            }

            Offer(previous[at]);
            Offer(at);
        }

        for (var at = 0; at < n; at = next[at])
        {
            ids.Add(symbol[at]);
        }
    }

    private static BpeTokenizer Build((int Left, int Right)[] merges, string[] special)
    {
        var tokens = new byte[256 + merges.Length + special.Length][];
        for (var value = 0; value < 256; value++)
        {
            tokens[value] = [(byte)value];
        }

        var rankOf = new Dictionary<long, int>();
        for (var rank = 0; rank < merges.Length; rank++)
        {
            var (left, right) = merges[rank];
            if (left < 0 || right < 0 || left >= 256 + rank || right >= 256 + rank)
            {
                throw new ArgumentException($"Merge {rank} joins ids that do not exist yet.", nameof(merges));
            }

            if (!rankOf.TryAdd(Key(left, right), rank))
            {
                throw new ArgumentException($"Merge {rank} was there before.", nameof(merges));
            }

            tokens[256 + rank] = [.. tokens[left], .. tokens[right]];
        }

        for (var i = 0; i < special.Length; i++)
        {
            tokens[256 + merges.Length + i] = Encoding.UTF8.GetBytes(special[i]);
        }

        return new BpeTokenizer(merges, rankOf, tokens, special);
    }

    private static string[] CheckSpecial(IReadOnlyList<string>? specialTokens)
    {
        string[] special = [.. specialTokens ?? []];
        if (special.Any(string.IsNullOrEmpty) || new HashSet<string>(special).Count < special.Length)
        {
            throw new ArgumentException("Special tokens must be distinct and not empty.", nameof(specialTokens));
        }

        return special;
    }

    private static long Key(int left, int right) => ((long)left << 32) | (uint)right;
}
