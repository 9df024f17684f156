namespace KataKit.Cli;

/// <summary>
/// A part of a hand-written page that is derived: what stands between <c>&lt;!-- sync: name --&gt;</c> and <c>&lt;!-- /sync --&gt;</c>, each on
/// a line of its own.
/// </summary>
internal static class DerivedRegion
{
    private const string End = "<!-- /sync -->";

    /// <summary>The page with another text in the region.</summary>
    /// <param name="page">The page, for messages.</param>
    /// <param name="text">Its text, with <c>\n</c> between lines.</param>
    /// <param name="name">The region's name.</param>
    /// <param name="content">What the region must hold, without a line break at its end.</param>
    /// <exception cref="CliException">The page has no such region, or it is not closed.</exception>
    public static string Replace(string page, string text, string name, string content)
    {
        var mark = $"<!-- sync: {name} -->\n";
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0
            ? throw new CliException($"'{page}' must hold the lines '{mark.TrimEnd()}' and '{End}': what stands between them is written by `kata sync`.", ExitCode.Internal)
            : $"{text[..(start + mark.Length)]}{content}\n{text[end..]}";
    }
}
