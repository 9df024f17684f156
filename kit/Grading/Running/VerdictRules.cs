namespace KataKit.Grading.Running;

/// <summary>What the sessions of one answer come to: the gravest thing that happened, and a pass only where nothing did.</summary>
internal sealed class VerdictRules(CompiledSubmission submission, ApiRisk risk, IReadOnlyList<SessionOutcome> incidents)
{
    /// <summary>Judges an answer whose sessions have ended.</summary>
    /// <returns>The verdict, and why; <see langword="null"/> for a pass.</returns>
    public (Verdict Verdict, Reason? Reason) Of(TestLedger ledger)
    {
        if (Incident(SessionEnd.Unavailable) is { } unavailable)
        {
            return (Verdict.GraderFault, unavailable);
        }

        if (Incident(SessionEnd.Faulted) is { } fault)
        {
            return (Blame, fault);
        }

        if (ledger.IsAnnounced && ledger.Tests.IsEmpty)
        {
            return (Verdict.NoTests, Reason.Told($"{submission.TestTypeName} holds no test."));
        }

        if (ledger.IsAnnounced && !AnnouncedMethods(ledger).SequenceEqual(submission.TestMethods))
        {
            return (Blame, Reason.Told($"Other tests were announced than {submission.TestTypeName} holds."));
        }

        return Incident(SessionEnd.Crashed) is { } crash ? (Verdict.Crash, crash)
            : OutOfMemory(ledger) is { } memory ? (Verdict.Memory, memory)
            : Incident(SessionEnd.TimedOut) is { } timeout ? (Verdict.Timeout, timeout)
            : OfTests(ledger);
    }

    /// <summary>Who is to blame when the tests are not run as they are: the answer, if it can reach them.</summary>
    private Verdict Blame => risk == ApiRisk.Escapes ? Verdict.Crash : Verdict.GraderFault;

    private (Verdict Verdict, Reason? Reason) OfTests(TestLedger ledger)
    {
        var tests = ledger.Tests;
        if (!ledger.IsAnnounced || tests.Any(test => test.Outcome == TestOutcome.NotRun))
        {
            return (Blame, Reason.Told("The run ended before every announced test had run."));
        }

        var passed = tests.Count(test => test.Outcome == TestOutcome.Passed);
        return passed == tests.Length ? (Verdict.Pass, null) : (Verdict.Fail, Reason.Told($"{tests.Length - passed} of {tests.Length} tests failed."));
    }

    private Reason? OutOfMemory(TestLedger ledger)
        => Incident(SessionEnd.OutOfMemory)
            ?? (ledger.Tests.FirstOrDefault(test => test.Outcome == TestOutcome.OutOfMemory)?.Message is { } message ? Reason.Told(message) : null);

    private Reason? Incident(SessionEnd end)
        => incidents.Where(incident => incident.End == end).Select(incident => incident.Reason).FirstOrDefault();

    private static IEnumerable<string> AnnouncedMethods(TestLedger ledger)
        => ledger.Tests.Select(test => test.Method).Distinct().Order(StringComparer.Ordinal);
}
