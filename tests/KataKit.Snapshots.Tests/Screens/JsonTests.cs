using System.Text.RegularExpressions;
using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>What programs read. The names are the same in all languages, so one is enough.</summary>
public sealed partial class JsonTests
{
    [Fact]
    public async Task Programs_find_what_they_look_for_where_it_was()
    {
        using var kit = new LearnersKit();
        kit.Copy("docs/interview-questions.yml");
        kit.Copy("docs/rules/Attention/KATA1001.md");
        kit.Save(kit.AttentionPath, LearnersKit.Read("tests/Submissions/Attention/SelfAttention/wrong/X8_SoftmaxInPlace.diff"));
        kit.Save(kit.PathOf("essay.cs"), "// I would scale by the length of a query.");
        var transcript = new Transcript(kit, "en");
        await kit.RunAsync("start", "self", "--minutes", "30", "--no-watch");
        string[][] commands =
        [
            ["test", "--json"], ["hint", "--json"], ["--json"], ["history", "--json"], ["stats", "--json"], ["list", "--json"],
            ["review", "--all", "--json"], ["show", "self", "--json"], ["explain", "KATA1001", "--json"],
            ["quiz", "--count", "1", "--json"], ["grade", "essay.cs", "--json"],
        ];
        foreach (var command in commands)
        {
            await transcript.RunAsync(command, input: "", PagesCut);
        }

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName("json");
    }

    // Pages have snapshots of their own.
    private static string PagesCut(string json) => Page().Replace(json, "$1…");

    [GeneratedRegex("""("(?:task|page|answer)": "[^"\\]{0,30})(?:[^"\\]|\\.)*""")]
    private static partial Regex Page();
}
