using System.Text;

namespace KataKit.TestLogger;

/// <summary>Breaks text into lines of a given width, counted in terminal columns.</summary>
internal static class Paragraph
{
    // Below this a column of text is harder to read than a line that the terminal breaks by itself.
    private const int Narrowest = 24;

    /// <summary>Breaks a text at its spaces; a word longer than a line stays whole, so that it can be copied.</summary>
    /// <param name="text">The text, on one line.</param>
    /// <param name="columns">The width of the page.</param>
    /// <param name="indent">The columns that are taken at the left of every line; they are not part of the result.</param>
    /// <returns>The lines, at least one.</returns>
    public static IReadOnlyList<string> Wrap(string text, int columns, int indent)
    {
        var width = Math.Max(columns - indent, Narrowest);
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            var needed = Columns(word);
            if (line.Length > 0 && used + 1 + needed > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }
            else if (used > 0)
            {
                line.Append(' ');
                used++;
            }

            line.Append(word);
            used += needed;
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>How many columns a text takes in a terminal.</summary>
    /// <param name="text">The text.</param>
    /// <returns>One a character, two for a wide one (Chinese, full-width forms).</returns>
    public static int Columns(string text) => text.Sum(character => IsWide(character) ? 2 : 1);

    // The wide blocks of Unicode Standard Annex 11 that occur in the kit's texts.
    private static bool IsWide(char character)
        => character is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60');
}
