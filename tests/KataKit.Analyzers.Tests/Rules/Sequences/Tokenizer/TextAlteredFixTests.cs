using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class TextAlteredFixTests
{
    [Fact]
    public Task Tells_case_apart()
        => Verify.Fixes_to(
            KataSource.WithBody("BpeTokenizer", "CountWords", "return corpus.SelectMany(SplitWords).CountBy(w => w, StringComparer.OrdinalIgnoreCase).ToDictionary();"),
            KataSource.WithBody("BpeTokenizer", "CountWords", "return corpus.SelectMany(SplitWords).CountBy(w => w, StringComparer.Ordinal).ToDictionary();"));

    [Fact]
    public async Task Is_not_offered_for_a_call()
        => (await Verify.FixedText(KataSource.WithBody("BpeTokenizer", "Encode", "return [.. Encoding.UTF8.GetBytes(text.Normalize())];"))).Should().BeNull();
}
