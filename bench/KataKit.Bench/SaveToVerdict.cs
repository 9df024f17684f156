using System.Diagnostics;
using System.Threading.Channels;
using KataKit.Grading;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>
/// From a saved file to its verdict: the kept grader behind a file watcher against <c>dotnet test</c> and <c>dotnet watch test</c> after the
/// same edit, in rounds, so that what else the machine does strikes all alike.
/// </summary>
internal static class SaveToVerdict
{
    private const int WarmUps = 5;
    private const int Rounds = 5;
    private const int EditsARound = 20;

    /// <summary>Nobody saves faster. Without it, an answer would be graded while the JIT compiler is still busy with the one before.</summary>
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan PracticeOfTheCommand = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Report report)
    {
        using var learner = await LearnersFolder.CreateAsync(Katas.Usual);
        using var grader = new KataGrader(Katas.Analysis, Katas.Patient);
        var kata = Katas.Catalogue.Get(Katas.Usual);
        await grader.WarmAsync(kata);
        var practice = Stopwatch.StartNew();
        await grader.PractiseAsync(kata);
        report.Line($"({practice.Elapsed.TotalSeconds:F0} s of practice, as in a session while the task is read)");
        using var watching = new WatchedFile();
        foreach (var answer in Katas.Cycle(Katas.Usual, WarmUps))
        {
            await GradeAsync(grader, watching, answer, report);
        }

        using var other = await LearnersFolder.CreateAsync(Katas.Usual);
        await using var watch = await DotnetWatch.StartAsync(other);
        using var journal = await LearnersFolder.CreateAsync(Katas.Usual);
        using var command = await KataWatch.StartAsync(journal, "start", Katas.Usual, "--minutes", "1440");
        await Task.Delay(PracticeOfTheCommand);
        var edits = new Queue<KnownAnswer>(Katas.Cycle(Katas.Usual, Rounds * EditsARound));
        var (fast, shown, test, watched) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var ratios = new List<(double Test, double Watch)>();
        for (var round = 0; round < Rounds; round++)
        {
            var times = new List<double>();
            KnownAnswer answer;
            do
            {
                answer = edits.Dequeue();
                times.Add(await GradeAsync(grader, watching, answer, report));
                await Task.Delay(BetweenSaves);
                shown.Add(await command.SaveAsync(answer));
            }
            while (times.Count < EditsARound);

            fast.AddRange(times);
            watched.Add(await watch.EditAsync(answer));
            test.Add(await learner.TestAsync(answer, report));
            ratios.Add((test[^1] / Percentile(times, 0.5), watched[^1] / Percentile(times, 0.5)));
        }

        report.Table(
            $"Save to verdict, {Katas.Usual}, {fast.Count} edits, {Rounds} rounds, {BetweenSaves.TotalMilliseconds} ms between edits (ms; how many times slower: median of the rounds and range)",
            ["", "p50", "p95", "min", "max", "slower"],
            [
                [$"kept grader, {Katas.Analysis.Analyzers.Length} analyzers", .. Row(fast), "1"],
                ["kata start, to the verdict on its screen", .. Row(shown), ""],
                ["dotnet test after the same edit, build servers warm", .. Row(test), Ratio(ratios.Select(ratio => ratio.Test))],
                ["dotnet watch test, the same edit", .. Row(watched), Ratio(ratios.Select(ratio => ratio.Watch))],
            ]);
    }

    private static string[] Row(IReadOnlyCollection<double> times)
        => [Show(Percentile(times, 0.5)), Show(Percentile(times, 0.95)), Show(times.Min()), Show(times.Max())];

    private static string Ratio(IEnumerable<double> ratios)
    {
        var all = ratios.Order().ToList();
        return $"{Show(all[all.Count / 2])} ({Show(all[0])}-{Show(all[^1])})";
    }

    private static async Task<double> GradeAsync(KataGrader grader, WatchedFile file, KnownAnswer answer, Report report)
    {
        await Task.Delay(BetweenSaves);
        var watch = Stopwatch.StartNew();
        var source = await file.SaveAsync(answer.Source);
        var graded = await grader.GradeAsync(answer.Submission.Kata, source, answer.Submission.Path);
        var time = watch.Elapsed.TotalMilliseconds;
        if (graded.Grade.Verdict != answer.Verdict)
        {
            report.Failure($"{answer.Submission.Path} gets {graded.Grade.Verdict}: {graded.Grade.Reason}");
        }

        return time;
    }

    /// <summary>A file that is saved and seen to be saved, as an editor and a watcher do it.</summary>
    private sealed class WatchedFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katakit-bench-");
        private readonly FileSystemWatcher _watcher;
        private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
        private int _saves;

        public WatchedFile()
        {
            _watcher = new FileSystemWatcher(_folder.FullName) { EnableRaisingEvents = true };
            _watcher.Renamed += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        }

        /// <summary>Saves a text, waits for the watcher, and reads it back.</summary>
        public async Task<string> SaveAsync(string text)
        {
            var path = Path.Combine(_folder.FullName, "Answer.cs");
            var written = path + ".new";
            await File.WriteAllTextAsync(written, text + $"// save {++_saves}\n");
            File.Move(written, path, overwrite: true);
            return await File.ReadAllTextAsync(await _changes.Reader.ReadAsync());
        }

        public void Dispose()
        {
            _watcher.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
