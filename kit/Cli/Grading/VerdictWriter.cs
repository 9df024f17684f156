using System.Globalization;
using KataKit.Grading;
using KataKit.Journal;
using KataKit.TestLogger;
using Microsoft.CodeAnalysis;

namespace KataKit.Cli;

/// <summary>Writes a grade as the journal keeps it.</summary>
/// <param name="members">The members of the contract in their order.</param>
/// <param name="texts">The language of findings and reasons.</param>
internal sealed class VerdictWriter(IReadOnlyList<string> members, Texts texts)
{
    private const int LongestMessage = 4000;
    private const string NotImplemented = "System.NotImplementedException";
    private const string SpecNamespace = "KataKit.Specs.";
    private const string XunitNamespace = "Xunit.";

    public VerdictRecord Write(CompiledSubmission compiled, Grade grade, TimeSpan time) => new()
    {
        Outcome = NameOf(grade.Verdict),
        Reason = grade.Verdict == Verdict.BuildError ? null : Cut(Sentence(grade.Cause) ?? grade.Reason),
        Members = Progress(grade),
        Failed = Failures(grade),
        Findings = [.. compiled.Errors.Concat(compiled.Findings).Where(finding => finding.Severity > DiagnosticSeverity.Hidden).Select(Describe)],
        Milliseconds = Math.Round(time.TotalMilliseconds, 1),
    };

    /// <summary>The name of a verdict in the journal and in JSON.</summary>
    public static string NameOf(Verdict verdict) => JsonName(verdict.ToString());

    /// <summary>The tests that did not pass; the first of them that compared matrices with these: one picture is looked at, and each is long.</summary>
    private List<FailedTest> Failures(Grade grade)
    {
        var tests = grade.Tests.Where(test => test.Outcome != TestOutcome.Passed).OrderBy(PlaceOf).ToList();
        var failed = tests.ConvertAll(Describe);
        if (tests.FindIndex(test => test.Matrices is not null) is >= 0 and var first)
        {
            failed[first] = failed[first] with { Matrices = Kept(tests[first].Matrices!) };
        }

        return failed;
    }

    private List<MemberProgress> Progress(Grade grade)
    {
        var tests = grade.Tests.ToLookup(MemberOf);
        return [.. members.Concat(grade.Tests.Select(MemberOf)).Distinct()
            .Where(tests.Contains)
            .Select(member => new MemberProgress(member, tests[member].Count(test => test.Outcome == TestOutcome.Passed), tests[member].Count()))];
    }

    /// <summary>The place of a test's member in the contract, for that is the order in which one builds the answer.</summary>
    private int PlaceOf(TestResult test)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] == MemberOf(test))
            {
                return i;
            }
        }

        return members.Count;
    }

    private static string MemberOf(TestResult test) => TestName.Parse(test.Method, test.DisplayName).Member;

    /// <summary>A test that did not pass, as the journal keeps it.</summary>
    public FailedTest Describe(TestResult test)
    {
        if (test is { Outcome: TestOutcome.Failed, ExceptionType: NotImplemented })
        {
            return new FailedTest(test.DisplayName, "notWritten");
        }

        // The spec's own exceptions say all in their message; the name of any other is part of what happened.
        var threw = test.ExceptionType is { } type
            && !type.StartsWith(SpecNamespace, StringComparison.Ordinal) && !type.StartsWith(XunitNamespace, StringComparison.Ordinal);
        return new FailedTest(test.DisplayName, JsonName(test.Outcome.ToString()))
        {
            Exception = threw ? test.ExceptionType![(test.ExceptionType!.LastIndexOfAny(['.', '+']) + 1)..] : null,
            Message = Cut(Sentence(test.Cause) ?? test.Message),
        };
    }

    /// <summary>A reason in the language of whoever is at work; <see langword="null"/> where there is none, or no text for it.</summary>
    private string? Sentence(Reason? reason)
    {
        var key = reason?.Kind switch
        {
            ReasonKind.TestTime => "ReasonTestTime",
            ReasonKind.TotalTime => "ReasonTotalTime",
            ReasonKind.ProcessorTime => "ReasonProcessorTime",
            ReasonKind.ProcessMemory => "ReasonProcessMemory",
            ReasonKind.Processes => "ReasonProcesses",
            ReasonKind.Ended => "ReasonEnded",
            ReasonKind.EndedWithWords => "ReasonEndedWithWords",
            ReasonKind.Escapes => "ReasonEscapes",
            ReasonKind.MoreEscapes => "ReasonMoreEscapes",
            _ => null,
        };
        return key is null ? null : texts[key, [.. reason!.Arguments]];
    }

    private static KataKit.Journal.ComparedMatrices Kept(KataKit.Grading.ComparedMatrices matrices)
    {
        var place = matrices.Place;
        return new()
        {
            Rows = place.Rows,
            Columns = place.Columns,
            Expected = [.. matrices.Expected.Select(Rounded)],
            Actual = [.. matrices.Actual.Select(Rounded)],
            Differing = [.. matrices.Differs.Index().Where(entry => entry.Item).Select(entry => entry.Index)],
            FirstRow = place.FirstRow,
            FirstColumn = place.FirstColumn,
            TotalRows = place.TotalRows,
            TotalColumns = place.TotalColumns,
            Slice = place.Slice < 0 ? null : place.Slice,
        };
    }

    /// <summary>As many digits as a message shows; all of them would make the line of a grade three times as long.</summary>
    private static double Rounded(double entry)
        => double.Parse(entry.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private Finding Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        var (start, end) = place.IsValid ? (place.StartLinePosition, place.EndLinePosition) : default;
        return new Finding(
            diagnostic.Id,
            diagnostic.Severity.ToString().ToLowerInvariant(),
            place.IsValid ? start.Line + 1 : 0,
            start.Character + 1,
            Math.Max(end.Line == start.Line ? end.Character - start.Character : 1, 1),
            diagnostic.GetMessage(texts.Culture));
    }

    private static string? Cut(string? text) => text is { Length: > LongestMessage } ? text[..LongestMessage] + " …" : text;

    private static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
