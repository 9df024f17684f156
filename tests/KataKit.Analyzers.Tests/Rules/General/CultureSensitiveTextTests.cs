using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class CultureSensitiveTextTests
{
    [Theory]
    [InlineData("if (text.[|StartsWith|](_specialTokens[0])) return [256]; return [];")]
    [InlineData("return text.[|EndsWith|](\"#\") ? [1] : [];")]
    [InlineData("return [text.[|IndexOf|](_specialTokens[0], 3)];")]
    [InlineData("return [text.[|LastIndexOf|](_specialTokens[0])];")]
    [InlineData("return [text.IndexOf(_specialTokens[0], [|StringComparison.InvariantCulture|])];")]
    [InlineData("return [text.Contains(_specialTokens[0], [|StringComparison.CurrentCultureIgnoreCase|]) ? 1 : 0];")]
    [InlineData("return [string.[|Compare|](text, _specialTokens[0])];")]
    [InlineData("return [string.[|Compare|](text, 0, _specialTokens[0], 0, 3)];")]
    [InlineData("return [string.[|Compare|](text, _specialTokens[0], true)];")]
    [InlineData("return [text.[|CompareTo|](_specialTokens[0])];")]
    [InlineData("return [text?.[|CompareTo|](_specialTokens[0]) ?? 0];")]
    [InlineData("return [_specialTokens.Contains(text.[|ToLower|]()) ? 1 : 0];")]
    [InlineData("var c = [|Comparer<string>.Default|]; return [c.Compare(text, _specialTokens[0])];")]
    [InlineData("var byCulture = [|StringComparer.InvariantCultureIgnoreCase|]; return [new HashSet<string>(_specialTokens, byCulture).Count];")]
    [InlineData("var all = _specialTokens.ToList(); all.[|Sort|](); return [all.IndexOf(text)];")]
    [InlineData("var all = _specialTokens.ToArray(); Array.[|Sort|](all); return [Array.IndexOf(all, text)];")]
    [InlineData("var all = _specialTokens.ToArray(); Array.[|Sort|](all, new int[3]); return [Array.IndexOf(all, text)];")]
    [InlineData("var set = [|new SortedSet<string>()|]; set.Add(text); return [set.Count];")]
    [InlineData("SortedDictionary<string, int> counts = [|new()|]; counts[text] = 1; return [counts.Count];")]
    [InlineData("SortedList<string, int> counts = [|[]|]; counts[text] = 1; return [counts.Count];")]
    [InlineData("var queue = [|new PriorityQueue<int, (long, string)>()|]; queue.Enqueue(1, (1, text)); return [queue.Dequeue()];")]
    [InlineData("return [_specialTokens.[|Max|]()!.Length];")]
    public Task Reports_what_goes_by_a_culture(string body) => Verify.Reports("KATA0005", KataSource.WithBody("BpeTokenizer", "Encode", body));

    [Theory]
    [InlineData("return corpus.GroupBy(x => x).[|OrderBy|](x => x.Key).ToDictionary(x => x.Key, x => x.Count());")]
    [InlineData("return corpus.GroupBy(x => x).OrderByDescending(x => x.Count()).[|ThenBy|](x => x.Key).ToDictionary(x => x.Key, x => x.Count());")]
    [InlineData("return corpus.[|Order|]().Distinct().ToDictionary(x => x, x => 1);")]
    [InlineData("return corpus.GroupBy(x => x).[|OrderBy|](x => (x.Count(), x.Key)).ToDictionary(x => x.Key, x => x.Count());")]
    [InlineData("return corpus.[|MinBy|](x => x + '#')!.ToDictionary(x => x.ToString(), x => 1);")]
    [InlineData("return corpus.GroupBy(x => x).OrderBy(x => x.Key, [|StringComparer.CurrentCulture|]).ToDictionary(x => x.Key, x => x.Count());")]
    public Task Reports_sorts_of_text_without_a_comparer(string body) => Verify.Reports("KATA0005", KataSource.WithBody("BpeTokenizer", "CountWords", body));

    [Theory]
    [InlineData("return Weigh(corpus);", "static Dictionary<string, int> Weigh(IEnumerable<string> all) { int At(string x) => x.[|IndexOf|](\"a\"); return all.ToDictionary(x => x, At); }")]
    [InlineData("return Known;", "static readonly Dictionary<string, int> Known = Make(); static Dictionary<string, int> Make() => new[] { \"b\", \"a\" }.[|OrderBy|](x => x).ToDictionary(x => x, x => 1);")]
    public Task Reports_in_helpers_and_in_what_initial_values_call(string body, string members)
        => Verify.Reports("KATA0005", KataSource.WithBody("BpeTokenizer", "CountWords", body, members));

    [Theory]
    [InlineData("return text.StartsWith('#') || text.IndexOf(' ') > 0 || text.EndsWith(_specialTokens[0], StringComparison.Ordinal) ? [1] : [];")]
    [InlineData("return [text.AsSpan().IndexOf(_specialTokens[0]), text.AsSpan().StartsWith(\"#\") ? 1 : 0, string.CompareOrdinal(text, _specialTokens[0])];")]
    [InlineData("return text.Contains(_specialTokens[0]) && text.Replace(_specialTokens[0], \"\") != text && text.Split(_specialTokens[0]).Length > 1 ? [1] : [];")]
    [InlineData("return [string.Compare(text, _specialTokens[0], StringComparison.OrdinalIgnoreCase), StringComparer.Ordinal.Compare(text, \"\")];")]
    [InlineData("return [255.ToString(\"X2\").ToLower() == text ? 1 : 0];")]
    [InlineData("return [3.CompareTo(text.Length), ('a').CompareTo(text[0])];")]
    [InlineData("var all = _specialTokens.ToList(); all.Sort(StringComparer.Ordinal); all.Sort((x, y) => y.Length.CompareTo(x.Length)); return [all.Count];")]
    [InlineData("var set = new SortedSet<string>(StringComparer.Ordinal) { text }; var map = new Dictionary<string, int> { [text] = 1 }; return [set.Count, map.Count];")]
    [InlineData("var queue = new PriorityQueue<string, (long, int)>(); queue.Enqueue(text, (1, 2)); return [queue.Count];")]
    [InlineData("return [.. _specialTokens.OrderByDescending(x => x.Length).ThenBy(x => x, StringComparer.Ordinal).Select(x => x.Length).Order()];")]
    [InlineData("return [_specialTokens.Max(x => x.Length), _specialTokens.MinBy(x => x.Length)!.Length];")]
    [InlineData("return [.. text.OrderBy(x => x).Select(x => (int)x)];")]
    public Task Is_silent_about_code_units(string body) => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Encode", body));

    [Fact]
    public Task Is_silent_outside_katas()
        => Verify.IsSilent("public static class Names { public static string[] Sorted(string[] names) => names.Where(x => x.StartsWith(\"A\")).OrderBy(x => x).ToArray(); }");
}
