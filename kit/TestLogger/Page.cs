namespace KataKit.TestLogger;

/// <summary>Where a report is printed.</summary>
internal sealed class Page
{
    private const int ColumnsOfPipe = 80;

    private readonly TextWriter writer;
    private readonly bool coloured;

    /// <summary>Creates a page.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="columns">The width.</param>
    /// <param name="coloured">Whether lines take the console's colours.</param>
    public Page(TextWriter writer, int columns, bool coloured)
    {
        this.writer = writer;
        this.coloured = coloured;
        Columns = columns;
    }

    /// <summary>The width in terminal columns.</summary>
    public int Columns { get; }

    /// <summary>
    /// The page of this process: as wide as the terminal and coloured, or 80 columns and plain where the output is redirected or
    /// NO_COLOR (https://no-color.org) is set.
    /// </summary>
    /// <returns>The page.</returns>
    public static Page OfConsole()
    {
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return Console.IsOutputRedirected
            ? new Page(Console.Out, ColumnsOfPipe, coloured: false)
            : new Page(Console.Out, Console.WindowWidth > 0 ? Console.WindowWidth : ColumnsOfPipe, coloured: !noColour);
    }

    /// <summary>Prints lines.</summary>
    /// <param name="lines">The lines.</param>
    public void Print(IEnumerable<ReportLine> lines)
    {
        foreach (var line in lines)
        {
            if (coloured && ColourOf(line.Tone) is { } colour)
            {
                Console.ForegroundColor = colour;
                writer.WriteLine(line.Text);
                Console.ResetColor();
            }
            else
            {
                writer.WriteLine(line.Text);
            }
        }

        writer.Flush();
    }

    private static ConsoleColor? ColourOf(Tone tone) => tone switch
    {
        Tone.Good => ConsoleColor.Green,
        Tone.Bad => ConsoleColor.Red,
        Tone.Pending => ConsoleColor.Yellow,
        _ => null,
    };
}
