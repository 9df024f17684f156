using System.Globalization;

namespace KataKit.Bench;

/// <summary>What is printed, and kept in a file.</summary>
/// <param name="path">The file; it is appended to.</param>
internal sealed class Report(string path)
{
    /// <summary>Whether something was not as it must be, whatever the speed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Writes a line.</summary>
    public void Line(FormattableString text) => Write(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a table: a title, the names of the columns, and rows.</summary>
    public void Table(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(columns).ToList();
        var widths = columns.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        Write("");
        Write(title);
        foreach (var row in all)
        {
            Write("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        }
    }

    /// <summary>Writes that something is wrong; the program then ends with an exit code that is not 0.</summary>
    public void Failure(string text)
    {
        HasFailed = true;
        Write("WRONG: " + text);
    }

    private void Write(string line)
    {
        Console.WriteLine(line);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.AppendAllText(path, line + "\n");
    }
}

/// <summary>Figures from a list of times.</summary>
internal static class Figures
{
    /// <summary>The value that this share of the values does not exceed.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
        => values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));

    /// <summary>A number without trailing noise.</summary>
    public static string Show(double value, string format = "F0") => value.ToString(format, CultureInfo.InvariantCulture);
}
