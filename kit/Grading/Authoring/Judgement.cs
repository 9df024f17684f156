using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Grading;

/// <summary>Holds a graded file against what it stands for. Each problem is a sentence; none means that the file is good evidence.</summary>
public static class Judgement
{
    /// <summary>A wrong result nearer than this, in tolerances, may be rejected by luck.</summary>
    public const double LeastDistance = 10;

    private const string AnalyzerThrew = "AD0001";

    /// <summary>Judges an answer that the spec must reject for the reason that its header names.</summary>
    /// <param name="header">What the answer's first lines promise.</param>
    /// <param name="compiled">The compiled answer.</param>
    /// <param name="grade">Its grade.</param>
    /// <returns>The problems.</returns>
    public static ImmutableArray<string> OfWrong(SubmissionHeader header, CompiledSubmission compiled, Grade grade)
    {
        if (compiled.Image is null)
        {
            return [$"It does not compile: {grade.Reason}"];
        }

        return [.. Verdict(header, grade), .. NamedTest(header, compiled, grade), .. Rules(header.Rule, compiled), .. Place(header, compiled)];
    }

    /// <summary>Judges an answer that the spec must accept and the analyzers must not remark on.</summary>
    /// <param name="compiled">The compiled answer.</param>
    /// <param name="grade">Its grade.</param>
    /// <param name="tests">The number of tests that the solution passes.</param>
    /// <returns>The problems.</returns>
    public static ImmutableArray<string> OfRight(CompiledSubmission compiled, Grade grade, int tests)
        =>
        [
            .. grade.Verdict == Grading.Verdict.Pass
                ? Array.Empty<string>()
                : [$"It gets {grade.Verdict}: {grade.Reason}", .. grade.Tests.Where(test => test.Outcome != TestOutcome.Passed).Select(Describe)],
            .. grade.Tests.Length == tests ? Array.Empty<string>() : [$"{grade.Tests.Length} tests ran, {tests} are expected."],
            .. Rules(rule: null, compiled),
        ];

    private static IEnumerable<string> Verdict(SubmissionHeader header, Grade grade)
    {
        if (grade.Verdict == Grading.Verdict.Pass)
        {
            yield return $"It survives: all {grade.Tests.Length} tests pass.";
        }
        else if (grade.Verdict != header.Verdict)
        {
            yield return $"It gets {grade.Verdict} ({grade.Reason}), its header says {header.Verdict}.";
        }
    }

    private static IEnumerable<string> NamedTest(SubmissionHeader header, CompiledSubmission compiled, Grade grade)
    {
        if (!compiled.TestMethods.Contains(header.Fails))
        {
            return [$"The spec has no test {header.Fails}."];
        }

        var expected = header.Verdict switch
        {
            Grading.Verdict.Timeout => TestOutcome.TimedOut,
            Grading.Verdict.Crash => TestOutcome.Crashed,

            // Of an answer that runs out of memory somewhere, the named test may still fail in the ordinary way.
            Grading.Verdict.Memory when grade.Tests.Any(test => test.Method == header.Fails && test.Outcome == TestOutcome.OutOfMemory) => TestOutcome.OutOfMemory,
            _ => TestOutcome.Failed,
        };
        var hits = grade.Tests.Where(test => test.Method == header.Fails && test.Outcome == expected).ToList();
        if (hits.Count == 0)
        {
            var others = grade.Tests.Where(test => test.Outcome != TestOutcome.Passed).Select(test => test.Method).Distinct();
            return [$"{header.Fails} is not {expected}. Not passed are: {string.Join(", ", others)}."];
        }

        return expected != TestOutcome.Failed || hits.Any(IsFarOff)
            ? []
            : hits.Select(test => $"{Describe(test)} This is no assertion that the answer misses by {LeastDistance} tolerances.");
    }

    private static bool IsFarOff(TestResult test)
        => IsAssertion(test.ExceptionType) && (test.Tolerances ?? double.PositiveInfinity) >= LeastDistance;

    /// <summary>Assertions of the specs' own and those of xunit and FluentAssertions; anything else is an accident of the answer.</summary>
    private static bool IsAssertion(string? exceptionType)
        => exceptionType == "KataKit.Specs.Checking.SpecFailureException"
            || exceptionType?.StartsWith("Xunit.Sdk.", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Rules(string? rule, CompiledSubmission compiled)
    {
        foreach (var finding in compiled.Findings.Where(finding => finding.Id == AnalyzerThrew))
        {
            yield return $"An analyzer threw: {finding.GetMessage()}";
        }

        var findings = compiled.Findings.Where(finding => finding.Id.StartsWith("KATA", StringComparison.Ordinal)).ToList();
        if (rule is null && findings.Count > 0)
        {
            yield return $"The analyzers must be silent, but report {string.Join("; ", findings.Select(Describe))}.";
        }
        else if (rule is not null && findings.All(finding => finding.Id != rule))
        {
            yield return $"{rule} must be reported, but {(findings.Count == 0 ? "nothing is" : string.Join("; ", findings.Select(Describe)) + " is")}.";
        }
    }

    private static IEnumerable<string> Place(SubmissionHeader header, CompiledSubmission compiled)
    {
        var findings = compiled.Findings.Where(finding => finding.Id == header.Rule).ToList();
        if (header.At is not null && findings.Count > 0 && !findings.Exists(finding => LineOf(finding) == header.LineIn(TextOf(finding))))
        {
            yield return $"{header.Rule} must be reported at `{header.At}`, but is at {string.Join("; ", findings.Select(Describe))}.";
        }
    }

    private static int LineOf(Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string TextOf(Diagnostic finding) => finding.Location.SourceTree?.ToString() ?? string.Empty;

    private static string Describe(Diagnostic finding)
        => $"{finding.Id} in line {LineOf(finding)}: {finding.GetMessage()}";

    private static string Describe(TestResult test)
        => $"{test.DisplayName} is {test.Outcome} ({test.Tolerances?.ToString("G3") ?? "no"} tolerances): {test.ExceptionType}: {test.Message}";
}
