using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>
/// A code fix does what a learner expects of it: wherever one is offered on a wrong answer, the answer that it leaves compiles, draws the
/// rule no more, and passes the test that the answer was there to fail.
/// </summary>
internal static class MendedAnswer
{
    // One mistake may stand in several lines; each draws a finding of its own.
    private const int MostLines = 6;

    // Where more is wrong than the line that is marked: the port of a note, a search that calls the function too often with right
    // thirds as well, a duplicate that is removed where it should be refused.
    private static readonly HashSet<string> WithOtherMistakes = ["Note004_Port", "MIN10_Thirds", "X47_SpecialTokensIgnoreCase"];

    /// <summary>The wrong answers whose rule has a code fix.</summary>
    public static IEnumerable<KataFile> Files => KataFile.All.Where(file => file.Rule is { } rule && OfferedFixes.Rules.Contains(rule));

    /// <summary>Mends an answer, line by line.</summary>
    /// <returns>The lines in which a fix was offered.</returns>
    public static async Task<Checked> CheckAsync(KataFile file, AnswerLane lane)
    {
        var (offered, problem) = await MendAsync(file.Answer, file.Rule!, file.Header!.Fails, lane);
        return new Checked(offered, problem is null ? [] : [$"{file}: {problem}"]);
    }

    private static async Task<(int Offered, string? Problem)> MendAsync(Answer answer, string rule, string fails, AnswerLane lane)
    {
        var build = KataBuild.Read(answer.Kata);
        var source = answer.Text;
        for (var offered = 0; offered <= MostLines; offered++)
        {
            var compiled = await lane.CompileAsync(answer.Kata, source, answer.Path, AnswerLane.AllAnalyzers);
            if (compiled.Image is null)
            {
                return (offered, "the fix leaves an error: " + compiled.Errors[0]);
            }

            if (compiled.Findings.FirstOrDefault(x => x.Id == rule) is not { } finding)
            {
                var grade = await lane.GradeAsync(compiled);
                var named = grade.Tests.Where(x => x.Method == fails).ToList();
                var isLeft = WithOtherMistakes.Contains(answer.Name);
                return (offered, isLeft || (named.Count > 0 && named.TrueForAll(x => x.Outcome == TestOutcome.Passed)) ? null : $"fixed, it gets {grade.Verdict}: {grade.Reason}");
            }

            if (await OfferedFixes.ApplyAsync(build, source, finding) is not { } mended)
            {
                return (offered, offered == 0 ? null : $"the fix leaves {rule} at {finding.Location.GetLineSpan()}");
            }

            source = mended;
        }

        return (MostLines, $"{rule} is still reported after {MostLines} fixes");
    }
}
