using System.Globalization;
using KataKit.AnalyzerCost;

// dotnet run -c Release --project bench/KataKit.AnalyzerCost [repetitions] [processes]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var repetitions = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
var processes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;

var sets = AnalyzerSet.All;
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {repetitions} interleaved repetitions, {processes} processes, medians.");
Console.WriteLine($"Load while measuring: {Machine.Load()} (processes that wanted a core, before the run).");

var katas = Workload.Katas();
var unrelated = Workload.Unrelated();
var annotated = Workload.UnrelatedWithContracts();

Console.WriteLine("\n## Warm compiler: diagnostics and emit in one process\n");
Report.Ratios([unrelated, annotated, .. katas.Where(x => x.Name == "SelfAttention")], sets, repetitions);

Console.WriteLine("\n## Time of the analyzers themselves in a kata, warm\n");
Report.OwnTime(katas, sets, repetitions);

Console.WriteLine("\n## Whole processes: csc /reportanalyzer, cold\n");
await Report.Processes([unrelated, katas.Single(x => x.Name == "SelfAttention")], sets, processes);
Console.WriteLine($"\nLoad after measuring: {Machine.Load()}.");
