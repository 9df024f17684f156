using System.CommandLine;
using System.Text.RegularExpressions;
using KataKit.Cli.Tests;

namespace KataKit.Snapshots.Tests;

/// <summary>Puts something that stays in the place of what differs from run to run or from machine to machine.</summary>
internal static partial class Unstable
{
    /// <summary>What a command has said in a kit.</summary>
    public static string Replace(string text, LearnersKit kit)
    {
        var stable = text.ReplaceLineEndings("\n")
            .Replace(kit.Root, "<kit>", StringComparison.Ordinal)
            .Replace(Path.TrimEndingDirectorySeparator(Path.GetTempPath()), "<temporary>", StringComparison.Ordinal)
            .Replace(RootCommand.ExecutableName, "kata", StringComparison.Ordinal);
        stable = Milliseconds().Replace(stable, "${before}0${after}");
        stable = Hash().Replace(stable, "<sha256>");
        return TrailingBlanks().Replace(NumberIds(stable), "");
    }

    // Whether two identifiers are the same one is part of what a text says.
    private static string NumberIds(string text)
    {
        var numbers = new Dictionary<string, int>();
        return Id().Replace(text, match =>
        {
            numbers.TryAdd(match.Value, numbers.Count + 1);
            return $"<id {numbers[match.Value]}>";
        });
    }

    [GeneratedRegex("""(?<before>"milliseconds": |\s)[0-9.]+(?<after>(?<="milliseconds": [0-9.]+)| ms| 毫秒)""")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Id();

    // Nobody sees them, and they would be lost in the first editor.
    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingBlanks();
}
