using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("Enumerable.Range(161, [|255|])")]
    [InlineData("Enumerable.Range(0xAE, [|0xFF|])")]
    [InlineData("Enumerable.Range('¡', [|'¬'|])")]
    [InlineData("Enumerable.Range('!', [|'~'|])")]
    public Task Reports_a_count_that_is_an_end(string range)
        => Verify.Reports("KATA2006", KataSource.WithBody("BpeTokenizer", "Decode", $"return string.Concat({range}.Select(x => (char)x));"));

    [Fact]
    public Task Reports_in_what_an_initial_value_calls()
        => Verify.Reports("KATA2006", KataSource.WithBody("BpeTokenizer", "Decode", "return Marks[0];", "static readonly string[] Marks = Make(); static string[] Make() => [string.Concat(Enumerable.Range(174, [|255|]).Select(x => (char)x))];"));

    [Theory]
    [InlineData("Enumerable.Range(0, 256)")]
    [InlineData("Enumerable.Range(1, 255)")]
    [InlineData("Enumerable.Range(256, 512)")]
    [InlineData("Enumerable.Range(161, 95)")]
    [InlineData("Enumerable.Range('!', '~' - '!' + 1)")]
    [InlineData("Enumerable.Range('®', 'ÿ' + 1 - '®')")]
    [InlineData("Enumerable.Range(128, 128)")]
    [InlineData("Enumerable.Range(200, 100)")]
    [InlineData("Enumerable.Range(161, ids.Count)")]
    public Task Is_silent_about_counts(string range)
        => Verify.IsSilent(KataSource.WithBody("BpeTokenizer", "Decode", $"return string.Concat({range}.Select(x => (char)x));"));
}
