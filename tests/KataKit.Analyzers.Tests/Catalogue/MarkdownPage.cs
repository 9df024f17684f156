using KataKit.Analyzers.Tests.Verification;

namespace KataKit.Analyzers.Tests.Catalogue;

/// <summary>A page of the documentation, as far as tests look at it: title, tables, sections and code.</summary>
internal sealed class MarkdownPage
{
    private const string Fence = "```";

    private MarkdownPage(string path) => Path = path;

    /// <summary>The page's place, from the root of the repository.</summary>
    public string Path { get; }

    /// <summary>The first line.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>The headings of the second level, in order, each with its prose.</summary>
    public List<(string Heading, string Prose)> Sections { get; } = [];

    /// <summary>The cells of all table rows.</summary>
    public List<string[]> Rows { get; } = [];

    /// <summary>The code blocks.</summary>
    public List<Sample> Samples { get; } = [];

    /// <summary>Reads a page.</summary>
    /// <param name="path">The page's place, from the root of the repository.</param>
    /// <exception cref="FormatException">A code block is not closed.</exception>
    public static MarkdownPage Read(string path)
    {
        var page = new MarkdownPage(path);
        var lines = KataSource.Read(path).ReplaceLineEndings("\n").Split('\n');
        page.Title = lines[0];
        var (heading, prose) = (string.Empty, new List<string>());
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, x => x == Fence);
                if (end < 0)
                {
                    throw new FormatException($"{path}:{i + 1}: the code block is not closed.");
                }

                page.Samples.Add(new Sample(path, i + 1, heading, lines[i][Fence.Length..].Trim(), string.Join('\n', lines[(i + 1)..end])));
                i = end;
            }
            else if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                page.Sections.Add((heading, string.Join('\n', prose).Trim()));
                (heading, prose) = (lines[i][3..], []);
            }
            else
            {
                prose.Add(lines[i]);
                if (lines[i].StartsWith('|'))
                {
                    page.Rows.Add([.. lines[i].Trim('|').Split(" | ").Select(x => x.Trim())]);
                }
            }
        }

        page.Sections.Add((heading, string.Join('\n', prose).Trim()));
        page.Sections.RemoveAt(0);
        return page;
    }

    /// <summary>The second cell of the row that begins with a word; <see langword="null"/> where there is none.</summary>
    public string? Row(string first) => Rows.FirstOrDefault(x => x[0] == first)?.ElementAtOrDefault(1);
}
