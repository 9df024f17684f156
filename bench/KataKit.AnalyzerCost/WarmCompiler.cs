using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.AnalyzerCost;

/// <summary>Compiles in this process, as a compiler server does: diagnostics with the analyzers beside them, then the image.</summary>
internal static class WarmCompiler
{
    /// <summary>Compiles once.</summary>
    /// <returns>Elapsed time, processor time of the whole process, and what the analyzers say that they took themselves.</returns>
    public static async Task<Sample> Run(Workload workload, AnalyzerSet set)
    {
        // A collection that another set has earned must not fall into this one.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var compilation = (Compilation)workload.Compile();
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var own = TimeSpan.Zero;
        if (set.Analyzers.IsEmpty)
        {
            Require(workload, compilation.GetDiagnostics());
        }
        else
        {
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
            var driver = compilation.WithAnalyzers(set.Analyzers, options);
            var diagnostics = await driver.GetAllDiagnosticsAsync();
            Require(workload, diagnostics);
            foreach (var analyzer in set.Analyzers)
            {
                own += (await driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
            }

            compilation = driver.Compilation;
        }

        using var image = new MemoryStream();
        compilation.Emit(image);
        return new Sample(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - used, own);
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
/// <param name="Own">Time inside the analyzers' own code, as <c>/reportanalyzer</c> counts it.</param>
internal sealed record Sample(TimeSpan Elapsed, TimeSpan Processor, TimeSpan Own);
