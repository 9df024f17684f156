namespace KataKit.AnalyzerCost;

/// <summary>Measures and prints the tables. Repetitions are interleaved: each round runs every combination once, so that a slow spell of the machine hits all of them.</summary>
internal static class Report
{
    // The runtime measures a method that is called often, and then compiles it once more; until then it is several times slower.
    private const int Warmups = 150;

    private const int ProjectWarmups = 5;

    /// <summary>
    /// What compilation costs with each set, as a multiple of what it costs with the first; and the time in the analyzers' own code beside
    /// it, which tells a difference that the ratio of two compilations is too coarse for.
    /// </summary>
    public static void Ratios(IReadOnlyList<Workload> workloads, IReadOnlyList<AnalyzerSet> sets, int repetitions)
    {
        Console.WriteLine("| project | analyzers | elapsed ms | processor ms | ratio, elapsed | ratio, processor | own code ms | of the first |");
        Console.WriteLine("| --- | --- | --: | --: | --: | --: | --: | --: |");
        foreach (var workload in workloads)
        {
            var samples = Measure([workload], sets, repetitions);
            var first = samples[(workload, sets[0])];
            foreach (var set in sets)
            {
                var all = samples[(workload, set)];
                var own = Middle(Enumerable.Range(0, repetitions).Select(_ => WarmCompiler.OwnTime(workload, set).GetAwaiter().GetResult().TotalMilliseconds));
                Console.WriteLine(
                    $"| {workload.Name} | {set.Name} | {Median(all, x => x.Elapsed):F1} | {Median(all, x => x.Processor):F1} | {MedianRatio(all, first, x => x.Elapsed):F3} | {MedianRatio(all, first, x => x.Processor):F3} | {own:F1} | {own / Median(first, x => x.Processor):P1} |");
            }
        }
    }

    /// <summary>The time inside the analyzers' own code, by kata: the median, and the shortest, which other processes disturbed least.</summary>
    public static void OwnTime(IReadOnlyList<Workload> katas, IReadOnlyList<AnalyzerSet> sets, int repetitions)
    {
        var real = sets.Intersect(AnalyzerSet.Packages).ToList();
        Console.WriteLine($"| kata | {string.Join(" | ", real.Select(x => $"{x.Name} ms (shortest)"))} |");
        Console.WriteLine($"| --- |{string.Concat(real.Select(_ => " --: |"))}");
        var times = katas.SelectMany(_ => real, (x, y) => (x, y)).ToDictionary(x => x, _ => new List<double>());
        for (var i = -Warmups; i < repetitions; i++)
        {
            foreach (var (kata, set) in katas.SelectMany(x => Rotated(real, i + Warmups), (x, y) => (x, y)))
            {
                var time = WarmCompiler.OwnTime(kata, set).GetAwaiter().GetResult();
                if (i >= 0)
                {
                    times[(kata, set)].Add(time.TotalMilliseconds);
                }
            }
        }

        foreach (var kata in katas)
        {
            Console.WriteLine($"| {kata.Name} | {string.Join(" | ", real.Select(x => $"{Middle(times[(kata, x)]):F1} ({times[(kata, x)].Min():F1})"))} |");
        }
    }

    /// <summary>Whole compiler processes.</summary>
    public static async Task Processes(IReadOnlyList<Workload> workloads, IReadOnlyList<AnalyzerSet> sets, int repetitions)
    {
        Console.WriteLine("| project | analyzers | elapsed s | ratio | /reportanalyzer s |");
        Console.WriteLine("| --- | --- | --: | --: | --: |");
        foreach (var workload in workloads)
        {
            var folder = Directory.CreateTempSubdirectory("katakit-cost-");
            try
            {
                CompilerProcess.Write(workload, folder.FullName);
                var runs = sets.ToDictionary(x => x, _ => new List<(TimeSpan Elapsed, TimeSpan Reported)>());
                for (var i = 0; i < repetitions; i++)
                {
                    foreach (var set in Rotated(sets, i))
                    {
                        runs[set].Add(await CompilerProcess.Run(workload, set, folder.FullName));
                    }
                }

                foreach (var set in sets)
                {
                    var ratio = Middle(runs[set].Zip(runs[sets[0]], (x, y) => x.Elapsed / y.Elapsed));
                    Console.WriteLine($"| {workload.Name} | {set.Name} | {Middle(runs[set].Select(x => x.Elapsed.TotalSeconds)):F2} | {ratio:F3} | {Middle(runs[set].Select(x => x.Reported.TotalSeconds)):F3} |");
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static Dictionary<(Workload, AnalyzerSet), List<Sample>> Measure(IReadOnlyList<Workload> workloads, IReadOnlyList<AnalyzerSet> sets, int repetitions)
    {
        var samples = workloads.SelectMany(_ => sets, (x, y) => (x, y)).ToDictionary(x => x, _ => new List<Sample>());
        for (var i = -ProjectWarmups; i < repetitions; i++)
        {
            foreach (var workload in workloads)
            {
                foreach (var set in Rotated(sets, i + ProjectWarmups))
                {
                    var sample = WarmCompiler.Run(workload, set).GetAwaiter().GetResult();
                    if (i >= 0)
                    {
                        samples[(workload, set)].Add(sample);
                    }
                }
            }
        }

        return samples;
    }

    // Nobody always comes after the same neighbour.
    private static IEnumerable<AnalyzerSet> Rotated(IReadOnlyList<AnalyzerSet> sets, int by) => sets.Select((_, i) => sets[(i + by) % sets.Count]);

    private static double Median(IEnumerable<Sample> samples, Func<Sample, TimeSpan> time) => Middle(samples.Select(x => time(x).TotalMilliseconds));

    // Of the ratios within each round, which the state of the machine has had less time to change.
    private static double MedianRatio(IEnumerable<Sample> samples, IEnumerable<Sample> first, Func<Sample, TimeSpan> time) => Middle(samples.Zip(first, (x, y) => time(x) / time(y)));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
