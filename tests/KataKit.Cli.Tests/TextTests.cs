using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests;

/// <summary>The command's texts: alike in both languages, all used, none missing.</summary>
public sealed partial class TextTests
{
    private static readonly string Folder = Path.Combine(LearnersKit.Repository, "kit", "Cli");

    private static readonly Dictionary<string, string> English = Read("Texts.resx");

    private static readonly Dictionary<string, string> Chinese = Read("Texts.zh-Hans.resx");

    [Fact]
    public void Both_languages_have_the_same_keys_placeholders_and_markup()
    {
        Chinese.Keys.Should().BeEquivalentTo(English.Keys);
        foreach (var (key, text) in English)
        {
            Parts(Chinese[key]).Should().BeEquivalentTo(Parts(text), $"'{key}' says the same in both languages");
        }
    }

    [Fact]
    public void Chinese_texts_are_Chinese()
        => Chinese.Values.Should().OnlyContain(text => text.Any(character => character >= '\u4E00' && character <= '\u9FFF') || !text.Any(char.IsLetter) || text.All(character => character < 128));

    [Fact]
    public void Every_text_is_used_and_every_text_that_is_used_exists()
    {
        var literals = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("\\obj\\", StringComparison.Ordinal))
            .SelectMany(path => Literal().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet();
        var asked = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Asked().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet();

        English.Keys.Where(key => !literals.Contains(key)).Should().BeEmpty("a text that nobody shows is dead");
        asked.Where(key => !English.ContainsKey(key)).Should().BeEmpty("a missing text ends the command");
    }

    private static Dictionary<string, string> Read(string file)
        => XDocument.Load(Path.Combine(Folder, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Parts(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\{\d+\}|\[/?[a-z ]*\]|`[^`]*--[^`]*`")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"([A-Z][A-Za-z]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?:[Tt]exts\\[|Say\\(|SayAside\\(|Marked\\(|Command\\(\"[a-z-]+\", )\"([A-Za-z]+)\"")]
    private static partial Regex Asked();
}
