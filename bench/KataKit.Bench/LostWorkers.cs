using System.Diagnostics;
using KataKit.Grading;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>What it costs when an answer hangs or takes its process down, and what the next answer notices of it.</summary>
internal static class LostWorkers
{
    private const int Rounds = 7;

    /// <summary>Hostile files of which one row of one test does the damage.</summary>
    private static readonly (string Name, Verdict Verdict)[] Attacks =
    [
        ("EndlessLoop", Verdict.Timeout), ("EndlessRecursion", Verdict.Crash), ("ExitZero", Verdict.Crash), ("FailFast", Verdict.Crash),
        ("ManagedMemory", Verdict.Memory),
    ];

    public static async Task RunAsync(Report report)
    {
        var limits = new GradingLimits { TestTime = TimeSpan.FromSeconds(2) };
        var kata = Katas.Catalogue.Get("FunctionMinimization");
        var compiler = new SubmissionCompiler(KataBuild.Read(kata));
        var solution = await compiler.CompileAsync(await File.ReadAllTextAsync(kata.SolutionPath), kata.SolutionPath);
        var rows = new List<string[]>();
        foreach (var (name, verdict) in Attacks)
        {
            var path = Path.Combine(kata.Root, "tests", "Submissions", "Hostile", name + ".cs");
            var attack = await compiler.CompileAsync(await File.ReadAllTextAsync(path), path);
            var (cost, next) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                using var grader = new Grader(limits);
                grader.WarmUp(solution);
                await GradeAsync(grader, solution, Verdict.Pass, report);
                await GradeAsync(grader, solution, Verdict.Pass, report);
                // The spare is ready a moment later, as between two saves.
                await Task.Delay(TimeSpan.FromSeconds(2));
                var usual = await GradeAsync(grader, solution, Verdict.Pass, report);
                cost.Add(await GradeAsync(grader, attack, verdict, report, limited: verdict == Verdict.Timeout ? limits.TestTime : TimeSpan.Zero));
                next.Add(await GradeAsync(grader, solution, Verdict.Pass, report) - usual);
            }

            rows.Add([name, verdict.ToString(), Show(Percentile(cost, 0.5)), Show(cost.Max()), Show(Percentile(next, 0.5)), Show(next.Max())]);
        }

        report.Table(
            $"A worker is lost ({Rounds} rounds each, ms; one test of {kata.Name} does it; its limit of {limits.TestTime.TotalSeconds} s is taken off)",
            ["", "verdict", "cost p50", "max", "next answer later by p50", "max"],
            rows);
    }

    private static async Task<double> GradeAsync(Grader grader, CompiledSubmission submission, Verdict expected, Report report, TimeSpan limited = default)
    {
        var watch = Stopwatch.StartNew();
        var grade = await grader.GradeAsync(submission);
        if (grade.Verdict != expected)
        {
            report.Failure($"expected {expected}, got {grade.Verdict}: {grade.Reason}");
        }

        return (watch.Elapsed - limited).TotalMilliseconds;
    }
}
