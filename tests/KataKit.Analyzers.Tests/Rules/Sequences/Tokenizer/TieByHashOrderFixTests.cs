using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Sequences.Tokenizer;

public sealed class TieByHashOrderFixTests
{
    private const string Counts = "var counts = new Dictionary<(int Left, int Right), long> { [(1, 2)] = 3 }; ";

    [Theory]
    [InlineData("return FromMerges([counts.MaxBy(x => x.Value).Key]);", "return FromMerges([counts.OrderByDescending(x => x.Value).ThenBy(x => x.Key).First().Key]);")]
    [InlineData("return FromMerges([counts.MinBy(e => -e.Value).Key]);", "return FromMerges([counts.OrderBy(e => -e.Value).ThenBy(e => e.Key).First().Key]);")]
    [InlineData("return FromMerges([counts.OrderByDescending(x => x.Value).First().Key]);", "return FromMerges([counts.OrderByDescending(x => x.Value).ThenBy(x => x.Key).First().Key]);")]
    public Task Lets_the_smaller_pair_win(string before, string after)
        => Verify.Fixes_to(KataSource.WithBody("BpeTokenizer", "Train", Counts + before), KataSource.WithBody("BpeTokenizer", "Train", Counts + after));

    [Fact]
    public async Task Is_not_offered_where_a_condition_would_have_to_be_written()
        => (await Verify.FixedText(KataSource.WithBody("BpeTokenizer", "Train", Counts + "var best = (0, 0); var n = 1L; foreach (var x in counts) if (x.Value > n) { n = x.Value; best = x.Key; } return FromMerges([best]);"))).Should().BeNull();
}
