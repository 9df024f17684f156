using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The pages of the rules: complete, in both languages, and in agreement with the rules.</summary>
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
    public void Says_what_the_rule_says(string folder, string id)
    {
        var (language, rule, page) = Open(folder, id);
        page.Title.Should().Be($"# {id}: {rule.Descriptor.Title.ToString(language.Culture)}");
        page.Row(language.SeverityRow).Should().Be(language.Severities[rule.Descriptor.DefaultSeverity]);
        page.Row(language.CategoryRow).Should().Be(rule.Descriptor.Category);
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
    [MemberData(nameof(Pages))]
    public void The_index_lists_it_as_it_is(string folder, string id)
    {
        var (language, rule, _) = Open(folder, id);
        var link = $"[{id}]({rule.Descriptor.Category}/{id}.md)";
        MarkdownPage.Read(folder + "/README.md").Rows.Where(x => x[0] == link).Should().ContainSingle()
            .Which.Should().Equal(
                link,
                rule.Descriptor.Title.ToString(language.Culture),
                rule.Descriptor.Category,
                language.Severities[rule.Descriptor.DefaultSeverity],
                rule.Fix is null ? language.No : language.Yes);
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone()
    {
        foreach (var language in PageLanguage.All)
        {
            var folder = Path.Combine(Verification.KataSource.Root(), language.Folder);
            Directory.GetFiles(folder, "KATA*", SearchOption.AllDirectories).Select(x => Path.GetFileNameWithoutExtension(x))
                .Should().BeSubsetOf(CataloguedRule.All.Select(x => x.Id), "{0}", language.Folder);
            MarkdownPage.Read(language.Folder + "/README.md").Rows.Count(x => x[0].StartsWith("[KATA", StringComparison.Ordinal)).Should().Be(CataloguedRule.All.Count);
        }
    }

    private static (PageLanguage Language, CataloguedRule Rule, MarkdownPage Page) Open(string folder, string id)
    {
        var (language, rule) = (PageLanguage.All.Single(x => x.Folder == folder), CataloguedRule.Of(id));
        return (language, rule, MarkdownPage.Read(language.PageOf(rule)));
    }
}
