using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>
/// Entries as shades, for terminals with few colours or none. Where there are both signs, each entry says its own; colour, where there is
/// some, repeats it.
/// </summary>
internal sealed class ShadeCells(HeatScale scale) : HeatCells(scale)
{
    private const string Shades = " ░▒▓█";

    public override int Width => 2;

    public override IReadOnlyList<Segment> Legend => Scale.IsDiverging
        ? Between(Scale.Steps((2 * Shades.Length) - 1).SelectMany(step => new[] { DrawFinite(step), new Segment(" ") }).SkipLast(1))
        : Between([new Segment("["), .. Scale.Steps(Shades.Length).Select(DrawFinite), new Segment("]")]);

    protected override Segment DrawFinite(double entry)
    {
        var share = Math.Clamp(Scale.Share(entry), -1, 1);
        var shade = Shades[(int)Math.Round(Math.Abs(share) * (Shades.Length - 1))];
        return !Scale.IsDiverging ? new Segment(new string(shade, Width))
            : entry < 0 ? new Segment($"-{shade}", new Style(Color.Blue))
            : entry > 0 ? new Segment($"+{shade}", new Style(Color.Olive))
            : new Segment("  ");
    }
}
