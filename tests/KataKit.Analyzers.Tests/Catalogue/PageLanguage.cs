using System.Globalization;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>A language of the pages: where they are, and what their fixed parts are called.</summary>
internal sealed class PageLanguage
{
    public static readonly PageLanguage English = new()
    {
        Folder = "docs/rules",
        Culture = CultureInfo.InvariantCulture,
        Sections = ["What", "Why", "Non-compliant", "Compliant", "Code fix", "What it does not flag", "Limits", "Seen in", "Sources"],
        CodeFixRow = "Code fix",
        Yes = "yes",
        No = "no",
        NoCodeFix = "No code fix",
    };

    public static readonly PageLanguage Chinese = new()
    {
        Folder = "docs/zh-Hans/rules",
        Culture = CultureInfo.GetCultureInfo("zh-Hans"),
        Sections = ["报告什么", "为什么", "错误示例", "正确示例", "代码修复", "不会报告的情况", "局限", "实际案例", "参考资料"],
        CodeFixRow = "代码修复",
        Yes = "有",
        No = "无",
        NoCodeFix = "不提供代码修复",
    };

    public static readonly IReadOnlyList<PageLanguage> All = [English, Chinese];

    /// <summary>The folder of the pages, from the root of the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>The page of a rule, from the root of the repository: it stands in the folder of the rule's track.</summary>
    public string PageOf(CataloguedRule rule) => $"{Folder}/{rule.Descriptor.Category}/{rule.Id}.md";

    /// <summary>The culture in which the rule's own texts are compared with the page.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>The headings that a page must have, in this order.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    public required string CodeFixRow { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    /// <summary>What the section on the code fix begins with where there is none; the reason follows.</summary>
    public required string NoCodeFix { get; init; }

    public string NonCompliant => Sections[2];

    public string Compliant => Sections[3];

    public string CodeFix => Sections[4];
}
