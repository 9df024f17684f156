using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The code on the pages of the rules does what the pages say. All of it is compiled and analyzed.</summary>
public sealed class SampleTests
{
    /// <inheritdoc cref="RulePageTests.Pages"/>
    public static TheoryData<string, string> Pages() => RulePageTests.Pages();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Non_compliant_code_is_reported_where_and_by_what_it_is_marked(string folder, string id)
    {
        var samples = Samples(folder, id, language => language.NonCompliant);
        samples.Should().NotBeEmpty("a page shows the mistake");
        foreach (var sample in samples)
        {
            var found = await Findings.In(sample.Source);
            sample.Marks.Should().NotBeEmpty("{0} must mark the line with a comment '// {1}'", sample, id);
            found.Select(x => (x.Id, x.Location.GetLineSpan().StartLinePosition.Line + 1)).Should().Equal(
                sample.Marks, "{0}; found: {1}", sample, string.Join("; ", found.Select(Findings.Show)));
            sample.Marks.Select(x => x.Rule).Should().Contain(id, "{0} is about it", sample);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task All_other_code_is_silent(string folder, string id)
    {
        var language = PageLanguage.All.Single(x => x.Folder == folder);
        var samples = MarkdownPage.Read(language.PageOf(CataloguedRule.Of(id))).Samples.Where(x => x.IsCSharp && x.Section != language.NonCompliant).ToList();
        samples.Select(x => x.Section).Should().Contain(language.Compliant, "a page shows how it is done right");
        foreach (var sample in samples)
        {
            (await Findings.In(sample.Source)).Select(Findings.Show).Should().BeEmpty("{0} stands under '{1}'", sample, sample.Section);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_fix_turns_the_first_non_compliant_sample_into_the_first_compliant_one(string folder, string id)
    {
        if (CataloguedRule.Of(id).Fix is not null)
        {
            var before = Samples(folder, id, language => language.NonCompliant)[0];
            var after = Samples(folder, id, language => language.Compliant)[0];
            var text = await Verify.FixedText(before.Source);
            text.Should().NotBeNull("{0} has a fix", id);
            Sample.WithoutMarks(text!).Should().Be(after.Source, "{0} is fixed to {1}", before, after);
        }
    }

    [Fact]
    public void The_samples_are_the_same_in_both_languages()
    {
        foreach (var rule in CataloguedRule.All)
        {
            PageLanguage.All
                .Select(x => string.Join("\n\n", MarkdownPage.Read(x.PageOf(rule)).Samples.Where(y => y.IsCSharp).Select(y => y.Info + "\n" + y.Code)))
                .Distinct()
                .Should().ContainSingle("{0}: who changes a sample changes both pages", rule.Id);
        }
    }

    private static List<Sample> Samples(string folder, string id, Func<PageLanguage, string> section)
    {
        var language = PageLanguage.All.Single(x => x.Folder == folder);
        return [.. MarkdownPage.Read(language.PageOf(CataloguedRule.Of(id))).Samples.Where(x => x.IsCSharp && x.Section == section(language))];
    }
}
