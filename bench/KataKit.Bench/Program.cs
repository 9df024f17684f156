using System.Diagnostics;
using KataKit.Bench;
using KataKit.Grading;

// Whole-process measurements print a table each and append it to a file; `stages` is BenchmarkDotNet's. See bench/README.md.
var scenarios = new Dictionary<string, Func<Report, Task>>
{
    ["save"] = SaveToVerdict.RunAsync,
    ["batch"] = BatchThroughput.RunAsync,
    ["lost"] = LostWorkers.RunAsync,
    ["memory"] = MemoryOverGrades.RunAsync,
    ["kills"] = RandomKills.RunAsync,
    ["stages"] = report => Task.Run(() => Stages.Run(report)),
};
var unknown = args.Except(scenarios.Keys).ToList();
if (args.Length == 0 || unknown.Count > 0)
{
    Console.Error.WriteLine(unknown.Count > 0 ? $"There is no measurement '{unknown[0]}'." : "Which measurement?");
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project bench/KataKit.Bench -- <{string.Join(" | ", scenarios.Keys)}> ...");
    return 2;
}

var report = new Report(Path.Combine(Katas.Catalogue.Root, "BenchmarkDotNet.Artifacts", "katakit.txt"));
report.Line($"{DateTime.UtcNow:u}  {Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}, load {Machine.Load()}");
foreach (var name in args)
{
    var watch = Stopwatch.StartNew();
    await scenarios[name](report);
    report.Line($"({name}: {watch.Elapsed.TotalSeconds:F0} s, load {Machine.Load()})");
}

return report.HasFailed ? 1 : 0;
