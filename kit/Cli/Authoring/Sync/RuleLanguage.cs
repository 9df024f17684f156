using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KataKit.Cli;

/// <summary>A language of the rules' pages: where they are, and what their derived parts are called.</summary>
/// <param name="Folder">The folder of the pages, from the repository's root.</param>
/// <param name="Culture">The culture of the rules' own texts.</param>
/// <param name="SeverityRow">The row of a page that tells the severity.</param>
/// <param name="CategoryRow">The row that tells the category.</param>
/// <param name="SourceRow">The row that leads to the code.</param>
/// <param name="IndexHead">The columns of the index: rule, title, severity, code fix.</param>
/// <param name="HasFix">The cell of the index where there is a code fix.</param>
/// <param name="HasNoFix">The cell where there is none.</param>
/// <param name="Severities">The words for severities, by <see cref="DiagnosticSeverity"/>.</param>
internal sealed record RuleLanguage(
    string Folder,
    CultureInfo Culture,
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
        "docs/rules",
        CultureInfo.InvariantCulture,
        "Severity",
        "Category",
        "Source",
        "| rule | title | severity | code fix |",
        "yes",
        "no",
        ["Hidden", "Suggestion", "Warning", "Error"]);

    public static readonly RuleLanguage Chinese = new(
        "docs/zh-Hans/rules",
        CultureInfo.GetCultureInfo("zh-Hans"),
        "严重性",
        "类别",
        "源码",
        "| 规则 | 标题 | 严重性 | 代码修复 |",
        "有",
        "无",
        ["隐藏", "建议", "警告", "错误"]);

    /// <summary>The page of a rule, from the repository's root.</summary>
    public string PageOf(KitRule rule) => $"{Folder}/{rule.Track}/{rule.Id}.md";

    /// <summary>What the rule is called.</summary>
    public string TitleOf(KitRule rule) => rule.Descriptor.Title.ToString(Culture);

    /// <summary>How severe the rule is, in a word.</summary>
    public string SeverityOf(KitRule rule) => Severities[(int)rule.Descriptor.DefaultSeverity];
}
