using System.Diagnostics;
using KataKit.Grading;
using static KataKit.Bench.Figures;

namespace KataKit.Bench;

/// <summary>Memory of the grader and of its workers over many grades.</summary>
internal static class MemoryOverGrades
{
    private const int Steps = 10;

    /// <summary>With fewer, a step would be less than the life of a worker, and would compare young ones with old ones.</summary>
    public static readonly int Least = Steps * Katas.Patient.AnswersPerWorker;

    private const double Allowed = 1.05;

    public static async Task RunAsync(Report report, int grades)
    {
        var step = grades / Steps;
        using var grader = new KataGrader(Katas.Analysis, Katas.Patient);
        using var self = Process.GetCurrentProcess();
        var rows = new List<(double Host, double Worker, double Heap)>();
        var (host, worker) = (new List<double>(), new List<double>());
        var done = 0;
        foreach (var answer in Katas.Cycle(Katas.Usual, step * Steps))
        {
            var graded = await grader.GradeAsync(answer.Submission.Kata, answer.Source, answer.Submission.Path);
            if (graded.Grade.Verdict != answer.Verdict)
            {
                report.Failure($"{answer.Submission.Path} gets {graded.Grade.Verdict}: {graded.Grade.Reason}");
            }

            if (++done % 50 == 0)
            {
                host.Add(Machine.Megabytes(self));
                worker.Add(Machine.Workers().Select(Machine.Megabytes).DefaultIfEmpty().Max());
            }

            if (done % step == 0)
            {
                rows.Add((host.Average(), worker.Average(), GC.GetTotalMemory(forceFullCollection: true) / 1048576.0));
                host.Clear();
                worker.Clear();
                Console.WriteLine($"  {done} grades");
            }
        }

        report.Table(
            $"Memory over {step * Steps} grades, {Katas.Usual}, {Katas.Analysis.Analyzers.Length} analyzers (MB, mean of each {step})",
            ["grades", "grader", "largest worker", "grader's heap"],
            rows.Select((row, i) => new[] { $"{(i * step) + 1}-{(i + 1) * step}", Show(row.Host), Show(row.Worker), Show(row.Heap, "F1") }));
        var (early, late) = (rows[1], rows[^1]);
        report.Line($"last against second {step}: grader {late.Host / early.Host:F3}, worker {late.Worker / early.Worker:F3}");
        if (late.Host > early.Host * Allowed || late.Worker > early.Worker * Allowed)
        {
            report.Failure($"Memory grew by more than {Allowed - 1:P0}.");
        }
    }
}
