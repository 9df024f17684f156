using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class TextAlteredTests
{
    [Theory]
    [InlineData("CountWords", "var n = new Dictionary<string, int>(); foreach (var d in corpus) foreach (var w in SplitWords(d.[|ToLowerInvariant|]())) n[w] = n.GetValueOrDefault(w) + 1; return n;")]
    [InlineData("CountWords", "var n = new Dictionary<string, int>(); foreach (var d in corpus) foreach (var w in SplitWords(d)) { var key = w.[|Trim|](); n[key] = n.GetValueOrDefault(key) + 1; } return n;")]
    [InlineData("CountWords", "var n = new Dictionary<string, int>([|StringComparer.OrdinalIgnoreCase|]); foreach (var w in corpus.SelectMany(SplitWords)) n[w] = n.GetValueOrDefault(w) + 1; return n;")]
    [InlineData("CountWords", "return corpus.SelectMany(SplitWords).CountBy(w => w.[|ToUpperInvariant|]()).ToDictionary();")]
    [InlineData("Encode", "return [.. Encoding.UTF8.GetBytes(text.[|Normalize|]())];")]
    [InlineData("Encode", "text = text.[|ToLowerInvariant|](); var s = new List<int>(); foreach (var w in SplitWords(text)) s.AddRange(BytesOf(w)); return s;")]
    [InlineData("Train", "var all = new List<byte[]>(); foreach (var w in wordCounts.Keys) all.Add(Encoding.UTF8.GetBytes(w.[|Normalize|](NormalizationForm.FormC))); return FromMerges([(all.Count, 0)]);")]
    [InlineData("Decode", "return Encoding.UTF8.GetString(ids.Select(x => (byte)x).ToArray()).[|TrimEnd|]();")]
    [InlineData("Decode", "var s = Encoding.UTF8.GetString(ids.Select(x => (byte)x).ToArray()); s = s.[|Replace|](\"\\uFFFD\", \"\"); return s;")]
    public Task Reports_what_decoding_cannot_give_back(string member, string body) => Verify.Reports("KATA2009", KataSource.WithBody("BpeTokenizer", member, body));

    [Theory]
    [InlineData("CountWords", "var n = new Dictionary<string, int>(); foreach (var w in corpus.SelectMany(SplitWords)) if (w.Trim().Length > 0 && w.ToLowerInvariant() != \"x\") n[w] = 1; return n;")]
    [InlineData("SplitWords", "var all = new List<string>(); var rest = text.TrimStart(); all.Add(text[..^rest.Length]); all.Add(rest); return all;")]
    [InlineData("Encode", "var rest = text.TrimStart(); return [.. Encoding.UTF8.GetBytes(text[..(text.Length - rest.Length)]), .. Encoding.UTF8.GetBytes(rest)];")]
    [InlineData("Encode", "return text.IsNormalized() && text.ToLowerInvariant() == text ? [.. Encoding.UTF8.GetBytes(text)] : [];")]
    [InlineData("Decode", "var hex = string.Concat(ids.Select(x => x.ToString(\"x2\"))).ToUpperInvariant(); return Encoding.UTF8.GetString(Convert.FromHexString(hex));")]
    [InlineData("Decode", "return Encoding.UTF8.GetString(ids.Select(x => (byte)x).ToArray()).Replace(\"\\u0120\", \" \");")]
    [InlineData("CountWords", "var n = new Dictionary<string, int>(StringComparer.Ordinal); foreach (var w in corpus.SelectMany(SplitWords)) n[w] = n.GetValueOrDefault(w) + 1; return n;")]
    public Task Is_silent_where_the_text_stays(string member, string body) => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", member, body));
}
