using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Code as it looks while somebody types is told nothing new: of some answers here, of all in <c>tests/thorough</c>, as <c>half-typed/…</c>.
/// </summary>
public sealed class HalfTypedTests
{
    private const int Sampled = 12;

    [Fact]
    public async Task A_file_that_is_being_typed_is_told_nothing_new()
    {
        foreach (var file in FixedChoice.Of(KataFile.All, Sampled, file => file.ToString()))
        {
            (await HalfTypedAnswer.CheckAsync(file)).Problems.Should().BeEmpty();
        }
    }
}
