using System.Globalization;
using System.Net;
using System.Text;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary>Two matrices side by side as SVG, in the colours and with the marks of <see cref="HeatMap"/>; each cell also says its number.</summary>
internal sealed class HeatMapSvg(ComparedMatrices matrices, Texts texts)
{
    private const int CellHeight = 22;
    private const int WideCell = 72;
    private const int NarrowCell = 24;
    private const int Label = 26;
    private const int Gap = 24;
    private const int Heading = 38;
    private const int Samples = 16;

    /// <summary>With more columns the numbers would not fit the page beside each other; they are then seen by pointing at a cell.</summary>
    private const int MostNumberedColumns = 6;

    private readonly HeatScale _scale = HeatScale.Of(matrices);
    private readonly MatrixPart _part = new(matrices);
    private readonly bool _hasNumbers = matrices.Columns <= MostNumberedColumns;
    private readonly StringBuilder _svg = new();

    private int CellWidth => _hasNumbers ? WideCell : NarrowCell;

    private int GridWidth => Label + (_part.Columns * CellWidth);

    public string Draw()
    {
        // Wide enough for the legend, however narrow the matrices are.
        var width = Math.Max((2 * GridWidth) + Gap, 560);
        var bottom = Heading + (_part.Rows * CellHeight);
        var height = bottom + 30 + (_part.IsWhole ? 0 : 18);
        var title = $"{texts["HeatMapExpected"]} / {texts["HeatMapActual"]}";
        _svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width} {height}\" style=\"max-width:{width}px\" role=\"img\" aria-label=\"{Encode(title)}\">\n");
        Grid(0, HeatMap.ExpectedText(matrices, texts), _part.Expected);
        Grid(GridWidth + Gap, texts["HeatMapActual"], _part.Actual);
        Legend(bottom + 12);
        if (!_part.IsWhole)
        {
            Text(Label, bottom + 42, HeatMap.PartText(_part, matrices, texts));
        }

        return _svg.Append("</svg>").ToString();
    }

    private void Grid(int left, string title, Func<int, int, double> entry)
    {
        Text(left + Label, 14, title);
        for (var column = 0; column < _part.Columns; column++)
        {
            Text(left + Label + (column * CellWidth) + (CellWidth / 2), Heading - 6, Index(_part.FirstColumn + column), "middle");
        }

        for (var row = 0; row < _part.Rows; row++)
        {
            Text(left + Label - 6, Heading + (row * CellHeight) + 15, Index(_part.FirstRow + row), "end");
            for (var column = 0; column < _part.Columns; column++)
            {
                Cell(left + Label + (column * CellWidth), Heading + (row * CellHeight), row, column, entry(row, column));
            }
        }
    }

    private void Cell(int x, int y, int row, int column, double entry)
    {
        var (fill, ink) = Colours(entry);
        var place = string.Create(CultureInfo.InvariantCulture, $"[{_part.FirstRow + row}, {_part.FirstColumn + column}] {entry:G6}");
        var frame = _part.IsFirst(row, column) ? " stroke=\"#e0007a\" stroke-width=\"3\"" : "";
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 2}\" y=\"{y + 2}\" width=\"{CellWidth - 4}\" height=\"{CellHeight - 4}\" fill=\"{fill}\"{frame}><title>{place}</title></rect>");
        var mark = _part.IsFirst(row, column) ? $" {HeatMap.FirstMark}" : _part.Differs(row, column) ? $" {HeatMap.Mark}" : "";
        var label = _hasNumbers || !double.IsFinite(entry) ? Number(entry) + mark : mark.TrimStart();
        if (label.Length > 0)
        {
            Text(x + (CellWidth / 2), y + 15, label, "middle", ink);
        }

        _svg.Append('\n');
    }

    private void Legend(int y)
    {
        Text(Label, y + 10, Number(_scale.Low));
        var x = Label + 56;
        foreach (var step in _scale.Steps(Samples))
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"10\" height=\"12\" fill=\"{Colours(step).Fill}\"/>");
            x += 10;
        }

        Text(x + 6, y + 10, Number(_scale.High));
        var marks = _part.HasSeveral
            ? $"{HeatMap.FirstMark} {texts["HeatMapFirst"]}  {HeatMap.Mark} {texts["HeatMapDiffers"]}"
            : $"{HeatMap.FirstMark} {texts["HeatMapDiffers"]}";
        Text(x + 70, y + 10, marks);
    }

    private void Text(int x, int y, string text, string anchor = "start", string? colour = null)
        => _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{(colour is null ? "" : $" style=\"fill:{colour}\"")}>{Encode(text)}</text>");

    private (string Fill, string Ink) Colours(double entry)
    {
        var colour = double.IsFinite(entry) ? HeatPalette.ColourOf(_scale, entry) : new Color(0x99, 0x99, 0x99);
        return ("#" + colour.ToHex(), HeatPalette.IsBright(colour) ? "#000" : "#fff");
    }

    private static string Number(double number) => number.ToString("G3", CultureInfo.InvariantCulture);

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
