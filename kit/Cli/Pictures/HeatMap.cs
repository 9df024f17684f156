using System.Globalization;
using KataKit.Journal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>
/// Two matrices side by side, the expected one and the answer's, on one scale: as coloured blocks, as shades where there are not enough
/// colours, as numbers where there is no terminal. Each entry that differs is marked, the first by a mark of its own.
/// </summary>
/// <param name="matrices">The matrices, which must be sound.</param>
/// <param name="texts">The language.</param>
/// <param name="isPainted">Whether a terminal shows it.</param>
/// <param name="height">The lines that there are for it; where they are too few for two rows, or too narrow, nothing is
/// shown: the message says all that there is to say.</param>
internal sealed class HeatMap(ComparedMatrices matrices, Texts texts, bool isPainted, int height = int.MaxValue) : Renderable, IFlexibleHeight
{
    /// <summary>The marks of the entries that differ; they stand for themselves without colour too.</summary>
    public const char Mark = '*';
    public const char FirstMark = '◄';

    private const int Indent = 2;
    private const int Gap = 2;
    private const int FewestLines = 2;
    private const int Headings = 2;

    public IRenderable Within(int lines) => new HeatMap(matrices, texts, isPainted, lines);

    /// <summary>The part that is shown, where it is not all.</summary>
    public static string PartText(MatrixPart part, ComparedMatrices matrices, Texts texts)
        => texts["HeatMapPart", part.FirstRow, part.FirstRow + part.Rows - 1, matrices.TotalRows, part.FirstColumn, part.FirstColumn + part.Columns - 1, matrices.TotalColumns];

    /// <summary>What the expected matrix is called, with its index where it is a slice of something larger.</summary>
    public static string ExpectedText(ComparedMatrices matrices, Texts texts)
        => texts["HeatMapExpected"] + (matrices.Slice is { } slice ? string.Create(CultureInfo.InvariantCulture, $" [{slice}, :, :]") : "");

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var scale = HeatScale.Of(matrices);
        HeatCells cells = !isPainted ? new NumberCells(matrices, scale)
            : options.ColorSystem >= ColorSystem.EightBit ? new ColourCells(scale)
            : new ShadeCells(scale);
        var labelWidth = Digits(matrices.FirstRow + matrices.Rows - 1);
        var cellWidth = Math.Max(cells.Width, Digits(matrices.FirstColumn + matrices.Columns - 1));
        var columns = (((maxWidth - Indent - Gap) / 2) - labelWidth - 1) / (cellWidth + 1);
        if (Math.Min(columns, matrices.Columns) < FewestLines)
        {
            return [];
        }

        var legend = Legend(cells, new MatrixPart(matrices, matrices.Rows, columns), maxWidth);
        var part = new MatrixPart(matrices, height - Headings - legend.Count, columns);
        if (!part.IsWhole)
        {
            // The note on the part takes room too.
            legend = Legend(cells, part, maxWidth);
            part = new MatrixPart(matrices, height - Headings - legend.Count, columns);
            legend = Legend(cells, part, maxWidth);
        }

        if (part.Rows < FewestLines)
        {
            return [];
        }

        var grid = new Grids(cells, part, labelWidth, cellWidth);
        List<IEnumerable<Segment>> lines =
        [
            grid.Titles(ExpectedText(matrices, texts), texts["HeatMapActual"]),
            grid.Indices(),
            .. Enumerable.Range(0, part.Rows).Select(grid.Row),
            .. legend,
        ];
        return lines.Exists(line => Indent + Segment.CellCount(line) > maxWidth)
            ? []
            : lines.SelectMany(line => line.Prepend(new Segment(new string(' ', Indent))).Append(Segment.LineBreak));
    }

    /// <summary>The scale, the marks and the part, in as few lines as the width allows.</summary>
    private List<List<Segment>> Legend(HeatCells cells, MatrixPart part, int maxWidth)
    {
        List<IReadOnlyList<Segment>> items =
        [
            cells.Legend,
            part.HasNaN && cells.NotANumber != "NaN" ? [new Segment(cells.NotANumber + " NaN")] : [],
            [new Segment($"{FirstMark} {texts[part.HasSeveral ? "HeatMapFirst" : "HeatMapDiffers"]}")],
            part.HasSeveral ? [new Segment($"{Mark} {texts["HeatMapDiffers"]}")] : [],
            part.IsWhole ? [] : [new Segment(PartText(part, matrices, texts))],
        ];
        var lines = new List<List<Segment>> { new() };
        foreach (var item in items.Where(item => item.Count > 0))
        {
            if (lines[^1].Count > 0 && Indent + Segment.CellCount(lines[^1]) + Gap + Segment.CellCount(item) > maxWidth)
            {
                lines.Add([]);
            }

            lines[^1].AddRange(lines[^1].Count > 0 ? item.Prepend(new Segment(new string(' ', Gap))) : item);
        }

        return lines;
    }

    private static int Digits(int index) => index.ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>The lines of the two grids.</summary>
    private sealed class Grids(HeatCells cells, MatrixPart part, int labelWidth, int cellWidth)
    {
        private static readonly Style Grey = new(Color.Grey);
        private static readonly Style Loud = new(Color.Red, decoration: Decoration.Bold);

        private int _width = labelWidth + 1 + (part.Columns * (cellWidth + 1));

        public IEnumerable<Segment> Titles(string expected, string actual)
        {
            _width = Math.Max(_width, new Segment(expected).CellCount());
            return [.. Padded([new Segment(expected)]), new Segment(actual)];
        }

        public IEnumerable<Segment> Indices()
        {
            var indices = new string(' ', labelWidth + 1)
                + string.Concat(Enumerable.Range(part.FirstColumn, part.Columns).Select(index => Aligned(index, cellWidth) + " "));
            return [.. Padded([new Segment(indices, Grey)]), new Segment(indices.TrimEnd(), Grey)];
        }

        public IEnumerable<Segment> Row(int row) => [.. Padded(Row(row, part.Expected)), .. Row(row, part.Actual)];

        private List<Segment> Row(int row, Func<int, int, double> entry)
        {
            List<Segment> line = [new Segment(Aligned(part.FirstRow + row, labelWidth) + " ", Grey)];
            for (var column = 0; column < part.Columns; column++)
            {
                var cell = cells.Draw(entry(row, column));
                line.Add(new Segment(new string(' ', cellWidth - cell.CellCount())));
                line.Add(cell);
                line.Add(part.IsFirst(row, column) ? new Segment($"{FirstMark}", Loud)
                    : new Segment(part.Differs(row, column) ? $"{Mark}" : " "));
            }

            return line;
        }

        private IEnumerable<Segment> Padded(IReadOnlyList<Segment> line)
            => line.Append(new Segment(new string(' ', _width + Gap - Segment.CellCount(line))));

        private static string Aligned(int index, int width) => index.ToString(CultureInfo.InvariantCulture).PadLeft(width);
    }
}
