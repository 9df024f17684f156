namespace KataKit.Cli;

/// <summary>The C# of pages that exist in two languages: it is written once, and copied block by block in order.</summary>
internal static class CodeBlocks
{
    private const string Fence = "```";

    /// <summary>The translation with the code of the original.</summary>
    /// <exception cref="CliException">A block is not closed, or the pages have different numbers of blocks.</exception>
    public static string Copy(string originalPage, string original, string translationPage, string translation)
    {
        var (from, to) = (original.Split('\n'), translation.Split('\n'));
        var (blocks, copies) = (In(originalPage, from), In(translationPage, to));
        if (blocks.Count != copies.Count)
        {
            throw new CliException(
                $"'{translationPage}' has {copies.Count} blocks of C# and '{originalPage}' has {blocks.Count}. "
                + "Code is copied block by block in order, so put an empty block where one is missing, and take out the one that is too many.",
                ExitCode.Internal);
        }

        var lines = new List<string>();
        var next = 0;
        foreach (var (block, copy) in blocks.Zip(copies))
        {
            lines.AddRange(to[next..copy.Start.Value]);
            lines.AddRange(from[block]);
            next = copy.End.Value;
        }

        return string.Join('\n', lines.Concat(to[next..]));
    }

    // Each with its fences: what stands behind the first one says where the code belongs.
    private static List<Range> In(string page, string[] lines)
    {
        var blocks = new List<Range>();
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, start + 1, line => line.StartsWith(Fence, StringComparison.Ordinal));
            if (end < 0 || lines[end] != Fence)
            {
                throw new CliException($"'{page}', line {start + 1}: the code block is not closed.", ExitCode.Internal);
            }

            if (lines[start][Fence.Length..].Split(' ')[0] == "csharp")
            {
                blocks.Add(start..(end + 1));
            }

            start = end;
        }

        return blocks;
    }
}
