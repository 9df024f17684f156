using System.Globalization;
using KataKit.AnalyzerCost;

// dotnet run -c Release --project bench/KataKit.AnalyzerCost [-- <repetitions> <processes> <package>...]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Take(2).Any(x => !int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out _)) || args.Skip(2).FirstOrDefault(x => AnalyzerSet.Packages.All(y => y.Name != x)) is not null)
{
    Console.Error.WriteLine($"Usage: KataKit.AnalyzerCost [<repetitions> [<processes> [<package>...]]], packages out of: {string.Join(", ", AnalyzerSet.Packages.Select(x => x.Name))}.");
    return 1;
}

var repetitions = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 11;
var processes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
AnalyzerSet[] sets = [AnalyzerSet.Idle, AnalyzerSet.None, .. AnalyzerSet.Packages.Where(x => args.Length <= 2 || args.Skip(2).Contains(x.Name))];
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {repetitions} interleaved repetitions, {processes} processes, medians. Load before: {Machine.Load()}.");

var katas = Workload.Katas();
var attention = katas.Single(x => x.Name == "SelfAttention");
if (repetitions > 0)
{
    Console.WriteLine("\nTime of the analyzers themselves in a kata, warm:\n");
    Report.OwnTime(katas, sets, repetitions);
    Console.WriteLine("\nDiagnostics and emit in one process, warm:\n");
    Report.Ratios([Workload.Unrelated(), Workload.UnrelatedWithContracts(), attention], sets, repetitions);
}

if (processes > 0)
{
    Console.WriteLine("\nWhole processes, csc /reportanalyzer, cold:\n");
    await Report.Processes([Workload.Unrelated(), attention], sets, processes);
}

Console.WriteLine($"\nLoad after: {Machine.Load()}.");
return 0;
