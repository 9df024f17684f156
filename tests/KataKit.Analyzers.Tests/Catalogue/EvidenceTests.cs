using System.Text.RegularExpressions;
using FluentAssertions;
using KataKit.Analyzers.Tests.Corpus;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>
/// Rules and the wrong answers that are kept as evidence belong together. That each rule reports what its answers say is tested where they
/// are graded (KataKit.Submissions.Tests).
/// </summary>
public sealed partial class EvidenceTests
{
    [Fact]
    public void Wrong_answers_name_rules_that_exist_and_every_rule_is_named()
    {
        var named = Wrong.Select(x => x.Rule).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        named.Should().Equal(CataloguedRule.All.Select(x => x.Id), "a rule without evidence is a guess, and a header with a rule that is gone proves nothing");
    }

    [Theory]
    [InlineData("docs/rules/known-misses.md")]
    [InlineData("docs/zh-Hans/rules/known-misses.md")]
    public void Known_misses_exist_and_are_missed(string path)
    {
        var missed = Wrong.Where(x => x.Rule is null).Select(x => x.Name);
        var listed = MarkdownPage.Read(path).Rows.Select(x => x[1]).SelectMany(x => Listed().Matches(x)).Select(x => x.Groups[1].Value).ToList();
        listed.Count.Should().BeGreaterThan(10);
        listed.Should().OnlyHaveUniqueItems();
        listed.Should().BeSubsetOf(missed, "what is not a wrong answer with 'rule: none' is gone, or found by now");
    }

    private static IEnumerable<KataFile> Wrong => KataFile.All.Where(x => !x.IsRight);

    // A link to a wrong answer, or its bare name in code.
    [GeneratedRegex(@"`([A-Z]+\d+_\w+)`")]
    private static partial Regex Listed();
}
