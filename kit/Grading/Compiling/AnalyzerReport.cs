using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>What the analyzers say of one answer.</summary>
/// <param name="Findings">What they reported, in the order of the source.</param>
/// <param name="Time">The time that they took, all added up.</param>
internal sealed record AnalyzerReport(ImmutableArray<Diagnostic> Findings, TimeSpan Time)
{
    /// <summary>Nothing.</summary>
    public static AnalyzerReport Empty { get; } = new([], TimeSpan.Zero);
}
