using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class WordFrequencyIgnoredTests
{
    private const string Skip = "if (i + 1 < s.Count && s[i - 1] == s[i] && s[i] == s[i + 1]) i++;";
    private const string Start = "var n = new Dictionary<(int, int), long>(); ";
    private const string End = " return FromMerges([n.Keys.Min()]);";

    [Theory]
    [InlineData("foreach (var word in wordCounts.Keys) { var s = BytesOf(word); for (var i = 1; i < s.Count; i++) { [|n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + 1|]; {0} } }")]
    [InlineData("foreach (var entry in wordCounts) { if (entry.Value < 0) throw new ArgumentException(\"negative\", nameof(wordCounts)); var s = BytesOf(entry.Key); for (var i = 1; i < s.Count; i++) { [|CollectionsMarshal.GetValueRefOrAddDefault(n, (s[i - 1], s[i]), out _)++|]; {0} } }")]
    [InlineData("var words = new List<List<int>>(); var weights = new List<int>(); foreach (var (word, count) in wordCounts) { words.Add(BytesOf(word)); weights.Add(count); } for (var w = 0; w < words.Count; w++) { var s = words[w]; for (var i = 1; i < s.Count; i++) { var p = (s[i - 1], s[i]); [|n[p] = n.TryGetValue(p, out var old) ? old + 1 : 1|]; {0} } }")]
    [InlineData("if (wordCounts.Values.Any(x => x < 0)) throw new ArgumentException(\"negative\", nameof(wordCounts)); foreach (var word in wordCounts.Keys.Select(BytesOf)) { var s = word; for (var i = 1; i < s.Count; i++) { var p = (s[i - 1], s[i]); if (n.ContainsKey(p)) [|n[p]++|]; else [|n[p] = 1|]; {0} } }")]
    public Task Reports_counts_that_no_frequency_enters(string body)
        => Verify.Reports("KATA2005", KataSource.WithBody("BpeTokenizer", "Train", Start + body.Replace("{0}", Skip) + End));

    [Theory]
    [InlineData("foreach (var (word, count) in wordCounts) { var s = BytesOf(word); for (var i = 1; i < s.Count; i++) { n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + count; {0} } }")]
    [InlineData("foreach (var (word, count) in wordCounts) { var s = BytesOf(word); for (var i = 1; i < s.Count; i++) { for (var k = 0; k < count; k++) n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + 1; {0} } }")]
    [InlineData("var all = new List<List<int>>(); foreach (var (word, count) in wordCounts) for (var k = 0; k < count; k++) all.Add(BytesOf(word)); foreach (var s in all) for (var i = 1; i < s.Count; i++) { n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + 1; {0} }")]
    [InlineData("var all = new List<List<int>>(); foreach (var (word, count) in wordCounts) { var k = count; while (k-- > 0) all.Add(BytesOf(word)); } foreach (var s in all) for (var i = 1; i < s.Count; i++) { n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + 1; {0} }")]
    [InlineData("var all = new List<string>(); foreach (var e in wordCounts) all.AddRange(Enumerable.Repeat(e.Key, e.Value)); foreach (var word in all) { var s = BytesOf(word); for (var i = 1; i < s.Count; i++) { n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + 1; {0} } }")]
    [InlineData("foreach (var word in wordCounts.Keys) for (var k = 0; k < wordCounts[word]; k++) { var s = BytesOf(word); for (var i = 1; i < s.Count; i++) { n[(s[i - 1], s[i])] = n.GetValueOrDefault((s[i - 1], s[i])) + 1; {0} } }")]
    [InlineData("foreach (var word in wordCounts.Keys) { var s = BytesOf(word); var own = new Dictionary<(int, int), int>(); for (var i = 1; i < s.Count; i++) { own[(s[i - 1], s[i])] = own.GetValueOrDefault((s[i - 1], s[i])) + 1; {0} } foreach (var (p, times) in own) n[p] = n.GetValueOrDefault(p) + (long)times * wordCounts[word]; }")]
    public Task Is_silent_where_the_frequency_has_a_way_in(string body)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Train", Start + body.Replace("{0}", Skip) + End));
}
