using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KataKit.AnalyzerCost;

/// <summary>Runs csc of the SDK as a process of its own, without the compiler server: start, JIT and all.</summary>
internal static partial class CompilerProcess
{
    /// <summary>Compiles once.</summary>
    /// <returns>Elapsed time, and what <c>/reportanalyzer</c> says of all analyzers together.</returns>
    public static async Task<(TimeSpan Elapsed, TimeSpan Reported)> Run(Workload workload, AnalyzerSet set, string folder)
    {
        var response = Path.Combine(folder, "compile.rsp");
        await File.WriteAllLinesAsync(
            response,
            [
                "/noconfig", "/nostdlib+", "/target:library", "/langversion:14", "/nullable:enable", "/optimize+", "/reportanalyzer", "/preferreduilang:en",
                $"/out:\"{Path.Combine(folder, "out.dll")}\"",
                .. workload.References.Select(x => $"/reference:\"{x}\""),
                .. set.Paths.Select(x => $"/analyzer:\"{x}\""),
                .. workload.Sources.Select(x => $"\"{Path.Combine(folder, x.Name)}\""),
            ]);
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", ["exec", AnalyzerSet.Metadata("Compiler"), "@" + response])
        {
            RedirectStandardOutput = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(began);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{workload.Name} with {set.Name}: csc ended with exit code {process.ExitCode}:\n{output}");
        }

        var total = Total().Match(output);
        return (elapsed, total.Success ? TimeSpan.FromSeconds(double.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture)) : TimeSpan.Zero);
    }

    /// <summary>Writes the sources of a workload into a folder.</summary>
    public static void Write(Workload workload, string folder)
    {
        foreach (var (name, text) in workload.Sources)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    [GeneratedRegex(@"Total analyzer execution time: ([0-9.]+) seconds")]
    private static partial Regex Total();
}
