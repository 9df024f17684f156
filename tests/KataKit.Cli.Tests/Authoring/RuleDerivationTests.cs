using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Authoring;

/// <summary>What follows from rules is as it must be in this repository, and mended where it was edited; what cannot be mended is told.</summary>
public sealed class RuleDerivationTests : IDisposable
{
    private const string English = "docs/rules/Attention/KATA1001.md";
    private const string Chinese = "docs/zh-Hans/rules/Attention/KATA1001.md";
    private const string Index = "docs/rules/README.md";
    private const string ChineseIndex = "docs/zh-Hans/rules/README.md";
    private const string Coach = "analyzers/presets/coach.globalconfig";
    private const string Interview = "analyzers/presets/interview.globalconfig";
    private const string Off = "analyzers/presets/off.globalconfig";
    private const string Unshipped = "analyzers/KataKit.Analyzers/AnalyzerReleases.Unshipped.md";
    private const string Shipped = "analyzers/KataKit.Analyzers/AnalyzerReleases.Shipped.md";

    private static readonly Dictionary<string, IDerivation> Derivations = RuleDerivations.All.ToDictionary(derivation => derivation.GetType().Name);

    // Most of it is files, so it is copied where a test edits it.
    private readonly Lazy<RuleTree> _tree = new(() => new RuleTree());

    public static TheoryData<string> Names() => [.. Derivations.Keys];

    public void Dispose()
    {
        if (_tree.IsValueCreated)
        {
            _tree.Value.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_files_of_this_repository_are_as_derived(string derivation)
    {
        foreach (var (path, text) in RuleTree.Derive(Derivations[derivation], LearnersKit.Repository))
        {
            LearnersKit.Read(path).ReplaceLineEndings("\n").Should().Be(text, "{0} is written by `kata sync`", path);
        }
    }

    [Fact]
    public void They_are_the_pages_the_indexes_the_presets_and_the_release_notes()
    {
        var rules = AttemptGrader.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).ToList();
        var paths = Derivations.Values.SelectMany(derivation => RuleTree.Derive(derivation, LearnersKit.Repository).Keys).ToList();

        paths.Should().OnlyHaveUniqueItems("two derivations of one file would undo each other");
        paths.Should().BeEquivalentTo(
        [
            Index, ChineseIndex, Coach, Interview, Off, Unshipped,
            .. rules.Select(rule => $"docs/rules/{rule.Category}/{rule.Id}.md"), .. rules.Select(rule => $"docs/zh-Hans/rules/{rule.Category}/{rule.Id}.md"),
        ]);
    }

    [Theory]
    [InlineData(English, "# KATA1001: Attention scores", "# KATA1002: Scores")]
    [InlineData(English, "| Severity | Warning |", "| Severity | Error |")]
    [InlineData(English, "| Category | Attention |\n", "")]
    [InlineData(English, "/ScoreScale.cs)", "/SoftmaxAxis.cs)")]
    [InlineData(Chinese, "注意力分数用错了缩放维度", "缩放")]
    [InlineData(Chinese, "| 严重性 | 警告 |", "| 严重性 | Warning |")]
    [InlineData(Chinese, "Math.Sqrt(headDim);", "Math.Sqrt(dModel);")]
    [InlineData(Chinese, "```csharp attend\nvar root", "```csharp forward\nvar root")]
    [InlineData(Index, "Attention scores are scaled by the wrong dimension | Warning | yes |", "Scores | Error | no |")]
    [InlineData(ChineseIndex, "### 通用\n", "### PCA\n")]
    [InlineData(Coach, "KATA1001.severity = warning", "KATA1001.severity = none")]
    [InlineData(Interview, "dotnet_diagnostic.KATA1001.severity = silent\n", "")]
    [InlineData(Off, "KATA1001", "KATA1099")]
    [InlineData(Unshipped, "KATA1001 | Attention | Warning | ScoreScale", "KATA1001 | Scores | Error | Scale")]
    public void What_was_edited_is_mended(string path, string from, string to)
    {
        _tree.Value.Edit(path, from, to);

        Derived()[path].Should().Be(LearnersKit.Read(path));
    }

    [Theory]
    [InlineData(English, "Scores that are not scaled at all", "Scores without scale")]
    [InlineData(English, "Math.Sqrt(headDim);", "Math.Sqrt(width);")]
    [InlineData(English, "| yes, where the right dimension is at hand |", "| yes |")]
    [InlineData(Chinese, "规则在 softmax 用到分数的地方作判断", "规则作判断")]
    [InlineData(Index, "## Presets", "## How loud")]
    [InlineData(Coach, "# coach:", "# coach, the loudest:")]
    [InlineData(Unshipped, "; Unshipped analyzer release", "; Not shipped")]
    public void What_is_written_by_hand_stays(string path, string from, string to)
    {
        _tree.Value.Edit(path, from, to);

        Derived()[path].Should().Be(_tree.Value.Read(path));
    }

    [Fact]
    public void A_sample_that_is_changed_is_changed_in_both_languages()
    {
        _tree.Value.Edit(English, "Math.Pow(keys.ColumnCount, -0.25)", "1 / Math.Pow(keys.ColumnCount, 0.25)");

        Derived()[Chinese].Should().Contain("var root = 1 / Math.Pow(keys.ColumnCount, 0.25);").And.NotContain("-0.25");
    }

    [Fact]
    public void A_page_tells_where_its_rule_is_written_and_where_its_fix()
    {
        LearnersKit.Read(English).Should().Contain(
            "| Source | [`ScoreScale`](../../../analyzers/KataKit.Analyzers/Rules/Attention/ScoreScale.cs), "
            + "[`ScoreScaleFix`](../../../analyzers/KataKit.CodeFixes/Rules/Attention/ScoreScaleFix.cs) |\n");
        LearnersKit.Read("docs/zh-Hans/rules/Foundations/KATA4002.md").Should().Contain(
            "| 源码 | [`NotCentred`](../../../../analyzers/KataKit.Analyzers/Rules/Foundations/Pca/NotCentred.cs) |\n");
    }

    [Fact]
    public void A_rule_that_was_shipped_is_no_longer_unshipped_and_other_sections_stay()
    {
        const string removed = "\n### Removed Rules\n\nKATA4001 | PCA | Warning | Gone\n";
        _tree.Value.Write(Shipped, _tree.Value.Read(Shipped) + "\n## Release 1.0\n\n### New Rules\n\nKATA1001 | Attention | Warning | ScoreScale\n");
        _tree.Value.Write(Unshipped, _tree.Value.Read(Unshipped) + removed);

        Derived()[Unshipped].Should().NotContain("KATA1001").And.Contain("\nKATA1002 |").And.EndWith("\n" + removed);
    }

    [Theory]
    [InlineData(Chinese, "```csharp forward\nif (heads == 1)", "```\nif (heads == 1)", "KATA1001.md' has 9 blocks of C# and 'docs/rules/Attention/KATA1001.md' has 10.")]
    [InlineData(English, "# KATA1001:", "KATA1001:", "'docs/rules/Attention/KATA1001.md' must begin with a title")]
    [InlineData(English, "| --- | --- |\n", "", "'docs/rules/Attention/KATA1001.md' must hold a table")]
    [InlineData(English, "return joined * wo;\n```\n\nOn the queries", "return joined * wo;\n\nOn the queries", "the code block is not closed")]
    [InlineData(Index, "<!-- sync: rules -->", "", "'docs/rules/README.md' must hold the lines '<!-- sync: rules -->'")]
    [InlineData(Off, "is_global = true", "", "'analyzers/presets/off.globalconfig' must hold the line 'is_global = true'")]
    [InlineData(Unshipped, "### New Rules", "### Rules", "AnalyzerReleases.Unshipped.md' must hold these lines")]
    public void What_cannot_be_mended_is_told(string path, string from, string to, string error)
    {
        _tree.Value.Edit(path, from, to);

        FluentActions.Invoking(Derived).Should().Throw<CliException>().WithMessage($"*{error}*");
    }

    [Theory]
    [InlineData(Chinese, "'docs/zh-Hans/rules/Attention/KATA1001.md' is missing")]
    [InlineData(Off, "'analyzers/presets/off.globalconfig' is missing")]
    [InlineData("analyzers/KataKit.Analyzers/Rules/Attention/ScoreScale.cs", "must hold a file ScoreScale.cs: ScoreScale is the class of KATA1001")]
    public void What_is_missing_is_told(string path, string error)
    {
        _tree.Value.Delete(path);

        FluentActions.Invoking(Derived).Should().Throw<CliException>().WithMessage($"*{error}*");
    }

    [Fact]
    public void Two_files_of_one_rule_are_told()
    {
        _tree.Value.Write("analyzers/KataKit.CodeFixes/Rules/General/ScoreScaleFix.cs", "");

        FluentActions.Invoking(Derived).Should().Throw<CliException>()
            .WithMessage("*must hold ScoreScaleFix.cs once*Attention/ScoreScaleFix.cs and *General/ScoreScaleFix.cs*");
    }

    private Dictionary<string, string> Derived() => Derivations.Values.SelectMany(_tree.Value.Derive).ToDictionary();
}
