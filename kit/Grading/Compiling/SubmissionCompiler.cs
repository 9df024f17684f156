using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Grading;

/// <summary>
/// Compiles answers to one kata in memory, as the kata's project would. References and generated files are read once; an answer costs
/// one parse, one emit and the analyzers.
/// </summary>
public sealed class SubmissionCompiler
{
    private readonly KataBuild _build;
    private readonly string _testTypeName;

    /// <summary>Creates a compiler for answers that are tested by the kata's spec.</summary>
    /// <param name="build">The kata's build.</param>
    public SubmissionCompiler(KataBuild build)
        : this(build, build.Kata.TestTypeName)
    {
    }

    /// <summary>Creates a compiler for answers that are tested by another class.</summary>
    /// <param name="build">The kata's build.</param>
    /// <param name="testTypeName">The metadata name of the class that holds the tests.</param>
    public SubmissionCompiler(KataBuild build, string testTypeName)
    {
        _build = build;
        _testTypeName = testTypeName;
    }

    /// <inheritdoc cref="KataBuild.RuntimeAssemblies"/>
    internal ImmutableArray<string> RuntimeAssemblies => _build.RuntimeAssemblies;

    /// <summary>Compiles an answer.</summary>
    /// <param name="source">The text that stands in place of the learner's file.</param>
    /// <param name="path">The path that diagnostics name; the file need not exist.</param>
    /// <param name="analysis">The analyzers to run; none where omitted.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The assembly, or the compiler's errors.</returns>
    public async Task<CompiledSubmission> CompileAsync(
        string source, string path, SubmissionAnalysis? analysis = null, CancellationToken cancellation = default)
    {
        var (compiled, analyzing) = await BeginAsync(source, path, analysis, cancellation).ConfigureAwait(false);
        return compiled.With(await analyzing.ConfigureAwait(false));
    }

    /// <summary>Compiles an answer and leaves the analyzers running, so that its tests need not wait for them.</summary>
    /// <returns>The answer without findings, and the findings to come.</returns>
    internal async Task<(CompiledSubmission Compiled, Task<AnalyzerReport> Analyzing)> BeginAsync(
        string source, string path, SubmissionAnalysis? analysis, CancellationToken cancellation)
    {
        if (SourceGuard.Check(source) is { } refusal)
        {
            return (Reject(refusal), Task.FromResult(AnalyzerReport.Empty));
        }

        try
        {
            return await CompilerThread.RunAsync(() => Begin(source, path, analysis, cancellation)).ConfigureAwait(false);
        }
        catch (InsufficientExecutionStackException)
        {
            return (Reject(CompilerLimits.TooComplex()), Task.FromResult(AnalyzerReport.Empty));
        }
    }

    /// <summary>An answer that is not compiled, for this reason.</summary>
    internal CompiledSubmission Reject(Diagnostic error)
        => CompiledSubmission.None with { Errors = [error], TestTypeName = _testTypeName, RuntimeAssemblies = _build.RuntimeAssemblies };

    private (CompiledSubmission Compiled, Task<AnalyzerReport> Analyzing) Begin(
        string source, string path, SubmissionAnalysis? analysis, CancellationToken cancellation)
    {
        // An encoding is needed by analyzers that ask for the text's checksum; it has no other effect.
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), _build.ParseOptions, path, cancellation);
        var compilation = _build.Compilation.AddSyntaxTrees(tree);

        var tests = compilation.GetTypeByMetadataName(_testTypeName);
        if (tests is not null && SpecTests.IsReplaced(tests))
        {
            return (Reject(CompilerLimits.ReplacedTests(tests.BaseType!.ToDisplayString())), Task.FromResult(AnalyzerReport.Empty));
        }

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: cancellation);
        var compiled = new CompiledSubmission
        {
            Image = emitted.Success ? image.ToArray() : null,
            Errors = emitted.Success ? [] : InSourceOrder(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)),
            Findings = [],
            AnalysisTime = TimeSpan.Zero,
            TestTypeName = _testTypeName,
            TestMethods = tests is null ? [] : SpecTests.MethodsOf(tests),
            RuntimeAssemblies = _build.RuntimeAssemblies,
        };

        // Not beside the emit: the tests wait for it, and take longer than the analyzers, which have the time of the tests.
        return (compiled, emitted.Success ? Task.Run(() => AnalyzeAsync(compilation, analysis, cancellation), cancellation) : Task.FromResult(AnalyzerReport.Empty));
    }

    private async Task<AnalyzerReport> AnalyzeAsync(CSharpCompilation compilation, SubmissionAnalysis? analysis, CancellationToken cancellation)
    {
        if (analysis is null || analysis.Analyzers.IsEmpty)
        {
            return AnalyzerReport.Empty;
        }

        // One file is not worth more than one thread: the others have tests to run.
        var options = new CompilationWithAnalyzersOptions(
            analysis.Options ?? _build.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var analyzed = compilation.WithAnalyzers(analysis.Analyzers, options);
        var result = await analyzed.GetAnalysisResultAsync(cancellation).ConfigureAwait(false);
        var time = result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, telemetry) => sum + telemetry.ExecutionTime);
        return new AnalyzerReport(InSourceOrder(result.GetAllDiagnostics()), time);
    }

    private static ImmutableArray<Diagnostic> InSourceOrder(IEnumerable<Diagnostic> diagnostics)
        => [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
}
