using System.Globalization;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary>A way to show one entry of a matrix in a few columns of a terminal.</summary>
/// <param name="scale">The scale of all entries.</param>
internal abstract class HeatCells(HeatScale scale)
{
    /// <summary>The columns of an entry.</summary>
    public abstract int Width { get; }

    /// <summary>What the colours or shades stand for; empty where the entries are numbers.</summary>
    public abstract IReadOnlyList<Segment> Legend { get; }

    protected HeatScale Scale => scale;

    /// <summary>An entry.</summary>
    public Segment Draw(double entry)
        => double.IsNaN(entry) ? new Segment(NotANumber)
            : double.IsInfinity(entry) ? new Segment(entry > 0 ? "+∞" : "-∞")
            : DrawFinite(entry);

    /// <summary>What stands for NaN.</summary>
    public virtual string NotANumber => "??";

    protected abstract Segment DrawFinite(double entry);

    /// <summary>A scale of samples between its bounds.</summary>
    protected IReadOnlyList<Segment> Between(IEnumerable<Segment> samples)
        => [new Segment(Show(scale.Low) + " "), .. samples, new Segment(" " + Show(scale.High))];

    /// <summary>A number, short.</summary>
    protected static string Show(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
