using KataKit.Journal;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>
/// A session of the <c>kata</c> command in which its workers, and the command itself, are killed at random moments. Every text that was saved
/// must be found in the journal afterwards, with the verdict that it deserves and no other.
/// </summary>
internal static class RandomKills
{
    private const int Seed = 20260731;
    private const double KillsOfWorkers = 0.05;
    private const double KillsOfTheCommand = 0.02;
    private const int LongestPause = 150;

    public static async Task RunAsync(Report report, int grades)
    {
        using var learner = await LearnersFolder.CreateAsync(Katas.Usual);
        var random = new Random(Seed);
        var (saved, times, workers, commands) = (new Dictionary<string, KnownAnswer>(), new List<double>(), 0, 0);
        var command = await KataWatch.StartAsync(learner, "start", Katas.Usual, "--minutes", "1440");
        try
        {
            foreach (var answer in Katas.Cycle(Katas.Usual, grades))
            {
                var kill = random.NextDouble();
                var shown = command.SaveAsync(answer);
                var attempt = AttemptStore.HashOf(learner.Source);
                saved.Add(attempt, answer);
                if (kill < KillsOfWorkers + KillsOfTheCommand)
                {
                    await Task.Delay(random.Next(LongestPause));
                }

                if (kill < KillsOfTheCommand)
                {
                    command.Dispose();
                    commands++;
                    command = await KataWatch.StartAsync(learner, "watch");
                }
                else if (kill < KillsOfWorkers + KillsOfTheCommand && command.Workers is { Count: > 0 } running)
                {
                    running[random.Next(running.Count)].Kill();
                    workers++;
                    await shown;
                }
                else
                {
                    times.Add(await shown);
                }

                if (saved.Count % 1000 == 0)
                {
                    Console.WriteLine($"  {saved.Count} grades");
                }
            }
        }
        finally
        {
            command.Dispose();
        }

        var (lost, wrong) = Compare(saved, learner.Data, report);
        report.Table(
            $"Workers and the command killed at random ({Katas.Usual}, seed {Seed})",
            ["grades", "workers killed", "commands killed", "lost", "wrong", "p50 ms", "p99 ms"],
            [[$"{grades}", $"{workers}", $"{commands}", $"{lost}", $"{wrong}", Show(Percentile(times, 0.5)), Show(Percentile(times, 0.99))]]);
    }

    /// <summary>Looks every saved text up in the journal, as <c>kata history</c> would.</summary>
    private static (int Lost, int Wrong) Compare(Dictionary<string, KnownAnswer> saved, DataFolder data, Report report)
    {
        var (lost, wrong) = (0, 0);
        var (history, store) = (PracticeHistory.Fold(new JournalFile(data).Read()), new AttemptStore(data));
        var graded = history.Sessions.Single().Grades.ToLookup(grade => grade.Attempt, grade => grade.Verdict.Outcome);
        foreach (var (attempt, answer) in saved)
        {
            if (store.Find(attempt) is null || !graded.Contains(attempt))
            {
                lost++;
                report.Failure($"{attempt}, saved from {answer.Submission.Path}, is not in the journal.");
            }

            foreach (var outcome in graded[attempt].Where(outcome => !outcome.Equals(answer.Verdict.ToString(), StringComparison.OrdinalIgnoreCase)))
            {
                wrong++;
                report.Failure($"{answer.Submission.Path} has the verdict '{outcome}'.");
            }
        }

        return (lost, wrong);
    }
}
