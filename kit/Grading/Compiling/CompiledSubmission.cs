using System.Collections.Immutable;
using KataKit.Grading.Risks;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>An answer as the compiler and the analyzers left it.</summary>
public sealed record CompiledSubmission
{
    /// <summary>Nothing: what there is of an answer that was not compiled.</summary>
    internal static CompiledSubmission None { get; } = new()
    {
        Image = null,
        Errors = [],
        Findings = [],
        AnalysisTime = TimeSpan.Zero,
        TestTypeName = "",
        TestMethods = [],
        RuntimeAssemblies = [],
    };

    /// <summary>The assembly; <see langword="null"/> where the answer does not compile.</summary>
    public required byte[]? Image { get; init; }

    /// <summary>The compiler's errors in the order of the source; empty if there is an <see cref="Image"/>.</summary>
    public required ImmutableArray<Diagnostic> Errors { get; init; }

    /// <summary>What the analyzers reported, in the order of the source; empty where the answer does not compile.</summary>
    public required ImmutableArray<Diagnostic> Findings { get; init; }

    /// <summary>The time that the analyzers took, all added up.</summary>
    public required TimeSpan AnalysisTime { get; init; }

    /// <summary>The metadata name of the class whose tests are to be run.</summary>
    public required string TestTypeName { get; init; }

    /// <summary>The test methods of that class, as its metadata tells them; the grader expects each of them to run.</summary>
    public required ImmutableArray<string> TestMethods { get; init; }

    /// <summary>The assemblies that the answer and its tests load at run time beside the framework.</summary>
    public required ImmutableArray<string> RuntimeAssemblies { get; init; }

    /// <summary>Looks for what the answer uses beyond plain computing.</summary>
    /// <returns>Types and members in ordinal order; none where the answer does not compile.</returns>
    public ImmutableArray<RiskyApi> FindRiskyApis() => Image is null ? [] : AssemblyScan.Of(Image);

    /// <summary>Adds what the analyzers say; of an answer that does not compile they are not asked.</summary>
    internal CompiledSubmission With(AnalyzerReport report)
        => this with { Findings = Image is null ? [] : report.Findings, AnalysisTime = report.Time };
}
