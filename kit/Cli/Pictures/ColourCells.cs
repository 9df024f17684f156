using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>Entries as coloured blocks, for terminals that have the colours.</summary>
internal sealed class ColourCells(HeatScale scale) : HeatCells(scale)
{
    private const int Samples = 9;

    public override int Width => 2;

    public override IReadOnlyList<Segment> Legend => Between(Scale.Steps(Samples).Select(DrawFinite));

    protected override Segment DrawFinite(double entry) => new("  ", new Style(background: HeatPalette.ColourOf(Scale, entry)));
}
