using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class TieByHeapOrderTests
{
    private const string Counts = "var n = new Dictionary<(int Left, int Right), long>(); foreach (var (word, count) in wordCounts) { var s = BytesOf(word); foreach (var p in s.Zip(s.Skip(1))) n[p] = n.GetValueOrDefault(p) + count; } var m = new List<(int, int)>(); ";

    [Theory]
    [InlineData("var q = new PriorityQueue<(int, int), long>(); foreach (var (p, c) in n) [|q.Enqueue(p, -c)|]; m.Add(q.Dequeue());")]
    [InlineData("var q = new PriorityQueue<(int, int), double>(); foreach (var x in n) [|q.Enqueue(x.Key, -1.0 * x.Value)|]; while (q.TryDequeue(out var p, out var c) && c < -1) m.Add(p);")]
    [InlineData("PriorityQueue<long, long> q = new(); void Offer((int Left, int Right) p) => [|q.Enqueue(((long)p.Left << 32) + p.Right, -n[p])|]; foreach (var p in n.Keys) Offer(p); while (q.TryDequeue(out var key, out _)) m.Add(((int)(key >> 32), (int)key));")]
    [InlineData("var q = new PriorityQueue<(int, int), int>(); foreach (var p in n.Keys) [|q.Enqueue(p, -(int)n.GetValueOrDefault(p))|]; m.Add(q.Dequeue());")]
    public Task Reports_a_queue_that_knows_counts_alone(string body)
        => Verify.Reports("KATA2008", KataSource.WithBody("BpeTokenizer", "Train", Counts + body + " return FromMerges(m);"));

    [Theory]
    [InlineData("var q = new PriorityQueue<(int, int), (long, int, int)>(); foreach (var (p, c) in n) q.Enqueue(p, (-c, p.Left, p.Right)); m.Add(q.Dequeue());")]
    [InlineData("var q = new PriorityQueue<(int, int), long>(); foreach (var (p, c) in n) q.Enqueue(p, (-c * 1000000) + (p.Left * 1000) + p.Right); m.Add(q.Dequeue());")]
    [InlineData("var q = new PriorityQueue<long, decimal>(); foreach (var (p, c) in n) { var key = ((long)p.Left << 32) + p.Right; q.Enqueue(key, (-c * 1e18m) + key); } m.Add(((int)(q.Dequeue() >> 32), 0));")]
    [InlineData("var q = new PriorityQueue<(int, int), long>(Comparer<long>.Create((a, b) => b.CompareTo(a))); foreach (var (p, c) in n) q.Enqueue(p, c); m.Add(q.Dequeue());")]
    [InlineData("var q = new PriorityQueue<string, long>(); foreach (var (word, count) in wordCounts) q.Enqueue(word, -count); m.Add((q.Dequeue().Length, 1));")]
    [InlineData("var q = new PriorityQueue<(int, int), long>(); foreach (var (p, c) in n) q.Enqueue(p, -c); q.TryDequeue(out var best, out var most); while (q.TryDequeue(out var next, out var c) && c == most) if (next.CompareTo(best) < 0) best = next; m.Add(best);")]
    [InlineData("var q = new PriorityQueue<(int, int), long>(); foreach (var (p, c) in n) q.Enqueue(p, -c); var ties = new List<(int, int)>(); var most = 0L; while (q.TryDequeue(out var p, out var c)) { if (ties.Count > 0 && c != most) break; most = c; ties.Add(p); } m.Add(ties.Min());")]
    public Task Is_silent_where_the_pair_has_a_say(string body)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Train", Counts + body + " return FromMerges(m);"));
}
