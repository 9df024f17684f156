using FluentAssertions;
using KataKit.Analyzers.Rules;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The pieces of a rule in code: identifier, track, class, tests, code fix, link.</summary>
public sealed class RulePartsTests
{
    private const string Site = "https://github.com/katakit/katakit/blob/main/";

    public static TheoryData<string> Rules() => new(CataloguedRule.All.Select(x => x.Id).Distinct());

    [Fact]
    public void Identifiers_are_unique()
        => CataloguedRule.All.Select(x => x.Id).Should().OnlyHaveUniqueItems("an identifier is what people suppress, search and link");

    [Theory]
    [MemberData(nameof(Rules))]
    public void Identifiers_have_one_form_and_rules_are_on(string id)
    {
        id.Should().MatchRegex(@"^KATA\d{4}\z");
        CataloguedRule.Of(id).Descriptor.IsEnabledByDefault.Should().BeTrue("a preset turns it down; a rule that nobody sees is none");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_track_of_an_identifier_is_the_category_and_the_place_of_class_fix_and_tests(string id)
    {
        var rule = CataloguedRule.Of(id);
        var track = rule.Descriptor.Category;
        track.Should().Be(RuleTopics.TrackOf(id));
        TrackOf(rule.Class!).Should().Be(track);
        TestClassesOf(rule.Class!).Select(TrackOf).Should().AllBe(track);
        if (rule.Fix is { } fix)
        {
            TrackOf(fix).Should().Be(track);
            TestClassesOf(fix).Select(TrackOf).Should().AllBe(track);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_a_class_with_tests_of_its_name(string id)
    {
        var rule = CataloguedRule.Of(id).Class;
        rule.Should().NotBeNull("some class must hold {0} as its 'const string Id'", id);
        (typeof(FlowRule).IsAssignableFrom(rule) || typeof(GraphRule).IsAssignableFrom(rule) || typeof(DiagnosticAnalyzer).IsAssignableFrom(rule)).Should().BeTrue("{0} must be a rule or an analyzer", rule);
        TestsOf(rule!).Should().BeGreaterThan(1, "a rule is tested for what it reports and for its silence");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_code_fix_is_named_after_its_rule_and_tested(string id)
    {
        var rule = CataloguedRule.Of(id);
        if (rule.Fix is { } fix)
        {
            fix.Name.Should().Be(rule.Class!.Name + "Fix");
            TestsOf(fix).Should().BePositive("an untested fix breaks code");
        }
    }

    [Fact]
    public void Code_fixes_fix_rules_that_exist()
        => Verify.Fixes.SelectMany(x => x.FixableDiagnosticIds).Should().BeSubsetOf(CataloguedRule.All.Select(x => x.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_help_link_leads_to_a_page_of_this_repository(string id)
    {
        var link = CataloguedRule.Of(id).Descriptor.HelpLinkUri;
        link.Should().StartWith(Site);
        File.Exists(Path.Combine(KataSource.Root(), link[Site.Length..])).Should().BeTrue("{0} must exist", link[Site.Length..]);
    }

    // …Rules.Foundations.Pca: the word behind Rules.
    private static string TrackOf(Type type) => type.Namespace!.Split('.').SkipWhile(x => x != "Rules").ElementAt(1);

    private static IEnumerable<Type> TestClassesOf(Type type) => typeof(RulePartsTests).Assembly.GetTypes().Where(x => x.Name == type.Name + "Tests");

    private static int TestsOf(Type type) => TestClassesOf(type).SelectMany(x => x.GetMethods()).Count(x => x.IsDefined(typeof(FactAttribute), inherit: true));
}
