using System.Collections.Immutable;
using System.Globalization;
using KataKit.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.Proofs;

/// <summary>Runs all analyzers of the kit over code and gives what they report.</summary>
internal static class Findings
{
    /// <summary>Every analyzer of the kit.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(KataFlowAnalyzer).Assembly.GetTypes()
            .Where(x => !x.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(x))
            .OrderBy(x => x.FullName, StringComparer.Ordinal)
            .Select(x => (DiagnosticAnalyzer)Activator.CreateInstance(x)!),
    ];

    /// <summary>What the analyzers report in compiling code, in order of place.</summary>
    /// <exception cref="InvalidOperationException">The code does not compile, or an analyzer threw.</exception>
    public static async Task<IReadOnlyList<Diagnostic>> In(string source, bool withContracts = true, bool mustCompile = true)
        => await In(KataCompilation.Document(source, withContracts), mustCompile);

    /// <inheritdoc cref="In(string, bool, bool)"/>
    public static async Task<IReadOnlyList<Diagnostic>> In(Document document, bool mustCompile = true)
    {
        if (mustCompile && await KataCompilation.Errors(document) is { Count: > 0 } errors)
        {
            throw new InvalidOperationException("The code under test does not compile: " + string.Join("\n", errors));
        }

        return await In((await document.Project.GetCompilationAsync())!);
    }

    /// <inheritdoc cref="In(string, bool, bool)"/>
    public static async Task<IReadOnlyList<Diagnostic>> In(Compilation compilation, AnalyzerOptions? configuration = null)
    {
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            configuration ?? new AnalyzerOptions([]),
            (exception, _, _) => thrown.Add(exception),
            // Tests run beside each other already.
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return thrown.Count > 0
            ? throw new InvalidOperationException("An analyzer threw.", new AggregateException(thrown))
            : [.. found.OrderBy(x => x.Location.SourceSpan.Start)];
    }

    /// <summary>A finding as a person reads it: rule, place, message.</summary>
    public static string Show(Diagnostic finding)
    {
        var span = finding.Location.GetLineSpan();
        var text = finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Id} at line {span.StartLinePosition.Line + 1} `{text}`: {finding.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
