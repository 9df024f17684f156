using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>
/// A code fix does what a learner expects of it: of one answer for each rule that has a fix here, of all in <c>tests/thorough</c>, as <c>code-fix/…</c>.
/// </summary>
[Collection(EvidenceCollection.Name)]
public sealed class CodeFixEvidenceTests(Evidence evidence)
{
    [Fact]
    public async Task A_code_fix_mends_the_answer()
    {
        var problems = new List<string>();
        var offered = 0;
        foreach (var file in FixedChoice.Mix(MendedAnswer.Files, file => file.ToString()).DistinctBy(file => file.Rule))
        {
            var mended = await evidence.MendAsync(file);
            offered += mended.Cases;
            problems.AddRange(mended.Problems);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(offered > 0, "No fix was offered.");
    }
}
