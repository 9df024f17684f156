using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The code on the pages does what the pages say. All of it is compiled and analyzed; the Chinese pages hold copies.</summary>
public sealed class SampleTests
{
    private static readonly PageLanguage Language = PageLanguage.English;

    public static TheoryData<string> Rules() => RulePartsTests.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Non_compliant_code_is_reported_where_and_by_what_it_is_marked(string id)
    {
        var samples = Samples(id, Language.NonCompliant);
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
    [MemberData(nameof(Rules))]
    public async Task All_other_code_is_silent(string id)
    {
        var samples = Samples(id).Where(x => x.Section != Language.NonCompliant).ToList();
        samples.Select(x => x.Section).Should().Contain(Language.Compliant, "a page shows how it is done right");
        foreach (var sample in samples)
        {
            (await Findings.In(sample.Source)).Select(Findings.Show).Should().BeEmpty("{0} stands under '{1}'", sample, sample.Section);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_code_fix_turns_the_first_non_compliant_sample_into_the_first_compliant_one(string id)
    {
        if (CataloguedRule.Of(id).Fix is not null)
        {
            var before = Samples(id, Language.NonCompliant)[0];
            var after = Samples(id, Language.Compliant)[0];
            var text = await Verify.FixedText(before.Source);
            text.Should().NotBeNull("{0} has a fix", id);
            Sample.WithoutMarks(text!).Should().Be(after.Source, "{0} is fixed to {1}", before, after);
        }
    }

    private static List<Sample> Samples(string id, string section) => [.. Samples(id).Where(x => x.Section == section)];

    private static IEnumerable<Sample> Samples(string id) => MarkdownPage.Read(Language.PageOf(CataloguedRule.Of(id))).Samples.Where(x => x.IsCSharp);
}
