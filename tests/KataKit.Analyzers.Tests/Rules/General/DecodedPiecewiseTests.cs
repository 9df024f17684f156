using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class DecodedPiecewiseTests
{
    [Theory]
    [InlineData("var s = new StringBuilder(); for (var i = 0; i < ids.Count; i++) { var token = _bytesOf[ids[i]]; s.Append([|Encoding.UTF8.GetString(token)|]); } return s.ToString();")]
    [InlineData("var s = \"\"; foreach (var id in ids) s += [|Encoding.UTF8.GetString(_bytesOf[id])|]; return s;")]
    [InlineData("var s = \"\"; foreach (var id in ids) { var piece = [|new UTF8Encoding(false).GetString(_bytesOf[id])|]; s = s + piece; } return s;")]
    [InlineData("return string.Concat(ids.Select(id => [|Encoding.UTF8.GetString(_bytesOf[id])|]));")]
    [InlineData("return string.Join(\"\", ids.Where(id => id > 0).Select(id => [|Encoding.UTF8.GetString(_bytesOf[id])|]).ToArray());")]
    [InlineData("var all = new List<string>(); foreach (var id in ids) all.Add([|Encoding.UTF8.GetString(_bytesOf[id])|]); return string.Join(string.Empty, all);")]
    [InlineData("var all = new string[ids.Count]; for (var i = 0; i < ids.Count; i++) all[i] = [|Encoding.UTF8.GetString(_bytesOf[ids[i]], 0, _bytesOf[ids[i]].Length)|]; return string.Concat(all);")]
    [InlineData("return ids.Aggregate(\"\", (s, id) => s + [|Encoding.UTF8.GetString(_bytesOf[id])|]);")]
    [InlineData("return ids.Aggregate(new StringBuilder(), (s, id) => s.Append([|Encoding.UTF8.GetString(_bytesOf[id])|])).ToString();")]
    [InlineData("var s = new StringBuilder(); var i = 0; while (i < ids.Count) { s.Append(Of(ids[i++])); } return s.ToString(); string Of(int id) => [|Encoding.UTF8.GetString(_bytesOf[id].AsSpan())|];")]
    [InlineData("return string.Concat(Pieces()); IEnumerable<string> Pieces() { foreach (var id in ids) yield return [|Encoding.UTF8.GetString(_bytesOf[id])|]; }")]
    [InlineData("var s = new StringBuilder(); foreach (var id in ids) { if (!_idOf.TryGetValue((id, id), out var at)) s.Append([|Encoding.UTF8.GetString([(byte)id])|]); } return s.ToString();")]
    public Task Reports_pieces_that_are_joined_as_text(string body) => Verify.Reports("KATA0007", KataSource.WithBody("BpeTokenizer", "Decode", body));

    [Theory]
    [InlineData("var b = new List<byte>(); foreach (var id in ids) b.AddRange(_bytesOf[id]); return Encoding.UTF8.GetString(b.ToArray());")]
    [InlineData("return Encoding.UTF8.GetString(ids.SelectMany(id => _bytesOf[id]).ToArray());")]
    [InlineData("var s = new StringBuilder(); foreach (var id in ids) s.Append(Encoding.ASCII.GetString(_bytesOf[id])); return s.ToString();")]
    [InlineData("var s = new StringBuilder(); foreach (var id in ids) s.Append(Encoding.Latin1.GetString(_bytesOf[id])); return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(s.ToString()));")]
    [InlineData("var s = new StringBuilder(); var b = new List<byte>(); foreach (var id in ids) { if (id >= 300) { s.Append(Encoding.UTF8.GetString([.. b])).Append('|'); b.Clear(); } else b.AddRange(_bytesOf[id]); } return s.Append(Encoding.UTF8.GetString([.. b])).ToString();")]
    [InlineData("var s = \"\"; var b = new byte[99]; var n = 0; foreach (var id in ids) { if (id >= 300) { s += Encoding.UTF8.GetString(b, 0, n) + '|'; n = 0; } else b[n++] = _bytesOf[id][0]; } return s + Encoding.UTF8.GetString(b.AsSpan(0, n)) + Encoding.UTF8.GetString(b[..n]);")]
    [InlineData("foreach (var id in ids) { if (_bytesOf[id].Length == 0) throw new ArgumentException(\"no text: \" + Encoding.UTF8.GetString(_bytesOf[id]), nameof(ids)); } return \"\";")]
    [InlineData("return string.Join(\", \", ids.Select(id => Encoding.UTF8.GetString(_bytesOf[id])));")]
    [InlineData("var names = new Dictionary<int, string>(); foreach (var id in ids) names[id] = Encoding.UTF8.GetString(_bytesOf[id]); return names[ids[0]];")]
    [InlineData("var last = \"\"; foreach (var id in ids) last = Encoding.UTF8.GetString(_bytesOf[id]); return last;")]
    [InlineData("var s = new StringBuilder(); foreach (var word in ids.Chunk(4)) { var b = new List<byte>(); foreach (var id in word) b.AddRange(_bytesOf[id]); s.Append(b.Count); } return s.ToString();")]
    public Task Is_silent_where_no_character_can_be_cut(string body) => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Decode", body));

    [Fact]
    public Task Is_silent_about_records_in_other_code()
        => Verify.IsSilent("""
            using System.Text;
            public static class Report
            {
                public static string Names(List<byte[]> records)
                {
                    var text = new StringBuilder();
                    foreach (var record in records) text.AppendLine(Encoding.UTF8.GetString(record));
                    return text.ToString();
                }
            }
            """);
}
