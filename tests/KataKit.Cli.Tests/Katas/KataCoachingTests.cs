using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Katas;

/// <summary>Reading the hints and questions of a kata, and what is said where they cannot be read.</summary>
public sealed class KataCoachingTests : IDisposable
{
    private const string Whole = """
        hints:
          - member: Mean
            stages:
              - Look at the contract.
        follow_ups:
          - question: Why?
            answer: >-
              Because the contract
              says so.
        sources:
          - "Gauss 1809, section 3: https://example.org"

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_file_is_read()
    {
        var coaching = KataCoaching.Read(Written(Whole));

        coaching.Hints.Should().ContainSingle().Which.Stages.Should().Equal("Look at the contract.");
        coaching.FollowUps.Should().ContainSingle().Which.Answer.Should().Be("Because the contract says so.");
        coaching.Sources.Should().Equal("Gauss 1809, section 3: https://example.org");
    }

    [Fact]
    public void A_file_that_is_missing_is_named()
        => Refusal(_folder.PathOf("nowhere.yaml")).Should().Contain("nowhere.yaml");

    [Theory]
    [InlineData("sources:", "sorces:", "Line: 10")]
    [InlineData("    answer: >-", "   answer: >-", "Line: 7")]
    [InlineData("  - member: Mean", "  - member: [Mean", "Line: ")]
    public void What_is_no_YAML_or_has_a_key_that_nobody_reads_is_told_with_its_place(string right, string wrong, string place)
        => Refusal(Written(Whole.Replace(right, wrong, StringComparison.Ordinal))).Should().Contain("coaching.yaml").And.Contain(place);

    [Theory]
    [InlineData("      - Look at the contract.", "      - ", "'hints'")]
    [InlineData("      - Look at the contract.", "", "'hints'")]
    [InlineData("  - member: Mean", "  - member:", "'hints'")]
    [InlineData("question: Why?", "question:", "'follow_ups'")]
    [InlineData("  - \"Gauss 1809, section 3: https://example.org\"", "  -", "'sources'")]
    public void What_is_left_empty_is_told(string right, string wrong, string part)
        => Refusal(Written(Whole.Replace(right, wrong, StringComparison.Ordinal))).Should().Contain("coaching.yaml").And.Contain(part);

    [Fact]
    public void A_list_without_entries_is_told()
    {
        Refusal(Written("hints:\n")).Should().Contain("'hints'");
        Refusal(Written("follow_ups:\n")).Should().Contain("'follow_ups'");
    }

    private static string Refusal(string path)
    {
        var refusal = Assert.Throws<CliException>(() => KataCoaching.Read(path));
        refusal.Code.Should().Be(ExitCode.Internal);
        return refusal.Message;
    }

    private string Written(string text)
    {
        var path = _folder.PathOf("coaching.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
