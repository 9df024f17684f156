using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class TieByHashOrderTests
{
    private const string Counts = """
        var counts = new Dictionary<(int Left, int Right), long>();
        foreach (var (word, count) in wordCounts)
        {
            foreach (var pair in Pairs(BytesOf(word))) counts[pair] = counts.GetValueOrDefault(pair) + count;
        }


        """;

    private const string Pairs = "static IEnumerable<(int Left, int Right)> Pairs(List<int> symbols) => symbols.Zip(symbols.Skip(1));";

    [Theory]
    [InlineData("var top = counts.[|MaxBy|](x => x.Value); return FromMerges([top.Key]);")]
    [InlineData("var (top, n) = counts.[|MaxBy|](x => x.Value); return FromMerges(n > 1 ? [top] : []);")]
    [InlineData("return FromMerges([counts.[|MinBy|](x => -x.Value).Key]);")]
    [InlineData("return FromMerges([counts.Where(x => x.Value > 1).[|OrderByDescending|](x => x.Value).First().Key]);")]
    [InlineData("var best = counts.[|OrderBy|](x => x.Value).LastOrDefault(); return FromMerges([best.Key]);")]
    [InlineData("var most = counts.Values.Max(); return FromMerges([counts.[|First|](x => x.Value == most).Key]);")]
    [InlineData("return FromMerges([counts.Keys.[|MaxBy|](x => counts[x])]);")]
    [InlineData("return FromMerges([counts.Aggregate((a, b) => [|b.Value > a.Value|] ? b : a).Key]);")]
    [InlineData("return FromMerges([counts.Aggregate((a, b) => [|a.Value >= b.Value|] ? a : b).Key]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts) { if ([|x.Value > most|]) { best = x.Key; most = x.Value; } } return FromMerges([best]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts) { if ([|x.Value < most|]) continue; best = x.Key; most = x.Value; } return FromMerges([best]);")]
    [InlineData("(int, int)? best = null; var most = 1L; foreach (var (next, n) in counts) { if (best is null || [|n > most|]) (best, most) = (next, n); } return FromMerges([best!.Value]);")]
    [InlineData("KeyValuePair<(int, int), long> best = default; foreach (var x in counts) best = [|x.Value > best.Value|] ? x : best; return FromMerges([best.Key]);")]
    [InlineData("var best = (0, 0); foreach (var next in counts.Keys) { if (best == (0, 0) || [|counts[next] > counts[best]|]) best = next; } return FromMerges([best]);")]
    [InlineData("return FromMerges([Best(counts)]); static (int, int) Best(Dictionary<(int Left, int Right), long> all) { var best = default((int, int)); var n = 0L; foreach (var x in all) if ([|x.Value > n|]) { n = x.Value; best = x.Key; } return best; }")]
    public Task Reports_ties_left_to_the_dictionary(string body)
        => Verify.Reports("KATA2001", KataSource.WithBody("BpeTokenizer", "Train", Counts + body, Pairs));

    [Fact]
    public Task Reports_groups_in_the_order_of_their_first_element()
        => Verify.Reports("KATA2001", KataSource.WithBody("BpeTokenizer", "Train", "return FromMerges([wordCounts.Keys.SelectMany(x => Pairs(BytesOf(x))).GroupBy(x => x).[|MaxBy|](x => x.Count())!.Key]);", Pairs));

    [Theory]
    [InlineData("return FromMerges([counts.MaxBy(x => (x.Value, -x.Key.Left, -x.Key.Right)).Key]);")]
    [InlineData("return FromMerges([counts.OrderBy(x => x.Key).MaxBy(x => x.Value).Key]);")]
    [InlineData("return FromMerges([counts.OrderByDescending(x => x.Value).ThenBy(x => x.Key).First().Key]);")]
    [InlineData("return FromMerges([counts.OrderByDescending(x => x.Value).ThenBy(x => x.Key.Left).ThenBy(x => x.Key.Right).First().Key]);")]
    [InlineData("return FromMerges([new SortedDictionary<(int Left, int Right), long>(counts).MaxBy(x => x.Value).Key]);")]
    [InlineData("var most = counts.MaxBy(x => x.Value).Value; return FromMerges([counts.Where(x => x.Value == most).Min(x => x.Key)]);")]
    [InlineData("var most = counts.OrderByDescending(x => x.Value).First().Value; return FromMerges([counts.Where(x => x.Value == most).MinBy(x => x.Key).Key]);")]
    [InlineData("return FromMerges([counts.GroupBy(x => x.Value).MaxBy(x => x.Key)!.Min(x => x.Key)]);")]
    [InlineData("return FromMerges([counts.Aggregate((a, b) => b.Value > a.Value || (b.Value == a.Value && b.Key.CompareTo(a.Key) < 0) ? b : a).Key]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts) { if (x.Value > most || (x.Value == most && x.Key.CompareTo(best) < 0)) { best = x.Key; most = x.Value; } } return FromMerges([best]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts) { if (x.Value > most) { best = x.Key; most = x.Value; } else if (x.Value == most && x.Key.CompareTo(best) < 0) best = x.Key; } return FromMerges([best]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts) { if (x.Value < most) continue; if (x.Value == most && x.Key.CompareTo(best) > 0) continue; best = x.Key; most = x.Value; } return FromMerges([best]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts.OrderBy(x => x.Key)) { if (x.Value > most) { best = x.Key; most = x.Value; } } return FromMerges([best]);")]
    [InlineData("var all = counts.ToList(); all.Sort((a, b) => a.Key.CompareTo(b.Key)); var best = all[0]; foreach (var x in all) if (x.Value > best.Value) best = x; return FromMerges([best.Key]);")]
    [InlineData("var most = 1L; foreach (var x in counts) if (x.Value > most) most = x.Value; var ties = new List<(int, int)>(); foreach (var x in counts) if (x.Value == most) ties.Add(x.Key); return FromMerges([ties.Min()]);")]
    [InlineData("return FromMerges([counts.MaxBy(x => x, Comparer<KeyValuePair<(int Left, int Right), long>>.Create((a, b) => a.Value != b.Value ? a.Value.CompareTo(b.Value) : b.Key.CompareTo(a.Key))).Key]);")]
    [InlineData("var byCount = counts.OrderByDescending(x => x.Value).Select(x => x.Value).ToList(); return FromMerges([counts.Where(x => x.Value == byCount[0]).Min(x => x.Key)]);")]
    [InlineData("var top = counts.MaxBy(x => x.Value); var best = top.Key; foreach (var x in counts) if (x.Value == top.Value && x.Key.CompareTo(best) < 0) best = x.Key; return FromMerges([best]);")]
    [InlineData("var best = (0, 0); var most = 1L; foreach (var x in counts) if (x.Value > most) (best, most) = (x.Key, x.Value); foreach (var x in counts) if (x.Value == most && x.Key.CompareTo(best) < 0) best = x.Key; return FromMerges([best]);")]
    public Task Is_silent_where_the_pair_decides(string body) => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Train", Counts + body, Pairs));

    [Fact]
    public Task Is_silent_outside_training()
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Decode", "var n = new Dictionary<int, int>(); foreach (var id in ids) n[id] = n.GetValueOrDefault(id) + 1; return n.MaxBy(x => x.Value).Key.ToString();"));
}
