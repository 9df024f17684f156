using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class ByteRangeFixTests
{
    [Theory]
    [InlineData("Enumerable.Range(161, 255)", "Enumerable.Range(161, 255 - 161 + 1)")]
    [InlineData("Enumerable.Range('!', '~')", "Enumerable.Range('!', '~' - '!' + 1)")]
    public Task Counts_from_the_first_to_the_last(string before, string after)
        => Verify.Fixes_to(
            KataSource.WithBody("BpeTokenizer", "Decode", $"return string.Concat({before}.Select(x => (char)x));"),
            KataSource.WithBody("BpeTokenizer", "Decode", $"return string.Concat({after}.Select(x => (char)x));"));
}
