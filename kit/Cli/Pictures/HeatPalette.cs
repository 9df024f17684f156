using Spectre.Console;

namespace KataKit.Cli;

/// <summary>
/// The colours of a scale. People who see red and green alike can tell them apart, and brightness alone tells the order: viridis where
/// there is one direction, blue over white to orange where there are two.
/// </summary>
internal static class HeatPalette
{
    private static readonly Color[] OneWay = [Hex(0x440154), Hex(0x3B528B), Hex(0x21918C), Hex(0x5EC962), Hex(0xFDE725)];
    private static readonly Color[] TwoWays = [Hex(0x2166AC), Hex(0x92C5DE), Hex(0xF7F7F7), Hex(0xFDB863), Hex(0xB35806)];

    /// <summary>The colour of a finite number.</summary>
    public static Color ColourOf(HeatScale scale, double number)
    {
        var (colours, share) = scale.IsDiverging ? (TwoWays, (scale.Share(number) + 1) / 2) : (OneWay, scale.Share(number));
        var place = Math.Clamp(share, 0, 1) * (colours.Length - 1);
        var index = Math.Min((int)place, colours.Length - 2);
        return colours[index].Blend(colours[index + 1], (float)(place - index));
    }

    /// <summary>Whether black is easier to read on a colour than white.</summary>
    public static bool IsBright(Color colour) => (0.299 * colour.R) + (0.587 * colour.G) + (0.114 * colour.B) > 128;

    private static Color Hex(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
}
