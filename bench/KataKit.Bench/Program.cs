using System.Diagnostics;
using KataKit.Bench;
using KataKit.Grading;

SdkCompiler.Use();

// Whole-process measurements print a table each and append it to a file; `stages` is BenchmarkDotNet's. See bench/README.md.
const int UsualGrades = 10_000;
var count = args.FirstOrDefault(arg => arg.StartsWith("--grades=", StringComparison.Ordinal))?["--grades=".Length..];
var grades = int.TryParse(count ?? UsualGrades.ToString(), out var given) ? given : 0;
var names = args.Where(arg => !arg.StartsWith("--grades=", StringComparison.Ordinal)).ToList();
var scenarios = new Dictionary<string, Func<Report, Task>>
{
    ["save"] = SaveToVerdict.RunAsync,
    ["cold"] = ColdCommand.RunAsync,
    ["batch"] = BatchThroughput.RunAsync,
    ["lost"] = LostWorkers.RunAsync,
    ["memory"] = report => MemoryOverGrades.RunAsync(report, grades),
    ["kills"] = report => RandomKills.RunAsync(report, grades),
    ["stages"] = report => Task.Run(() => Stages.Run(report)),
};
var unknown = names.Except(scenarios.Keys).ToList();
var least = names.Contains("memory") ? MemoryOverGrades.Least : 1;
if (names.Count == 0 || unknown.Count > 0 || grades < least)
{
    Console.Error.WriteLine(unknown.Count > 0 ? $"There is no measurement '{unknown[0]}'." : names.Count == 0 ? "Which measurement?" : $"Grades must be a number from {least}.");
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project bench/KataKit.Bench -- <{string.Join(" | ", scenarios.Keys)}> ... [--grades=N]");
    return 2;
}

var report = new Report(Path.Combine(Katas.Catalogue.Root, "BenchmarkDotNet.Artifacts", "katakit.txt"));
report.Line($"{DateTime.UtcNow:u}  {Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}, load {Machine.Load()}");
foreach (var name in names)
{
    var watch = Stopwatch.StartNew();
    await scenarios[name](report);
    report.Line($"({name}: {watch.Elapsed.TotalSeconds:F0} s, load {Machine.Load()})");
}

return report.HasFailed ? 1 : 0;
