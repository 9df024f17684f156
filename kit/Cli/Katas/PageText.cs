namespace KataKit.Cli;

/// <summary>The two parts of a page: YAML between two lines <c>---</c>, and what stands below them. Lines end with <c>\n</c>.</summary>
/// <param name="Head">The front matter with the line above it, so that its lines have the numbers that they have in the file.</param>
/// <param name="Body">What stands below it.</param>
internal sealed record PageText(string Head, string Body)
{
    public const string Fence = "---\n";

    /// <summary>Reads a page.</summary>
    /// <exception cref="CliException">The file is missing, or has no front matter.</exception>
    public static PageText Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            var end = text.IndexOf("\n" + Fence, StringComparison.Ordinal);
            return text.StartsWith(Fence, StringComparison.Ordinal) && end >= 0
                ? new PageText(text[..(end + 1)], text[(end + 1 + Fence.Length)..])
                : throw new CliException($"'{path}' must begin with front matter between two lines '{Fence.TrimEnd()}'.", ExitCode.Internal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The kata has no task page: {exception.Message}", ExitCode.Internal);
        }
    }
}
