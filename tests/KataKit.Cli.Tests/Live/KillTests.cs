using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Live;

/// <summary>The command as a process of its own, killed without a warning: what it had shown, and every save that it had seen, is on disk.</summary>
public sealed partial class KillTests : IDisposable
{
    private const int Seed = 20260301;

    /// <summary>One here, more where <c>tests/thorough</c> says so.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("KATAKIT_KILLS") ?? "1", CultureInfo.InvariantCulture);

    private readonly LearnersKit _kit = new();
    private readonly ConcurrentQueue<string> _shown = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task A_kill_at_any_moment_loses_nothing()
    {
        await File.WriteAllTextAsync(DotnetKataBuilder.StampPath(_kit.PathOf(".")), DotnetKataBuilder.Fingerprint(_kit.PathOf(".")));
        var random = new Random(Seed);
        var saves = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await WatchAndKillAsync(random, saves, round);

            var lines = new JournalFile(_kit.Data).Read();
            lines.SkipLast(1).Should().OnlyContain(line => line.Event != null, $"only the last line may be torn (seed {Seed}, round {round})");
            var history = PracticeHistory.Fold(lines);
            var graded = history.Sessions.Single().Grades.Select(grade => grade.Attempt[..8]).ToHashSet();
            ShownGrades().Where(shown => !graded.Contains(shown)).Should().BeEmpty($"what was shown had been written down (seed {Seed}, round {round})");
            var store = new AttemptStore(_kit.Data);
            history.Sessions.Single().Events.OfType<AttemptSaved>().Should().OnlyContain(saved => store.Find(saved.Attempt) != null, "a save is kept with its text");
        }

        ShownGrades().Should().HaveCountGreaterThanOrEqualTo(Rounds, "each round has shown a verdict");
        (await _kit.RunAsync("resume", "--no-watch")).Code.Should().Be(ExitCode.Pass, "the session goes on");
        (await _kit.RunAsync("history", "--json")).Code.Should().Be(ExitCode.Pass);
    }

    private async Task WatchAndKillAsync(Random random, List<string> saves, int round)
    {
        var before = ShownGrades().Count;
        string[] command = round == 0 ? ["start", "reverse", "--minutes", "1000"] : ["watch"];
        var start = new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. command, "--root", _kit.PathOf("."), "--data", _kit.Data.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => _shown.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _shown.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var i = 0; i < 3000 && ShownGrades().Count == before && !process.HasExited; i++)
        {
            await Task.Delay(20);
        }

        process.HasExited.Should().BeFalse($"it watches: {string.Join('\n', _shown)}");
        var count = random.Next(1, 8);
        for (var i = 0; i < count; i++)
        {
            saves.Add($"{LearnersKit.LinkedListSolution}\n// round {round}, save {i}\n");
            _kit.Save(_kit.LinkedListPath, saves[^1]);
            await Task.Delay(random.Next(5, 250));
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private List<string> ShownGrades()
        => [.. _shown.Select(line => Shown().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"ReverseLinkedList\.cs ([0-9a-f]{8})$")]
    private static partial Regex Shown();
}
