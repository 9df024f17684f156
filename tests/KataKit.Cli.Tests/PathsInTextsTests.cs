using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests;

/// <summary>Whatever place a page, a sentence of the command or a comment in a build file names is there.</summary>
public sealed partial class PathsInTextsTests
{
    private static readonly string[] Trees = ["", "analyzers", "bench", "docs", "katas", "kit", "solutions", "tests", "tools"];

    [Fact]
    public void Links_of_pages_lead_somewhere()
        => Pages().SelectMany(page => Link().Matches(Read(page)).Select(match => match.Groups["target"].Value)
                .Where(target => !target.Contains(':', StringComparison.Ordinal) && !Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
                .Select(target => $"{page}: {target}"))
            .Should().BeEmpty();

    [Fact]
    public void Places_in_texts_exist()
        => Pages().Concat(Scripts()).Concat(Sentences())
            .SelectMany(file => PlacesIn(Read(file))
                .Where(place => !Exists(place) && !IsBuilt(place))
                .Select(place => $"{file}: {place}"))
            .Should().BeEmpty();

    [Fact]
    public void Files_are_found_at_all()
    {
        Pages().Should().HaveCountGreaterThan(200);
        PlacesIn("`katas/A/B.cs`, dotnet test katas/A/B and `kit/Cli`. katas/<Kata>/X.cs, tests/*/a, katas/{0}").Should().Equal("katas/A/B.cs", "katas/A/B", "kit/Cli");
        Link().Matches("[a](../b.md#c) [d](e)").Select(match => match.Groups["target"].Value).Should().Equal("../b.md", "e");
    }

    private static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(match => match.Value.TrimEnd('.', '/', '-'));

    private static IEnumerable<string> Pages() => Trees.SelectMany(tree => Below(tree, "*.md", deep: tree.Length > 0));

    private static IEnumerable<string> Scripts() => ["kata", "kata.cmd", "tests/mutate", "tests/compare-routes", "tests/thorough/run", .. Below("analyzers/presets", "*.globalconfig", deep: true)];

    private static IEnumerable<string> Sentences() => Below("kit", "Texts*.resx", deep: true);

    private static IEnumerable<string> Below(string tree, string pattern, bool deep)
        => Directory.EnumerateFiles(Path.Combine(LearnersKit.Repository, tree), pattern, deep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Select(path => Path.GetRelativePath(LearnersKit.Repository, path).Replace('\\', '/'))
            .Where(path => !IsBuilt(path));

    // What a build or a run leaves, and what a clone does not have.
    private static bool IsBuilt(string path) => path.Split('/').Any(part => part is "bin" or "obj" or "TestResults" or "BenchmarkDotNet.Artifacts");

    private static bool Exists(string path)
    {
        var full = Path.GetFullPath(Path.Combine(LearnersKit.Repository, path));
        return File.Exists(full) || Directory.Exists(full);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(LearnersKit.Repository, path));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();

    // A place from the root, spelt out: no <Kata>, no * and no {0} in it or right behind it.
    [GeneratedRegex(@"(?<![\w./\\<>*{}-])(?:analyzers|bench|docs|katas|kit|solutions|tests|tools)/(?>[A-Za-z0-9_./-]+)(?![<*{…])")]
    private static partial Regex Place();
}
