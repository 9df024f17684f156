using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// A rule does not depend on spelling: of a dozen answers every restyling gets the same verdict; of all answers in <c>tests/thorough</c>, as
/// <c>name-independence/…</c>.
/// </summary>
public sealed class NameIndependenceTests
{
    private const int Sampled = 12;

    [Fact]
    public async Task The_verdict_does_not_depend_on_spelling()
    {
        var checks = new List<Checked>();
        foreach (var file in FixedChoice.Of(RestyledAnswer.Files, Sampled, file => file.ToString()))
        {
            checks.Add(await RestyledAnswer.CheckAsync(file));
        }

        checks.SelectMany(check => check.Problems).Should().BeEmpty();
        checks.Sum(check => check.Cases).Should().BeGreaterThan(4 * Sampled, "files that no mutator can rewrite prove nothing");
    }

    [Fact]
    public void What_is_excepted_is_there()
        => RestyledAnswer.Excepted.Select(miss => miss[..miss.IndexOf(',', StringComparison.Ordinal)]).Should().BeSubsetOf(KataFile.All.Select(file => file.ToString()));
}
