using KataKit.Journal;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>Entries as numbers, for whatever is no terminal.</summary>
internal sealed class NumberCells(ComparedMatrices matrices, HeatScale scale) : HeatCells(scale)
{
    // One more, so that a mark stands by its own number.
    public override int Width { get; } = 1 + matrices.Expected.Concat(matrices.Actual).Max(entry => Show(entry).Length);

    public override IReadOnlyList<Segment> Legend => [];

    public override string NotANumber => "NaN";

    protected override Segment DrawFinite(double entry) => new(Show(entry));
}
