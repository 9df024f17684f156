using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class EndlessByteLoopFixTests
{
    [Theory]
    [InlineData("for (byte b = 0; b <= 255; b++) words.Add(b.ToString());", "for (int b = 0; b <= 255; b++) words.Add(b.ToString());")]
    [InlineData("for (byte b = 0; b <= 255; b++) words.Add(Show(b));", "for (int b = 0; b <= 255; b++) words.Add(Show((byte)b));")]
    [InlineData("for (sbyte b = -3; b <= 127; b++) { byte[] all = [(byte)b]; words.Add(Show(all[0])); }", "for (int b = -3; b <= 127; b++) { byte[] all = [(byte)b]; words.Add(Show(all[0])); }")]
    public Task Counts_in_an_int_and_casts_where_the_byte_is_needed(string before, string after) => Verify.Fixes_to(Source(before), Source(after));

    [Fact]
    public async Task Is_not_offered_for_other_loops()
        => (await Verify.FixedText(Source("byte b = 0; while (b <= 255) { words.Add(Show(b)); b++; }"))).Should().BeNull("the variable may be used after the loop");

    private static string Source(string loop)
        => KataSource.WithBody("BpeTokenizer", "SplitWords", $"var words = new List<string>(); {loop} return words; static string Show(byte value) => value.ToString();");
}
