using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class EndlessByteLoopTests
{
    [Theory]
    [InlineData("for (byte b = 0; [|b <= 255|]; b++) words.Add(((char)b).ToString());")]
    [InlineData("for (byte b = 0; [|b <= byte.MaxValue|]; b += 1) words.Add(b.ToString());")]
    [InlineData("byte b = 0; while ([|b < 256|]) { words.Add(b.ToString()); b = (byte)(b + 1); }")]
    [InlineData("for (uint i = 5; [|i >= 0|]; i--) words.Add(i.ToString());")]
    [InlineData("for (char c = 'a'; [|c <= '\\uffff'|]; c++) words.Add(c.ToString());")]
    [InlineData("sbyte b = 0; do { words.Add(b.ToString()); b++; } while ([|127 >= b|]);")]
    public Task Reports_a_test_that_cannot_fail(string loop) => Verify.Reports("KATA0006", Source(loop));

    [Theory]
    [InlineData("one less, and the last by hand", "for (byte b = 0; b < 255; b++) words.Add(b.ToString()); words.Add(\"255\");")]
    [InlineData("a wider type", "for (int b = 0; b <= 255; b++) words.Add(((byte)b).ToString());")]
    [InlineData("tested before the step", "byte b = 0; do { words.Add(b.ToString()); } while (b++ != 255);")]
    [InlineData("a break inside", "for (byte b = 0; b <= 255; b++) { words.Add(b.ToString()); if (b == 255) break; }")]
    [InlineData("an overflow that throws", "checked { for (byte b = 0; b <= 255; b++) words.Add(b.ToString()); }")]
    [InlineData("another condition", "for (byte b = 0; b <= 255 && words.Count < 9; b++) words.Add(b.ToString());")]
    [InlineData("a bound that is not the largest", "for (byte b = 0; b <= 254; b++) words.Add(b.ToString());")]
    [InlineData("forever on purpose", "while (true) { if (words.Count > 3) break; words.Add(text); }")]
    public Task Is_silent_about(string what, string loop)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source(loop));
    }

    private static string Source(string loop) => KataSource.WithBody("BpeTokenizer", "SplitWords", $"var words = new List<string>(); {loop} return words;");
}
