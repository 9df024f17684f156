using System.Diagnostics;
using KataKit.Grading;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>What it costs when an answer hangs or takes its process down, and what the next answer notices of it.</summary>
internal static class LostWorkers
{
    private const int Rounds = 7;

    private static readonly (string Name, string Body, Verdict Verdict)[] Attacks =
    [
        ("endless loop", "while (true) { }", Verdict.Timeout),
        ("endless recursion", "return Forward(x, wq, wk, wv, wo, heads, mask);", Verdict.Crash),
        ("Environment.Exit(0)", "System.Environment.Exit(0); throw null!;", Verdict.Crash),
        ("FailFast", "System.Environment.FailFast(null); throw null!;", Verdict.Crash),
    ];

    public static async Task RunAsync(Report report)
    {
        var limits = new GradingLimits { TestTime = TimeSpan.FromSeconds(2), TotalTime = TimeSpan.FromSeconds(2) };
        var kata = Katas.Catalogue.Get(Katas.Usual);
        var compiler = new SubmissionCompiler(KataBuild.Read(kata));
        var solution = await compiler.CompileAsync(await File.ReadAllTextAsync(kata.SolutionPath), kata.SolutionPath);
        var rows = new List<string[]>();
        foreach (var (name, body, verdict) in Attacks)
        {
            var attack = await compiler.CompileAsync(await SourceAsync(kata, body), name);
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
                cost.Add(await GradeAsync(grader, attack, verdict, report, limited: verdict == Verdict.Timeout ? limits.TotalTime : TimeSpan.Zero));
                next.Add(await GradeAsync(grader, solution, Verdict.Pass, report) - usual);
            }

            rows.Add([name, verdict.ToString(), Show(Percentile(cost, 0.5)), Show(cost.Max()), Show(Percentile(next, 0.5)), Show(next.Max())]);
        }

        report.Table(
            $"A worker is lost ({Rounds} rounds each, ms; every test of Forward does it; a limit of {limits.TotalTime.TotalSeconds} s in all is taken off)",
            ["", "verdict", "cost p50", "max", "next answer later by p50", "max"],
            rows);
    }

    /// <summary>The solution, with another body of the last member.</summary>
    private static async Task<string> SourceAsync(Kata kata, string body)
    {
        var stub = await File.ReadAllTextAsync(kata.StubPath);
        var last = stub.LastIndexOf("=> throw new NotImplementedException();", StringComparison.Ordinal);
        return stub[..last] + $"{{ {body} }}" + stub[(last + "=> throw new NotImplementedException();".Length)..];
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
