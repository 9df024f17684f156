using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using KataKit.Snapshots.Tests;

namespace VerifyTests;

/// <summary>A difference of two texts for people, with the way to accept it.</summary>
internal static class Difference
{
    /// <summary>The lines around a change that show where it is.</summary>
    private const int Context = 2;

    /// <summary>More are looked at in an editor.</summary>
    private const int MostLines = 60;

    public static string Tell(string verifiedPath, string? verified, string receivedPath, string received)
        => $"""
            {(verified is null ? $"Nothing was accepted yet as {verifiedPath}; received:" : $"{verifiedPath} says (-), received (+):")}

            {Changes(verified ?? "", received)}
            Is the new text right? Rename {receivedPath} to {Path.GetFileName(verifiedPath)}, or accept all texts that changed:
            {Acceptance.Command}
            """;

    private static string Changes(string verified, string received)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        var isNear = new bool[lines.Count];
        foreach (var (index, _) in lines.Index().Where(line => line.Item.Type != ChangeType.Unchanged))
        {
            var first = Math.Max(index - Context, 0);
            Array.Fill(isNear, true, first, Math.Min(index + Context + 1, lines.Count) - first);
        }

        var told = new StringBuilder();
        var (number, count) = (0, 0);
        foreach (var (index, line) in lines.Index())
        {
            number += line.Type == ChangeType.Inserted ? 0 : 1;
            if (!isNear[index])
            {
                continue;
            }

            if (++count > MostLines)
            {
                told.Append("  … and more\n");
                break;
            }

            var mark = line.Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
            told.Append(CultureInfo.InvariantCulture, $"{(line.Type == ChangeType.Inserted ? "" : number),5} {mark} {line.Text}\n");
        }

        // Lines that are alike and no text that is: only its end can differ.
        return told.Length == 0 ? "  The last line ends otherwise.\n" : told.ToString();
    }
}
