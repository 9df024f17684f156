using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>Two texts side by side, line by line. Marks as well as colours tell what differs, so that it can be read without colour.</summary>
internal sealed class DiffView(string left, string leftTitle, string right, string rightTitle) : IRenderable
{
    private const int Marks = 2;
    private const int Gap = 3;

    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var width = (maxWidth - Gap) / 2;
        var diff = new SideBySideDiffBuilder(new Differ()).BuildDiffModel(left.ReplaceLineEndings("\n"), right.ReplaceLineEndings("\n"));
        var rows = new List<Segment>();
        rows.AddRange(Row(Cell(leftTitle, Style.Plain, width), Cell(rightTitle, Style.Plain, width)));
        rows.AddRange(Row(Cell(new string('─', width), Style.Plain, width), Cell(new string('─', width), Style.Plain, width)));
        foreach (var (old, current) in diff.OldText.Lines.Zip(diff.NewText.Lines))
        {
            rows.AddRange(Line(old, current, width));
        }

        return rows;
    }

    /// <summary>One line of either text; a long one goes on below itself.</summary>
    private static IEnumerable<Segment> Line(DiffPiece old, DiffPiece current, int width)
    {
        var lefts = Wrapped(old, width, '-');
        var rights = Wrapped(current, width, '+');
        for (var i = 0; i < Math.Max(lefts.Count, rights.Count); i++)
        {
            var l = i < lefts.Count ? lefts[i] : "";
            var r = i < rights.Count ? rights[i] : "";
            foreach (var segment in Row(Cell(l, StyleOf(old, Color.Red), width), Cell(r, StyleOf(current, Color.Green), width)))
            {
                yield return segment;
            }
        }
    }

    private static List<string> Wrapped(DiffPiece piece, int width, char mark)
    {
        if (piece.Type == ChangeType.Imaginary)
        {
            return [""];
        }

        var text = (piece.Text ?? "").Replace("\t", "    ", StringComparison.Ordinal);
        var isSame = piece.Type == ChangeType.Unchanged;
        var lines = new List<string>();
        do
        {
            var length = FittingLength(text, width - Marks);
            lines.Add((isSame ? "  " : lines.Count == 0 ? mark + " " : ". ") + text[..length]);
            text = text[length..];
        }
        while (text.Length > 0);
        return lines;
    }

    private static int FittingLength(string text, int columns)
    {
        var length = text.Length;
        while (length > 1 && Segment.CellCount([new Segment(text[..length])]) > columns)
        {
            length--;
        }

        return length;
    }

    private static Style StyleOf(DiffPiece piece, Color colour)
        => piece.Type is ChangeType.Unchanged or ChangeType.Imaginary ? Style.Plain : new Style(colour);

    private static Segment[] Cell(string text, Style style, int width)
    {
        var segment = new Segment(text, style);
        return [segment, Segment.Padding(Math.Max(width - Segment.CellCount([segment]), 0))];
    }

    private static IEnumerable<Segment> Row(IEnumerable<Segment> left, IEnumerable<Segment> right)
        => left.Append(new Segment(" │ ")).Concat(right).Append(Segment.LineBreak);
}
