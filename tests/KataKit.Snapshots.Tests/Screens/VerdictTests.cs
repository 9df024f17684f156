using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary><c>kata test</c> and <c>kata grade</c> of answers that end in different ways; a failure with its picture is part of a session.</summary>
public sealed class VerdictTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task An_answer_is_told_how_it_ends(string language)
    {
        using var kit = new LearnersKit();
        var transcript = new Transcript(kit, language);
        await transcript.RunAsync("test", "self");
        kit.Save(kit.AttentionPath, LearnersKit.AttentionSolution.Replace("return joined * wo;", "retrun joined * wo;", StringComparison.Ordinal));
        await transcript.RunAsync("test", "self");

        Directory.CreateDirectory(kit.PathOf("answers"));
        File.Copy(kit.AttentionPath, kit.PathOf("answers/ada.cs"));
        kit.Save(kit.PathOf("answers/essay.cs"), "// I would scale by the length of a query.");
        kit.Save(kit.PathOf("answers/thief.cs"), LearnersKit.AttentionSolution.Replace(
            "public static Matrix<double> Softmax(", "private static readonly string Secret = File.ReadAllText(\"/etc/hostname\");\n\n    public static Matrix<double> Softmax(", StringComparison.Ordinal));
        await transcript.RunAsync("grade", "answers");

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName($"verdicts.{language}");
    }
}
