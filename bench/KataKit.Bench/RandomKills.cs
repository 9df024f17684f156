using System.Diagnostics;
using KataKit.Grading;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>Workers are killed at random moments while answers are graded; no verdict may change.</summary>
internal static class RandomKills
{
    private const int Seed = 20260731;
    private static readonly (int Least, int Most) Pause = (100, 4000);

    public static async Task RunAsync(Report report, int grades)
    {
        using var grader = new KataGrader(analysis: null, Katas.Patient);
        using var stop = new CancellationTokenSource();
        var kata = Katas.Catalogue.Get(Katas.Usual);
        await grader.WarmAsync(kata);
        var killing = Task.Run(() => KillAsync(stop.Token));
        var (wrong, times) = (0, new List<double>());
        foreach (var answer in Katas.Cycle(Katas.Usual, grades))
        {
            var graded = await grader.GradeAsync(kata, answer.Source, answer.Submission.Path);
            times.Add(graded.Time.TotalMilliseconds);
            if (graded.Grade.Verdict != answer.Verdict)
            {
                wrong++;
                report.Failure($"{answer.Submission.Path} gets {graded.Grade.Verdict}: {graded.Grade.Reason}");
            }
        }

        await stop.CancelAsync();
        var kills = await killing;
        report.Table(
            $"Workers killed at random ({kata.Name}, seed {Seed}, a kill every {Pause.Least}-{Pause.Most} ms)",
            ["grades", "kills", "wrong verdicts", "p50 ms", "p99 ms"],
            [[grades.ToString(), kills.ToString(), wrong.ToString(), Show(Percentile(times, 0.5)), Show(Percentile(times, 0.99))]]);
    }

    private static async Task<int> KillAsync(CancellationToken stop)
    {
        var (random, kills) = (new Random(Seed), 0);
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(Pause.Least, Pause.Most), CancellationToken.None);
            if (Machine.Workers() is { Count: > 0 } workers)
            {
                workers[random.Next(workers.Count)].Kill();
                kills++;
            }
        }

        return kills;
    }
}
