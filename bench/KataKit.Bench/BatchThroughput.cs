using System.Diagnostics;
using KataKit.Grading;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>A batch of submissions with one job and with two, from start to end, against <c>dotnet test</c> for a sample of them.</summary>
internal static class BatchThroughput
{
    private const int Submissions = 500;
    private const int Sample = 5;

    public static async Task RunAsync(Report report)
    {
        var answers = Katas.Cycle(Katas.Usual, Submissions).ToList();
        using var learner = await LearnersFolder.CreateAsync(Katas.Usual);
        var rows = new List<string[]>();
        var test = new List<double>();
        foreach (var answer in answers.Take(Sample))
        {
            test.Add(await learner.TestAsync(answer, report));
        }

        var reference = 1000 / Percentile(test, 0.5);
        rows.Add(["dotnet test for each, build servers warm", Show(reference, "F2"), "1", "-"]);
        foreach (var jobs in new[] { 1, 2 })
        {
            var (rate, processor) = await GradeAllAsync(answers, jobs, report);
            rows.Add([$"batch, {jobs} {(jobs == 1 ? "job" : "jobs")}, {Katas.Analysis.Analyzers.Length} analyzers", Show(rate, "F1"), Show(rate / reference), Show(processor)]);
        }

        report.Table($"{Submissions} submissions to {Katas.Usual}, start to end", ["", "per second", "times as many", "host's processor ms each"], rows);
    }

    private static async Task<(double Rate, double Processor)> GradeAllAsync(IReadOnlyList<KnownAnswer> answers, int jobs, Report report)
    {
        var options = new BatchOptions { Jobs = jobs, Analysis = Katas.Analysis, Limits = Katas.Patient };
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var i = 0;
        await foreach (var graded in BatchGrader.GradeAsync([.. answers.Select(answer => answer.Submission)], options))
        {
            var expected = answers[i++].Verdict;
            if (graded.Grade.Verdict != expected)
            {
                report.Failure($"{graded.Path} gets {graded.Grade.Verdict}: {graded.Grade.Reason}");
            }
        }

        using var self = Process.GetCurrentProcess();
        return (i / watch.Elapsed.TotalSeconds, (self.TotalProcessorTime - processor).TotalMilliseconds / i);
    }
}
