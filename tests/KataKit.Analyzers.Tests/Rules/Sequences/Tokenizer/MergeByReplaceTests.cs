using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class MergeByReplaceTests
{
    private const string Symbols = "var s = string.Join(\" \", Encoding.UTF8.GetBytes(text)); var marks = new[] { \"a\", \"b\" }; foreach (var (left, right) in _merges) ";

    [Theory]
    [InlineData("s = [|s.Replace($\"{left} {right}\", \"256\")|];")]
    [InlineData("s = [|s.Replace(left + \" \" + right, \"256\")|];")]
    [InlineData("{ var pattern = marks[left] + \"_\" + marks[right]; s = [|s.Replace(pattern, marks[left] + marks[right], StringComparison.Ordinal)|]; }")]
    [InlineData("s = [|s.Replace(string.Concat(marks[left], \" \", marks[right]), marks[left])|];")]
    [InlineData("s = new Func<string, string>(x => [|x.Replace($\"{left},{right}\", \"\")|])(s);")]
    [InlineData("s = [|new StringBuilder(s).Replace($\"{left} {right}\", \"256\")|].ToString();")]
    [InlineData("s = [|s.Replace($\"{marks[left]}{' '}{marks[right]}\", \"256\")|];")]
    public Task Reports_patterns_from_symbol_to_symbol(string merge)
        => Verify.Reports("KATA2003", KataSource.WithBody("BpeTokenizer", "Encode", Symbols + merge + " return [s.Length];"));

    [Theory]
    [InlineData("s = s.Replace($\" {left} {right} \", \" 256 \");")]
    [InlineData("s = s.Replace($\"<{left}> <{right}>\", \"<256>\");")]
    [InlineData("s = s.Replace(\"<\" + left + \">\" + \"<\" + right + \">\", \"<256>\");")]
    [InlineData("s = System.Text.RegularExpressions.Regex.Replace(s, $@\"(?<!\\d){left} {right}(?!\\d)\", \"256\");")]
    [InlineData("s = s.Replace(\"a b\", \"ab\").Replace(marks[left], marks[right]);")]
    [InlineData("s = s.Replace(marks[left] + marks[right], \"256\");")]
    [InlineData("s = s.Replace('a', (char)left);")]
    [InlineData("s = s.Replace($\"{left} \", \"\");")]
    public Task Is_silent_about_patterns_that_know_where_symbols_end(string merge)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Encode", Symbols + merge + " return [s.Length];"));
}
