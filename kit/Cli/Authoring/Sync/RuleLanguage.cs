using System.Globalization;
using KataKit.Grading;
using Microsoft.CodeAnalysis;

namespace KataKit.Cli;

/// <summary>A language of the rules' pages: where they are, and what their derived parts are called.</summary>
/// <param name="Pages">The language of all pages.</param>
/// <param name="Culture">The culture of the rules' own texts.</param>
/// <param name="General">What rules of every kata are called.</param>
/// <param name="SeverityRow">The row of a page that tells the severity.</param>
/// <param name="CategoryRow">The row that tells the category.</param>
/// <param name="SourceRow">The row that leads to the code.</param>
/// <param name="IndexHead">The columns of the index: rule, title, severity, code fix.</param>
/// <param name="HasFix">The cell of the index where there is a code fix.</param>
/// <param name="HasNoFix">The cell where there is none.</param>
/// <param name="Severities">The words for severities, by <see cref="DiagnosticSeverity"/>.</param>
internal sealed record RuleLanguage(
    PageLanguage Pages,
    CultureInfo Culture,
    string General,
    string SeverityRow,
    string CategoryRow,
    string SourceRow,
    string IndexHead,
    string HasFix,
    string HasNoFix,
    IReadOnlyList<string> Severities)
{
    /// <summary>The language in which code is written: the other pages copy it.</summary>
    public static readonly RuleLanguage English = new(
        PageLanguage.English,
        CultureInfo.InvariantCulture,
        "General",
        "Severity",
        "Category",
        "Source",
        "| rule | title | severity | code fix |",
        "yes",
        "no",
        ["Hidden", "Suggestion", "Warning", "Error"]);

    public static readonly RuleLanguage Chinese = new(
        PageLanguage.Chinese,
        CultureInfo.GetCultureInfo("zh-Hans"),
        "通用",
        "严重性",
        "类别",
        "源码",
        "| 规则 | 标题 | 严重性 | 代码修复 |",
        "有",
        "无",
        ["隐藏", "建议", "警告", "错误"]);

    /// <summary>The folder of the pages, from the repository's root.</summary>
    public string Folder => $"{Pages.Docs}/rules";

    /// <summary>What a track is called.</summary>
    public string NameOf(string track) => Track.All.FirstOrDefault(known => known.Name == track) is { } known ? Pages.NameOf(known) : General;

    /// <summary>The page of a rule, from the repository's root.</summary>
    public string PageOf(KitRule rule) => $"{Folder}/{rule.Track}/{rule.Id}.md";

    /// <summary>What the rule is called.</summary>
    public string TitleOf(KitRule rule) => rule.Descriptor.Title.ToString(Culture);

    /// <summary>How severe the rule is, in a word.</summary>
    public string SeverityOf(KitRule rule) => Severities[(int)rule.Descriptor.DefaultSeverity];
}
