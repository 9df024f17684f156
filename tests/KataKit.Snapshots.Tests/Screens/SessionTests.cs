using KataKit.Cli.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>A session from its start to its report, the screen that watches it, and what is remembered of it.</summary>
public sealed class SessionTests
{
    [Theory]
    [ClassData(typeof(Languages))]
    public async Task A_session_is_told_from_its_start_to_its_report(string language)
    {
        using var kit = new LearnersKit();
        var transcript = new Transcript(kit, language);
        await transcript.RunAsync();
        await transcript.RunAsync("list");
        await transcript.RunAsync("start", "self", "--minutes", "30", "--no-watch");
        kit.Time.Advance(TimeSpan.FromMinutes(5));
        kit.Save(kit.AttentionPath, LearnersKit.Read("tests/Submissions/Attention/SelfAttention/wrong/ATT3_Missing.diff"));
        await transcript.RunAsync("test");
        await transcript.RunAsync("hint");
        var screenshots = PracticeScreenshots.Take(kit, language);
        await transcript.RunAsync("pause");
        kit.Time.Advance(TimeSpan.FromHours(1));
        await transcript.RunAsync();
        await transcript.RunAsync("resume", "--no-watch");
        kit.Time.Advance(TimeSpan.FromMinutes(4));
        kit.Save(kit.AttentionPath, LearnersKit.AttentionSolution);
        await transcript.RunAsync("finish");
        await transcript.RunAsync(["solution"], input: "", FirstLines);
        await transcript.RunAsync("history");
        await transcript.RunAsync("stats");
        await transcript.RunAsync("review");
        kit.Time.Advance(TimeSpan.FromDays(2));
        await transcript.RunAsync("review");
        await transcript.RunAsync();
        await transcript.RunAsync("list");
        await transcript.RunWideAsync("reset", "self");
        await transcript.RunWideAsync("report", "--output", "report.html");
        await transcript.RunWideAsync("export", "journal.zip");
        await transcript.RunAsync("import", "journal.zip");

        await Verify(transcript.ToString()).UseDirectory("../texts/screens").UseFileName($"session.{language}");
        await Verify(screenshots).UseDirectory("../texts/screens").UseFileName($"practice.{language}");
        var report = await File.ReadAllTextAsync(kit.PathOf("report.html"));
        await Verify(Unstable.Replace(report, kit)).UseDirectory("../texts").UseFileName($"report-html.{language}");
    }

    // The solution is long, and each line of it is drawn in the same way.
    private static string FirstLines(string text) => string.Join('\n', text.Split('\n').Take(20)) + "\n…\n";
}
