// mistake: BPE5 encoding replaces "7 98" inside "107 98"
// fails: Encode_tells_ids_apart_from_their_digits_and_letters
// rule: KATA2003
// at: symbols = symbols.Replace($"{_merges[rank].Left} {_merges[rank].Right}", $"{256 + rank}");
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KataKit.Contracts;

namespace KataKit.Katas;

public sealed class BpeTokenizer : IBpeTokenizer<BpeTokenizer>
{
    private static readonly Regex WordPattern = new(@" ?\S+|\s+?(?= ?\S|\z)", RegexOptions.CultureInvariant);
    private static readonly string[] MarkOf = BuildMarks();
    private static readonly Dictionary<char, byte> ByteOf =
        MarkOf.Select((mark, value) => (mark, value)).ToDictionary(entry => entry.mark[0], entry => (byte)entry.value);

    private readonly List<(int Left, int Right)> _merges = [];
    private readonly List<string> _spelling = [];
    private readonly List<string> _specials = [];
    private readonly Regex? _specialPattern;

    private BpeTokenizer(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens)
    {
        _spelling.AddRange(MarkOf);
        var seen = new HashSet<(int, int)>();
        foreach (var (left, right) in merges)
        {
            if (Math.Min(left, right) < 0 || Math.Max(left, right) >= _spelling.Count)
            {
                throw new ArgumentException($"merge {_merges.Count} refers to an id that is not there yet", nameof(merges));
            }

            if (!seen.Add((left, right)))
            {
                throw new ArgumentException($"merge {_merges.Count} repeats a pair", nameof(merges));
            }

            _merges.Add((left, right));
            _spelling.Add(_spelling[left] + _spelling[right]);
        }

        foreach (var token in specialTokens ?? Array.Empty<string>())
        {
            if (token is null or "" || _specials.Contains(token))
            {
                throw new ArgumentException("special tokens are distinct texts", nameof(specialTokens));
            }

            _specials.Add(token);
        }

        if (_specials.Count > 0)
        {
            _specialPattern = new Regex(
                "(" + string.Join("|", _specials.OrderByDescending(token => token.Length).Select(Regex.Escape)) + ")", RegexOptions.CultureInvariant);
        }
    }

    public IReadOnlyList<(int Left, int Right)> Merges => _merges.ToArray();

    public int VocabularySize => _spelling.Count + _specials.Count;

    public static IReadOnlyList<string> SplitWords(string text)
        => WordPattern.Matches(text ?? throw new ArgumentNullException(nameof(text))).Select(match => match.Value).ToList();

    public static IReadOnlyDictionary<string, int> CountWords(IEnumerable<string> corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return corpus
            .SelectMany(document => document is null ? throw new ArgumentException("a document is null", nameof(corpus)) : SplitWords(document))
            .CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
    }

    public static BpeTokenizer Train(
        IReadOnlyDictionary<string, int> wordCounts, int vocabularySize, IReadOnlyList<string>? specialTokens = null)
    {
        ArgumentNullException.ThrowIfNull(wordCounts);
        if (wordCounts.Any(word => word.Value < 0))
        {
            throw new ArgumentException("counts are not negative", nameof(wordCounts));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 256 + (specialTokens?.Count ?? 0));

        // Each word is one text of ids: " 97 98 99 ".
        var words = wordCounts.Select(word => (Text: Spell(word.Key), Count: (long)word.Value)).ToList();
        var merges = new List<(int, int)>();
        for (var room = vocabularySize - 256 - (specialTokens?.Count ?? 0); room > 0; room--)
        {
            var counts = new Dictionary<(int, int), long>();
            foreach (var (text, count) in words)
            {
                var ids = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
                var lastStart = new Dictionary<(int, int), int>();
                for (var i = 0; i < ids.Length - 1; i++)
                {
                    var pair = (ids[i], ids[i + 1]);
                    if (lastStart.TryGetValue(pair, out var start) && start == i - 1)
                    {
                        continue;
                    }

                    lastStart[pair] = i;
                    counts[pair] = counts.TryGetValue(pair, out var sum) ? sum + count : count;
                }
            }

            var best = counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).FirstOrDefault();
            if (best.Value < 2)
            {
                break;
            }

            var pattern = new Regex($"(?<= ){best.Key.Item1} {best.Key.Item2}(?= )", RegexOptions.CultureInvariant);
            var id = (256 + merges.Count).ToString(CultureInfo.InvariantCulture);
            words = words.ConvertAll(word => (pattern.Replace(word.Text, id), word.Count));
            merges.Add(best.Key);
        }

        return new BpeTokenizer(merges, specialTokens);
    }

    public static BpeTokenizer FromMerges(IReadOnlyList<(int Left, int Right)> merges, IReadOnlyList<string>? specialTokens = null)
        => new(merges ?? throw new ArgumentNullException(nameof(merges)), specialTokens);

    public string Decode(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        using var bytes = new MemoryStream();
        foreach (var id in ids)
        {
            if ((uint)id >= (uint)VocabularySize)
            {
                throw new ArgumentException($"there is no id {id}", nameof(ids));
            }

            bytes.Write(id < _spelling.Count
                ? _spelling[id].Select(mark => ByteOf[mark]).ToArray()
                : Encoding.UTF8.GetBytes(_specials[id - _spelling.Count]));
        }

        return new UTF8Encoding(false).GetString(bytes.ToArray());
    }

    public IReadOnlyList<int> Encode(string text, bool allowSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!allowSpecialTokens || _specialPattern is null)
        {
            return EncodeOrdinary(text).ToList();
        }

        // Split keeps the separators, because the pattern is a group: odd places are special tokens.
        return _specialPattern.Split(text)
            .SelectMany((part, place) => place % 2 == 1 ? [_spelling.Count + _specials.IndexOf(part)] : EncodeOrdinary(part))
            .ToList();
    }

    private IEnumerable<int> EncodeOrdinary(string text)
    {
        foreach (var word in SplitWords(text))
        {
            var symbols = Spell(word);
            for (var rank = 0; rank < _merges.Count; rank++)
            {
                symbols = symbols.Replace($"{_merges[rank].Left} {_merges[rank].Right}", $"{256 + rank}");
            }

            foreach (var id in symbols.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return int.Parse(id, CultureInfo.InvariantCulture);
            }
        }
    }

    private static string Spell(string word)
        => " " + string.Concat(Encoding.UTF8.GetBytes(word).Select(value => value.ToString(CultureInfo.InvariantCulture) + " "));

    /// <summary>GPT-2's map: printable bytes stand for themselves, the others for U+0100 and up.</summary>
    private static string[] BuildMarks()
    {
        var printable = Enumerable.Range('!', '~' - '!' + 1).Concat(Enumerable.Range(0xA1, 0xAC - 0xA1 + 1)).Concat(Enumerable.Range(0xAE, 0xFF - 0xAE + 1)).ToHashSet();
        var moved = 0;
        return Enumerable.Range(0, 256).Select(value => ((char)(printable.Contains(value) ? value : 256 + moved++)).ToString()).ToArray();
    }
}
