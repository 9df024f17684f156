using System.Text.RegularExpressions;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
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
        var answers = Answers();
        answers.Should().NotBeEmpty();
        answers.Where(x => x.Value is null).Select(x => x.Key).Should().BeEmpty("every wrong answer has a line '// rule: …' in its header");
        var named = answers.Values.Where(x => x != "none").Distinct().Order(StringComparer.Ordinal);
        named.Should().Equal(CataloguedRule.All.Select(x => x.Id), "a rule without evidence is a guess, and a header with a rule that is gone proves nothing");
    }

    [Theory]
    [InlineData("docs/rules/known-misses.md")]
    [InlineData("docs/zh-Hans/rules/known-misses.md")]
    public void Known_misses_exist_and_are_missed(string path)
    {
        var missed = Answers().Where(x => x.Value == "none").Select(x => Path.GetFileNameWithoutExtension(x.Key));
        var listed = MarkdownPage.Read(path).Rows.Select(x => x[1]).SelectMany(x => Listed().Matches(x)).Select(x => x.Groups[1].Value).ToList();
        listed.Count.Should().BeGreaterThan(10);
        listed.Should().OnlyHaveUniqueItems();
        listed.Should().BeSubsetOf(missed, "what is not a wrong answer with 'rule: none' is gone, or found by now");
    }

    private static string Root => Path.Combine(KataSource.Root(), "tests", "Submissions");

    // The rule of each wrong answer, by its place: Attention/SelfAttention/wrong/ATT1_TwoSteps.cs.
    private static Dictionary<string, string?> Answers()
        => Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Select(x => Path.GetRelativePath(Root, x).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(x => x.Split('/') is [_, _, "wrong", _])
            .ToDictionary(x => x, x => Rule().Match(File.ReadAllText(Path.Combine(Root, x))) is { Success: true } match ? match.Groups[1].Value : null);

    [GeneratedRegex(@"^// rule: (none|KATA\d{4})\r?$", RegexOptions.Multiline)]
    private static partial Regex Rule();

    // A link to a wrong answer, or its bare name in code.
    [GeneratedRegex(@"`([A-Z]+\d+_\w+)`")]
    private static partial Regex Listed();
}
