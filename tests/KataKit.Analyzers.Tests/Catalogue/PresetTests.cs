using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>The presets mean what the index of the rules says. That they list every rule is tested where they are derived.</summary>
public sealed class PresetTests
{
    private const ReportDiagnostic Silent = ReportDiagnostic.Hidden;

    [Fact]
    public void There_are_three()
        => Directory.GetFiles(Path.Combine(KataSource.Root(), "analyzers", "presets"))
            .Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal)
            .Should().Equal("coach.globalconfig", "interview.globalconfig", "off.globalconfig");

    [Theory]
    [InlineData("coach", DiagnosticSeverity.Warning)]
    [InlineData("interview", DiagnosticSeverity.Hidden)]
    [InlineData("off", null)]
    public async Task Decides_how_a_finding_is_shown(string name, DiagnosticSeverity? severity)
    {
        foreach (var (rule, source) in Mistakes())
        {
            (await Preset.Read(name).Findings(source)).Where(x => x.Id == rule.Id).Select(x => (x.Id, x.Severity)).Should().Equal(
                severity is { } shown ? [(rule.Id, shown)] : [], "{0} under {1}", rule.Id, name);
        }
    }

    [Theory]
    [InlineData("interview", "warning", DiagnosticSeverity.Warning)]
    [InlineData("off", "suggestion", DiagnosticSeverity.Info)]
    [InlineData("coach", "error", DiagnosticSeverity.Error)]
    [InlineData("coach", "none", null)]
    public async Task Gives_way_to_a_severity_in_an_editorconfig(string name, string own, DiagnosticSeverity? severity)
    {
        foreach (var (rule, source) in Mistakes())
        {
            var preset = Preset.Read(name, $"[*.cs]\ndotnet_diagnostic.{rule.Id}.severity = {own}\n");
            (await preset.Findings(source)).Where(x => x.Id == rule.Id).Select(x => (x.Id, x.Severity)).Should().Equal(severity is { } shown ? [(rule.Id, shown)] : []);
        }
    }

    [Fact]
    public async Task Interview_offers_no_fix_for_what_it_hides()
    {
        foreach (var (rule, source) in Mistakes().Where(x => x.Rule.Fix is not null))
        {
            var document = KataCompilation.Document(source);
            var options = document.Project.CompilationOptions!;
            var hidden = document.Project.WithCompilationOptions(options.WithSpecificDiagnosticOptions([KeyValuePair.Create(rule.Id, Silent)])).GetDocument(document.Id)!;
            (await Verify.FixedText(document)).Should().NotBeNull("the fix is there under coach");
            (await Verify.FixedText(hidden)).Should().BeNull("a fix at the cursor gives a hidden finding away");
        }
    }

    // The first sample of a page, which the rule reports once.
    private static IEnumerable<(CataloguedRule Rule, string Source)> Mistakes()
        => CataloguedRule.All.Select(x => (x, MarkdownPage.Read(PageLanguage.English.PageOf(x)).Samples.First(y => y.IsCSharp).Source));
}
