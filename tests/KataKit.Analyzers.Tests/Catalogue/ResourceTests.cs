using System.Text.RegularExpressions;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The texts of rules and code fixes: complete, used, and alike in both languages.</summary>
public sealed partial class ResourceTests
{
    private static readonly string[] Projects = ["analyzers/KataKit.Analyzers", "analyzers/KataKit.CodeFixes"];

    public static TheoryData<string, string> Texts()
    {
        var texts = new TheoryData<string, string>();
        foreach (var project in Projects)
        {
            foreach (var name in NamesIn(project))
            {
                texts.Add(project, name);
            }
        }

        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_the_same_keys_and_placeholders(string project, string name)
    {
        var english = ResourceFile.Read($"{project}/{name}.resx");
        var chinese = ResourceFile.Read($"{project}/{name}.zh-Hans.resx");
        english.Select(x => x.Key).Should().OnlyHaveUniqueItems();
        chinese.Select(x => x.Key).Should().Equal(english.Select(x => x.Key), "the blocks stand in one order, so that one can compare them");
        foreach (var (text, translation) in english.Zip(chinese))
        {
            ResourceFile.Placeholders(translation.Value).Should().Equal(ResourceFile.Placeholders(text.Value), "{0} is formatted with the same arguments", text.Key);
            text.Value.Should().NotBeNullOrWhiteSpace("{0} is read by people", text.Key);
            translation.Value.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}", "{0} must be translated", text.Key);
        }
    }

    [Theory]
    [InlineData("analyzers/KataKit.Analyzers")]
    [InlineData("analyzers/KataKit.CodeFixes")]
    public void Every_text_is_used_and_every_text_that_is_used_exists(string project)
    {
        var keys = NamesIn(project).SelectMany(x => ResourceFile.Read($"{project}/{x}.resx")).Select(x => x.Key);
        keys.Order(StringComparer.Ordinal).Should().Equal(KeysUsed(project).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_has_title_message_and_description()
    {
        var keys = NamesIn(Projects[0]).SelectMany(x => ResourceFile.Read($"{Projects[0]}/{x}.resx")).Select(x => x.Key).ToList();
        foreach (var rule in CataloguedRule.All)
        {
            keys.Should().Contain([rule.Id + "_Title", rule.Id + "_Message", rule.Id + "_Description"]);
            foreach (var language in PageLanguage.All)
            {
                var (title, message, description) = (
                    rule.Descriptor.Title.ToString(language.Culture),
                    rule.Descriptor.MessageFormat.ToString(language.Culture),
                    rule.Descriptor.Description.ToString(language.Culture));
                new[] { title, message, description }.Should().OnlyHaveUniqueItems("{0} in {1}", rule.Id, language.Folder).And.NotContain(string.Empty);
                title.Should().NotMatchRegex("[.。]$", "a title is no sentence");
            }
        }
    }

    // The texts of one track stand in one file: Resources/General.resx and Resources/General.zh-Hans.resx.
    private static IEnumerable<string> NamesIn(string project)
        => Directory.GetFiles(Path.Combine(KataSource.Root(), project, "Resources"), "*.resx")
            .Select(x => "Resources/" + Path.GetFileNameWithoutExtension(x))
            .Where(x => !x.EndsWith(".zh-Hans", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    // Keys are written as `Id + "_Suffix"` in a class with `const string Id`, or `id + "_Suffix"` in the base class of all rules.
    private static IEnumerable<string> KeysUsed(string project)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(KataSource.Root(), project), "*.cs", SearchOption.AllDirectories)
            .Where(x => !x.Split(Path.DirectorySeparatorChar).Any(y => y is "bin" or "obj")))
        {
            var text = File.ReadAllText(file);
            var own = OwnId().Match(text) is { Success: true } match ? [match.Groups[1].Value] : CataloguedRule.All.Select(x => x.Id);
            foreach (var suffix in Suffix().Matches(text).Select(x => x.Groups[1].Value))
            {
                foreach (var id in own)
                {
                    yield return id + suffix;
                }
            }
        }
    }

    [GeneratedRegex(@"const string Id = ""(KATA\d{4})""")]
    private static partial Regex OwnId();

    [GeneratedRegex(@"\b[Ii]d \+ ""(_\w+)""")]
    private static partial Regex Suffix();
}
