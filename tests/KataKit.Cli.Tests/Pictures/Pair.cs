using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli.Tests.Pictures;

/// <summary>Compared matrices for tests, and their picture as text.</summary>
internal static class Pair
{
    /// <summary>Two matrices; entries that are not the same differ.</summary>
    public static ComparedMatrices Of(double[,] expected, double[,] actual)
    {
        List<double> wanted = [.. expected.Cast<double>()];
        List<double> found = [.. actual.Cast<double>()];
        return new ComparedMatrices
        {
            Rows = expected.GetLength(0),
            Columns = expected.GetLength(1),
            TotalRows = expected.GetLength(0),
            TotalColumns = expected.GetLength(1),
            Expected = wanted,
            Actual = found,
            Differing = [.. Enumerable.Range(0, wanted.Count).Where(i => !wanted[i].Equals(found[i]))],
        };
    }

    /// <summary>Two matrices of a size, filled with a running number, that differ at one place.</summary>
    public static ComparedMatrices Of(int rows, int columns, int row, int column)
    {
        var (expected, actual) = (new double[rows, columns], new double[rows, columns]);
        for (var i = 0; i < rows * columns; i++)
        {
            (expected[i / columns, i % columns], actual[i / columns, i % columns]) = (i, i);
        }

        actual[row, column]--;
        return Of(expected, actual);
    }

    /// <summary>The lines that a terminal, or a pipe, would get.</summary>
    public static string[] Draw(
        this ComparedMatrices matrices, ColorSystemSupport colours, bool isPainted = true, int width = 80, int height = int.MaxValue, string language = "en")
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colours,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Write(new HeatMap(matrices, Texts.For(language), isPainted, height));
        return writer.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
