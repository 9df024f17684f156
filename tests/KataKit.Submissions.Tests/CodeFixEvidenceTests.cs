using KataKit.Grading;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Submissions.Tests;

/// <summary>
/// A code fix does what a learner expects of it: wherever one is offered on a wrong answer, the answer that it leaves compiles, draws the
/// rule no more, and passes the test that the answer was there to fail.
/// </summary>
[Collection(EvidenceCollection.Name)]
public sealed class CodeFixEvidenceTests(Evidence evidence, ITestOutputHelper output)
{
    // One mistake may stand in several lines; each draws a finding of its own.
    private const int MostLines = 6;

    // Where more is wrong than the line that is marked: the port of a note, a search that calls the function too often with right
    // thirds as well, a duplicate that is removed where it should be refused.
    private static readonly HashSet<string> WithOtherMistakes = ["Note004_Port", "MIN10_Thirds", "X47_SpecialTokensIgnoreCase"];

    public static TheoryData<string> Katas => EvidenceTests.Katas;

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task A_code_fix_mends_the_answer(string name)
    {
        var kata = Evidence.Catalogue.Get(name);
        var problems = new List<string>();
        foreach (var answer in kata.Wrong)
        {
            var header = answer.Header;
            if (header.Rule is { } rule && CodeFixes.Rules.Contains(rule))
            {
                var (offered, problem) = await MendAsync(answer, rule, header.Fails);
                output.WriteLine($"{answer.Name}: {rule} {(offered == 0 ? "offers no fix here" : problem ?? $"mended in {offered} places")}");
                problems.AddRange(problem is null ? [] : [$"{answer.Name}: {problem}"]);
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<(int Offered, string? Problem)> MendAsync(Answer answer, string rule, string fails)
    {
        var build = KataBuild.Read(answer.Kata);
        var source = answer.Text;
        for (var offered = 0; offered <= MostLines; offered++)
        {
            var compiled = await evidence.CompileAsync(answer.Kata, source, answer.Path);
            if (compiled.Image is null)
            {
                return (offered, "the fix leaves an error: " + compiled.Errors[0]);
            }

            if (compiled.Findings.FirstOrDefault(x => x.Id == rule) is not { } finding)
            {
                var grade = await evidence.GradeAsync(compiled);
                var named = grade.Tests.Where(x => x.Method == fails).ToList();
                var isLeft = WithOtherMistakes.Contains(answer.Name);
                return (offered, isLeft || (named.Count > 0 && named.TrueForAll(x => x.Outcome == TestOutcome.Passed)) ? null : $"fixed, it gets {grade.Verdict}: {grade.Reason}");
            }

            if (await CodeFixes.ApplyAsync(build, source, finding) is not { } mended)
            {
                return (offered, offered == 0 ? null : $"the fix leaves {rule} at {finding.Location.GetLineSpan()}");
            }

            source = mended;
        }

        return (MostLines, $"{rule} is still reported after {MostLines} fixes");
    }
}
