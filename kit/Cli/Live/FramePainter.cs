using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>Lays parts out on a screen of a given size: the head at the top, the foot at the bottom, and of the body what fits between.</summary>
internal sealed class FramePainter(CliHost host, int columns, int rows)
{
    private const string Home = "\u001b[H";
    private const string ClearToEndOfLine = "\u001b[K";
    private const string ClearBelow = "\u001b[J";

    /// <summary>Paints a frame over the one before.</summary>
    /// <returns>What to write to the terminal.</returns>
    public string Paint(IEnumerable<IRenderable> head, IEnumerable<IRenderable> body, IEnumerable<IRenderable> foot)
        => Home + string.Join("\r\n", Lines(head, body, foot).Select(line => line + ClearToEndOfLine)) + ClearBelow;

    private IEnumerable<string> Lines(IEnumerable<IRenderable> head, IEnumerable<IRenderable> body, IEnumerable<IRenderable> foot)
    {
        var top = LinesOf(head);
        var bottom = LinesOf(foot);
        var room = Math.Max(rows - top.Count - bottom.Count, 0);
        var middle = Middle(body, room);
        if (middle.Count > room)
        {
            // The end of what does not fit is marked, so that nobody takes the part for the whole.
            middle = [.. middle.Take(Math.Max(room - 1, 0)), .. room > 0 ? ["  …"] : Array.Empty<string>()];
        }

        var blank = Enumerable.Repeat("", room - middle.Count);
        return top.Concat(middle).Concat(blank).Concat(bottom).Take(rows);
    }

    /// <summary>Where there is not enough room, what can do with less gets what the rest leaves when it stands without blank lines.</summary>
    private List<string> Middle(IEnumerable<IRenderable> body, int room)
    {
        var parts = body.Select(part => (Part: part, Lines: LinesOf([part]))).ToList();
        if (parts.Sum(part => part.Lines.Count) > room && parts.Exists(part => part.Part is IFlexibleHeight))
        {
            var left = room - parts.Where(part => part.Part is not IFlexibleHeight).Sum(part => Dense(part.Lines).Count);
            parts = parts.ConvertAll(part => part.Part is IFlexibleHeight flexible
                ? (part.Part, left > 0 ? Dense(LinesOf([flexible.Within(left)])) : [])
                : (part.Part, Dense(part.Lines)));
        }

        return [.. parts.SelectMany(part => part.Lines)];
    }

    private static List<string> Dense(List<string> lines) => lines.FindAll(line => line.Length > 0);

    private List<string> LinesOf(IEnumerable<IRenderable> parts)
    {
        using var writer = new StringWriter();
        var console = host.ConsoleOn(writer);
        console.Profile.Width = columns;
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            writer.GetStringBuilder().Clear();
            console.Write(part);
            text.Append(writer.GetStringBuilder().ToString().ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
        }

        return text.Length == 0 ? [] : [.. text.ToString()[..^1].Split('\n')];
    }
}
