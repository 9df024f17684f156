using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.AnalyzerCost;

/// <summary>Compiles in this process, as a compiler server does: diagnostics with the analyzers beside them, then the image.</summary>
internal static class WarmCompiler
{
    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);

    /// <summary>Compiles once.</summary>
    public static async Task<Sample> Run(Workload workload, AnalyzerSet set)
    {
        // A collection that another set has earned must not fall into this one.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var compilation = (Compilation)workload.Compile();
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        if (set.Analyzers.IsEmpty)
        {
            Require(workload, compilation.GetDiagnostics());
        }
        else
        {
            var driver = compilation.WithAnalyzers(set.Analyzers, Options);
            Require(workload, await driver.GetAllDiagnosticsAsync());
            compilation = driver.Compilation;
        }

        using var image = new MemoryStream();
        compilation.Emit(image);
        return new Sample(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - used);
    }

    /// <summary>Runs the analyzers alone, once, and gives the time in their own code, as <c>/reportanalyzer</c> counts it.</summary>
    public static async Task<TimeSpan> OwnTime(Workload workload, AnalyzerSet set)
    {
        if (set.Analyzers.IsEmpty)
        {
            return TimeSpan.Zero;
        }

        // Nothing runs beside them, so that waiting for a core is the only thing that is counted and not theirs.
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var result = await workload.Compile().WithAnalyzers(set.Analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        Require(workload, result.GetAllDiagnostics());
        return new TimeSpan(result.AnalyzerTelemetryInfo.Values.Sum(x => x.ExecutionTime.Ticks));
    }

    private static void Require(Workload workload, IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(x => x.Severity == DiagnosticSeverity.Error || x.Id == "AD0001") is { } error)
        {
            throw new InvalidOperationException($"{workload.Name}: {error}");
        }
    }
}

/// <summary>One measurement.</summary>
/// <param name="Elapsed">Time by the clock.</param>
/// <param name="Processor">Time of all cores together; other processes on the machine hardly touch it.</param>
internal sealed record Sample(TimeSpan Elapsed, TimeSpan Processor);
