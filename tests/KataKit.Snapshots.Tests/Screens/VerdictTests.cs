using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary><c>kata test</c> and <c>kata grade</c> of answers that end in different ways; a failure and a pass are in a session.</summary>
public sealed class VerdictTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task An_answer_is_told_how_it_ends(string language)
    {
        using var kit = new LearnersKit();
        var transcript = new Transcript(kit, language);
        await transcript.RunAsync("test", "self");
        kit.Save(kit.AttentionPath, Changed("return joined * wo;", "retrun joined * wo;"));
        await transcript.RunAsync("test", "self");

        Directory.CreateDirectory(kit.PathOf("answers"));
        File.Copy(kit.AttentionPath, kit.PathOf("answers/ada.cs"));
        kit.Save(kit.PathOf("answers/essay.cs"), "// I would scale by the length of a query.");
        var thief = Changed("return joined * wo;", "return File.Exists(\"/etc/hostname\") ? joined * wo : x;");
        kit.Save(kit.PathOf("answers/thief.cs"), thief);
        await transcript.RunAsync("grade", "answers");

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName($"verdicts.{language}");
    }

    private static string Changed(string old, string changed)
        => LearnersKit.AttentionSolution.Replace(old, changed, StringComparison.Ordinal);
}
