using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>
/// The pages of the rules: complete, in both languages. What <c>kata sync</c> writes on them (title, severity, category, source, the code of
/// the Chinese pages) is tested where it is derived.
/// </summary>
public sealed class RulePageTests
{
    /// <summary>Every rule in every language.</summary>
    public static TheoryData<string, string> Pages()
    {
        var pages = new TheoryData<string, string>();
        foreach (var language in PageLanguage.All)
        {
            foreach (var rule in CataloguedRule.All)
            {
                pages.Add(language.Folder, rule.Id);
            }
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Has_every_section_in_order_and_none_empty(string folder, string id)
    {
        var (language, _, page) = Open(folder, id);
        page.Sections.Select(x => x.Heading).Should().Equal(language.Sections);
        page.Sections.Where(x => x.Prose.Length == 0 && page.Samples.All(y => y.Section != x.Heading)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Describes_the_code_fix_or_says_why_there_is_none(string folder, string id)
    {
        var (language, rule, page) = Open(folder, id);
        var section = page.Sections.Single(x => x.Heading == language.CodeFix).Prose;
        if (rule.Fix is null)
        {
            page.Row(language.CodeFixRow).Should().Be(language.No);
            section.Should().StartWith(language.NoCodeFix, "there is no fix for {0}", id);
            section.Length.Should().BeGreaterThan(language.NoCodeFix.Length + 10, "the reason must follow");
        }
        else
        {
            page.Row(language.CodeFixRow).Should().StartWith(language.Yes);
            section.Should().NotStartWith(language.NoCodeFix, "{0} fixes {1}", rule.Fix.Name, id);
        }
    }

    [Theory]
    [MemberData(nameof(RulePartsTests.Rules), MemberType = typeof(RulePartsTests))]
    public void A_sample_stands_in_the_same_section_in_both_languages(string id)
        => PageLanguage.All
            .Select(x => string.Join(", ", Open(x.Folder, id).Page.Samples.Where(y => y.IsCSharp).Select(y => x.Sections.ToList().IndexOf(y.Section))))
            .Distinct()
            .Should().ContainSingle("code is copied in order, whatever the headings around it say");

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone()
    {
        foreach (var language in PageLanguage.All)
        {
            var root = Verification.KataSource.Root();
            Directory.GetFiles(Path.Combine(root, language.Folder), "KATA*", SearchOption.AllDirectories)
                .Select(x => Path.GetRelativePath(root, x).Replace(Path.DirectorySeparatorChar, '/'))
                .Should().BeEquivalentTo(CataloguedRule.All.Select(language.PageOf));
        }
    }

    private static (PageLanguage Language, CataloguedRule Rule, MarkdownPage Page) Open(string folder, string id)
    {
        var (language, rule) = (PageLanguage.All.Single(x => x.Folder == folder), CataloguedRule.Of(id));
        return (language, rule, MarkdownPage.Read(language.PageOf(rule)));
    }
}
