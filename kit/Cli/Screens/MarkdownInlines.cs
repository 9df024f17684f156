using Markdig.Syntax.Inlines;

namespace KataKit.Cli;

/// <summary>The inline parts of Markdown as the console's markup.</summary>
internal static class MarkdownInlines
{
    public static string Markup(ContainerInline? inlines) => inlines is null ? "" : string.Concat(inlines.Select(Part));

    private static string Part(Inline inline) => inline switch
    {
        CodeInline code => $"[teal]{Spectre.Console.Markup.Escape(code.Content)}[/]",
        EmphasisInline emphasis => $"[{(emphasis.DelimiterCount >= 2 ? "bold" : "italic")}]{Markup(emphasis)}[/]",
        LineBreakInline { IsHard: true } => "\n",
        LineBreakInline => " ",
        LinkInline { Url: { } url } link when IsWeb(url) && Markup(link) != Spectre.Console.Markup.Escape(url)
            => $"{Markup(link)} ({Spectre.Console.Markup.Escape(url)})",
        AutolinkInline autolink => Spectre.Console.Markup.Escape(autolink.Url),
        HtmlInline => "",
        HtmlEntityInline entity => Spectre.Console.Markup.Escape(entity.Transcoded.ToString()),
        LiteralInline literal => Spectre.Console.Markup.Escape(literal.Content.ToString()),
        ContainerInline container => Markup(container),
        _ => "",
    };

    private static bool IsWeb(string url)
        => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
