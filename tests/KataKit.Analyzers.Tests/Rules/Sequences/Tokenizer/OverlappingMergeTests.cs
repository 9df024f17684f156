using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class OverlappingMergeTests
{
    private const string Members = "static List<int> Join(List<int> s, (int Left, int Right) pair, int id) { var m = new List<int>(); {0} return m; }";
    private const string Encode = "var s = BytesOf(text); for (var r = 0; r < _merges.Length; r++) s = Join(s, _merges[r], 256 + r); return s;";

    [Theory]
    [InlineData("var i = 0; while (i < s.Count) { if (i + 1 < s.Count && s[i] == pair.Left && s[i + 1] == pair.Right) { [|m.Add(id)|]; i++; } else { m.Add(s[i]); i++; } }")]
    [InlineData("for (var i = 0; i < s.Count; i++) { if (i < s.Count - 1 && (s[i], s[i + 1]) == pair) [|m.Add(id)|]; else m.Add(s[i]); }")]
    [InlineData("for (var i = 0; i < s.Count; i++) { if (i + 1 < s.Count && pair.Left == s[i] && s[i + 1] == pair.Right) { [|m.Add(id)|]; continue; } m.Add(s[i]); }")]
    [InlineData("for (var i = 0; i < s.Count; i++) { var isPair = i + 1 < s.Count && (s[i], s[i + 1]) == pair; [|m.Add(isPair ? id : s[i])|]; }")]
    [InlineData("for (var i = 0; i < s.Count; ++i) { if (i + 1 >= s.Count || s[i] != pair.Left || s[i + 1] != pair.Right) m.Add(s[i]); else [|m.Add(id)|]; }")]
    [InlineData("bool At(int i) => i + 1 < s.Count && s[i] == pair.Left && s[i + 1] == pair.Right; for (var i = 0; i < s.Count; i++) { if (At(i)) [|m.Add(id)|]; else m.Add(s[i]); }")]
    [InlineData("var o = new int[s.Count]; var n = 0; for (var i = 0; i < s.Count; i++) { if (i + 1 < s.Count && s[i] == pair.Left && s[i + 1] == pair.Right) [|o[n++] = id|]; else o[n++] = s[i]; } m.AddRange(o);")]
    public Task Reports_a_loop_that_uses_the_second_symbol_again(string loop)
        => Verify.Reports("KATA2002", KataSource.WithBody("BpeTokenizer", "Encode", Encode, Members.Replace("{0}", loop)));

    [Theory]
    [InlineData("var i = 0; while (i < s.Count) { if (i + 1 < s.Count && s[i] == pair.Left && s[i + 1] == pair.Right) { m.Add(id); i += 2; } else { m.Add(s[i]); i++; } }")]
    [InlineData("for (var i = 0; i < s.Count; i++) { if (i + 1 < s.Count && (s[i], s[i + 1]) == pair) { m.Add(id); i++; } else m.Add(s[i]); }")]
    [InlineData("for (int i = 0, step; i < s.Count; i += step) { step = i + 1 < s.Count && (s[i], s[i + 1]) == pair ? 2 : 1; m.Add(step == 2 ? id : s[i]); }")]
    [InlineData("var skip = false; for (var i = 0; i < s.Count; i++) { if (skip) { skip = false; continue; } if (i + 1 < s.Count && (s[i], s[i + 1]) == pair) { m.Add(id); skip = true; } else m.Add(s[i]); }")]
    [InlineData("var done = -1; for (var i = 0; i < s.Count; i++) { if (i == done) continue; if (i + 1 < s.Count && (s[i], s[i + 1]) == pair) { m.Add(id); done = i + 1; } else m.Add(s[i]); }")]
    [InlineData("for (var i = 0; i < s.Count; i++) { if (i + 1 < s.Count && (s[i], s[i + 1]) == pair) { m.Add(id); s.RemoveAt(i + 1); } else m.Add(s[i]); }")]
    [InlineData("m.AddRange(s); for (var i = 0; i + 1 < m.Count; i++) { if (m[i] == pair.Left && m[i + 1] == pair.Right) { m[i] = id; m.RemoveAt(i + 1); } }")]
    [InlineData("foreach (var x in s) { if (m.Count > 0 && m[^1] == pair.Left && x == pair.Right) m[^1] = id; else m.Add(x); }")]
    [InlineData("var o = s.ToArray(); for (var i = 0; i < o.Length; i++) { if (o[i] < 0) continue; if (i + 1 < o.Length && o[i] == pair.Left && o[i + 1] == pair.Right) { m.Add(id); o[i + 1] = -1; } else m.Add(o[i]); }")]
    public Task Is_silent_where_both_are_used_up(string loop)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Encode", Encode, Members.Replace("{0}", loop)));
}
