using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.Grading;

/// <summary>The analyzers that look at an answer while it is compiled.</summary>
/// <param name="Analyzers">The analyzers; none means that nothing is analyzed.</param>
/// <param name="Options">Their options and additional files; those of the kata's build where <see langword="null"/>.</param>
public sealed record SubmissionAnalysis(ImmutableArray<DiagnosticAnalyzer> Analyzers, AnalyzerOptions? Options = null);
