using KataKit.Cli.Tests;
using KataKit.Grading;
using Xunit;

namespace KataKit.Snapshots.Tests;

/// <summary>No kata leaves a text behind when it goes.</summary>
public sealed class LeftoverTests
{
    [Theory]
    [InlineData("rules")]
    [InlineData("tasks")]
    public void There_is_a_text_for_each_kata_and_language_and_no_other(string folder)
    {
        var katas = KataCatalogue.Find(LearnersKit.Repository).Katas;
        var texts = Path.Combine(LearnersKit.Repository, "tests", "KataKit.Snapshots.Tests", "texts", folder);

        Assert.Equal(
            katas.SelectMany(_ => Languages.All, (kata, language) => $"{kata.Name}.{language}.verified.txt").Order(StringComparer.Ordinal),
            Directory.GetFiles(texts, "*.verified.*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
