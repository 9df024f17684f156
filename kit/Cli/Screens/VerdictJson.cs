using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>A verdict as JSON; in an interview it holds no more than the screen shows.</summary>
internal static class VerdictJson
{
    public static object Of(KataEntry entry, VerdictRecord verdict, VerdictDetail detail) => new
    {
        Kata = entry.Id,
        File = entry.Kata.StubPath,
        Verdict = verdict.Outcome,
        verdict.Reason,
        verdict.Passed,
        verdict.Total,
        verdict.Milliseconds,
        verdict.Members,
        Failed = detail.Lessons ? verdict.Failed : [.. verdict.Failed.Select(test => new FailedTest(test.Test, test.Outcome))],
        Findings = verdict.Findings.Where(finding => detail.Findings || finding.Severity == "error"),
    };
}
