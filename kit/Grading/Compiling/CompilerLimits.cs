using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>What the grader itself has against an answer's source, in the form of the compiler's own errors.</summary>
internal static class CompilerLimits
{
    public static Diagnostic TooLong(int chars) => Error("KATAKIT101", $"The answer is longer than {chars:N0} characters.", DiagnosticSeverity.Error);

    public static Diagnostic TooDeep(int levels)
        => Error("KATAKIT104", $"The answer is nested more than {levels} levels deep.", DiagnosticSeverity.Error);

    public static Diagnostic TooComplex() => Error("KATAKIT105", $"The answer is too complex to compile.", DiagnosticSeverity.Error);

    public static Diagnostic ReplacedTests(string type)
        => Error("KATAKIT106", $"The answer defines the type {type}, which belongs to the tests.", DiagnosticSeverity.Error);

    public static Diagnostic TooSlow(TimeSpan limit)
        => Error("KATAKIT102", $"The answer takes longer than {limit.TotalSeconds} s to compile.", DiagnosticSeverity.Error);

    public static Diagnostic AnalyzersTooSlow(TimeSpan limit)
        => Error("KATAKIT103", $"The analyzers took longer than {limit.TotalSeconds} s and were left out.", DiagnosticSeverity.Warning);

    private static Diagnostic Error(string id, FormattableString message, DiagnosticSeverity severity)
        => Diagnostic.Create(id, "KataKit", FormattableString.Invariant(message), severity, severity, isEnabledByDefault: true, warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1);
}
