using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class OverlapsCountedTests
{
    private const string Frame = "var n = new Dictionary<(int, int), long>(); foreach (var (word, count) in wordCounts) { var s = BytesOf(word); {0} } return FromMerges([n.Keys.Min()]);";

    [Theory]
    [InlineData("for (var i = 0; i + 1 < s.Count; i++) { var p = (s[i], s[i + 1]); [|n[p] = n.GetValueOrDefault(p) + count|]; }")]
    [InlineData("for (var i = 1; i < s.Count; i++) [|CollectionsMarshal.GetValueRefOrAddDefault(n, (s[i - 1], s[i]), out _) += count|];")]
    [InlineData("var i = 0; while (i < s.Count - 1) { if (!n.ContainsKey((s[i], s[i + 1]))) n[(s[i], s[i + 1])] = 0; [|n[(s[i], s[i + 1])] += count|]; i++; }")]
    [InlineData("for (var i = 0; i < s.Count - 1; ++i) { var p = (s[i], s[i + 1]); [|n[p] = n.TryGetValue(p, out var old) ? old + count : count|]; }")]
    [InlineData("for (var i = s.Count - 1; i > 0; i--) Count((s[i - 1], s[i])); void Count((int, int) p) => [|n[p] = n.GetValueOrDefault(p) + count|];")]
    [InlineData("for (var i = 0; 1 + i < s.Count; i++) { var p = (s[i], s[1 + i]); [|n[p] = n.GetValueOrDefault(p) + count|]; }")]
    public Task Reports_a_count_at_every_symbol(string loop)
        => Verify.Reports("KATA2007", KataSource.WithBody("BpeTokenizer", "Train", Frame.Replace("{0}", loop)));

    [Theory]
    [InlineData("for (var i = 0; i + 1 < s.Count; i++) { var p = (s[i], s[i + 1]); n[p] = n.GetValueOrDefault(p) + count; if (i + 2 < s.Count && s[i] == s[i + 1] && s[i] == s[i + 2]) i++; }")]
    [InlineData("var last = (-1, -1); for (var i = 0; i + 1 < s.Count; i++) { var p = (s[i], s[i + 1]); if (p == last) { last = (-1, -1); continue; } n[p] = n.GetValueOrDefault(p) + count; last = p; }")]
    [InlineData("var at = new Dictionary<(int, int), int>(); for (var i = 0; i + 1 < s.Count; i++) { var p = (s[i], s[i + 1]); if (at.TryGetValue(p, out var j) && j == i - 1) continue; at[p] = i; n[p] = n.GetValueOrDefault(p) + count; }")]
    [InlineData("for (var i = 0; i + 1 < s.Count;) { var run = 1; while (i + run < s.Count && s[i + run] == s[i]) run++; if (run > 1) n[(s[i], s[i])] = n.GetValueOrDefault((s[i], s[i])) + run / 2 * count; i += run; }")]
    [InlineData("for (var i = 0; i + 1 < s.Count; i++) { var p = (s[i], s[i + 1]); n[p] = n.GetValueOrDefault(p) + count; } for (var i = 0; i + 2 < s.Count; i++) if (s[i] == s[i + 1] && s[i] == s[i + 2]) { n[(s[i], s[i])] -= count; i++; }")]
    [InlineData("for (var i = 0; i + 1 < s.Count; i++) { var p = (s[i], s[i + 1]); n[p] = n.GetValueOrDefault(p) + count; } foreach (var x in s.Distinct()) n[(x, x)] = Runs(x); long Runs(int x) => s.Count(y => y == x) / 2;")]
    [InlineData("foreach (var p in Apart(s)) n[p] = n.GetValueOrDefault(p) + count;")]
    [InlineData("for (var i = 0; i < s.Count; i++) { n[(s[i], s[i])] = n.GetValueOrDefault((s[i], s[i])) + count; }")]
    public Task Is_silent_where_runs_are_taken_care_of(string loop)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Train", Frame.Replace("{0}", loop), "static IEnumerable<(int, int)> Apart(List<int> s) { var blocked = false; for (var i = 0; i + 1 < s.Count; i++) { blocked = !blocked && i > 0 && s[i - 1] == s[i] && s[i] == s[i + 1]; if (!blocked) yield return (s[i], s[i + 1]); } }"));
}
