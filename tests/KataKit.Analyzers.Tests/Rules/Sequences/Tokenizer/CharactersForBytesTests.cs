using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class CharactersForBytesTests
{
    [Theory]
    [InlineData("var s = new List<int>(); foreach (var c in text) s.Add([|c|]); return s;")]
    [InlineData("var s = new List<int>(); for (var i = 0; i < text.Length; i++) s.Add([|(byte)text[i]|]); return s;")]
    [InlineData("return text.Select(c => [|(int)c|]).ToList();")]
    [InlineData("return [.. SplitWords(text).SelectMany(w => w.ToCharArray().Select(c => [|(int)c|]))];")]
    [InlineData("var s = new List<int>(); foreach (var r in text.EnumerateRunes()) s.Add([|r.Value|]); return s;")]
    [InlineData("var s = new int[text.Length]; for (var i = 0; i < s.Length; i++) s[i] = [|text[i]|]; return s;")]
    [InlineData("var s = new List<int>(); foreach (var w in SplitWords(text)) foreach (var c in w) s.Add([|c|]); return s;")]
    [InlineData("var s = new List<int>(); for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) s.Add([|char.ConvertToUtf32(text, i)|]); return s;")]
    [InlineData("var s = new List<int>(); foreach (var b in [|Encoding.ASCII|].GetBytes(text)) s.Add(b); return s;")]
    [InlineData("return [.. [|Encoding.Unicode|].GetBytes(text[1..])];")]
    [InlineData("return [.. [|System.Text.Encoding.Latin1|].GetBytes(text.Substring(1))];")]
    public Task Reports_ids_that_are_no_bytes_of_utf8(string body) => Verify.Reports("KATA2004", KataSource.WithBody("BpeTokenizer", "Encode", body));

    [Fact]
    public Task Reports_in_training()
        => Verify.Reports("KATA2004", KataSource.WithBody("BpeTokenizer", "Train", "var all = new List<(List<int>, int)>(); foreach (var (word, count) in wordCounts) all.Add(([.. word.Select(c => [|(int)c|])], count)); return FromMerges([]);"));

    [Theory]
    [InlineData("var s = new List<int>(); foreach (var b in Encoding.UTF8.GetBytes(text)) s.Add(b); return s;")]
    [InlineData("return [.. new UTF8Encoding(false).GetBytes(text)];")]
    [InlineData("var s = new List<int>(); foreach (var c in Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))) s.Add(c); return s;")]
    [InlineData("return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)).Select(c => (int)c).ToList();")]
    [InlineData("var mapped = string.Concat(Encoding.UTF8.GetBytes(text).Select(b => (char)(b + 256))); var s = new List<int>(); foreach (var c in mapped) s.Add(c - 256); return s;")]
    [InlineData("var words = new List<string>(); foreach (var w in SplitWords(text)) words.Add(Marks(w)); var s = new List<int>(); foreach (var w in words) foreach (var c in w) s.Add(c); return s;")]
    [InlineData("var sb = new StringBuilder(); foreach (var b in Encoding.UTF8.GetBytes(text)) sb.Append((char)b); var s = new List<int>(); foreach (var c in sb.ToString()) s.Add(c); return s;")]
    [InlineData("var n = 0; for (var i = 0; i < text.Length; i++) if (char.IsWhiteSpace(text[i]) || text[i] == '#') n++; return [n];")]
    [InlineData("var at = new List<int>(); for (var i = 0; i < text.Length; i++) if (text[i] > 'a') at.Add(i); return at;")]
    [InlineData("var h = 17; foreach (var c in text) h = h * 31 + c; return [h];")]
    [InlineData("var table = new Dictionary<char, int> { ['a'] = 97 }; var s = new List<int>(); foreach (var c in text) s.Add(table[c]); return s;")]
    [InlineData("var s = new List<int>(); foreach (var r in text.EnumerateRunes()) { var four = new byte[4]; var n = r.EncodeToUtf8(four); for (var i = 0; i < n; i++) s.Add(four[i]); } return s;")]
    [InlineData("return [.. _specialTokens[0].Select(c => (int)c)];")]
    public Task Is_silent_about_bytes_and_about_characters_that_are_looked_at(string body)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Encode", body, "static string Marks(string w) => string.Concat(Encoding.UTF8.GetBytes(w).Select(b => (char)b));"));
}
