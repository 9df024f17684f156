using FluentAssertions;
using KataKit.Analyzers.Rules;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules;

/// <summary>Identifiers stay what they are when the house grows, and so do their tracks.</summary>
public sealed class RuleTopicsTests
{
    [Theory]
    [InlineData("General", "KATA0001", "KATA0999")]
    [InlineData("Attention", "KATA1001", "KATA1999")]
    [InlineData("Sequences", "KATA2001", "KATA2999", "KATA5001", "KATA5999")]
    [InlineData("Foundations", "KATA3001", "KATA4999", "KATA7001", "KATA7999")]
    [InlineData("Compression", "KATA6001", "KATA6999")]
    [InlineData("Training", "KATA8000", "KATA8999")]
    [InlineData("Pretraining", "KATA9000", "KATA9499")]
    [InlineData("Recommendation", "KATA9500", "KATA9999")]
    public void A_track_has_its_topics_to_the_last(string track, params string[] ids)
        => ids.Select(RuleTopics.TrackOf).Should().AllBe(track);

    [Fact]
    public void The_key_of_a_text_has_the_track_of_its_rule()
        => RuleTopics.TrackOf("KATA5002_Row").Should().Be("Sequences");
}
