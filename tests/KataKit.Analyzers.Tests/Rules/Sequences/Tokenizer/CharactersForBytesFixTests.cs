using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class CharactersForBytesFixTests
{
    [Theory]
    [InlineData("return [.. Encoding.ASCII.GetBytes(text)];", "return [.. Encoding.UTF8.GetBytes(text)];")]
    [InlineData("return [.. System.Text.Encoding.Unicode.GetBytes(text)];", "return [.. Encoding.UTF8.GetBytes(text)];")]
    public Task Encodes_as_utf8(string before, string after)
        => Verify.Fixes_to(KataSource.WithBody("BpeTokenizer", "Encode", before), KataSource.WithBody("BpeTokenizer", "Encode", after));

    [Fact]
    public async Task Is_not_offered_where_the_loop_runs_over_characters()
        => (await Verify.FixedText(KataSource.WithBody("BpeTokenizer", "Encode", "var s = new List<int>(); foreach (var c in text) s.Add(c); return s;"))).Should().BeNull();
}
