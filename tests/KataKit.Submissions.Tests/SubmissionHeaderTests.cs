using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>What the first lines of a wrong answer may say.</summary>
public sealed class SubmissionHeaderTests
{
    [Fact]
    public void A_header_is_read()
    {
        const string Source = """
            // mistake: ATT1 scaled by the model width: not the head's
            // fails: Forward_scales_by_the_head_dimension
            // rule: KATA1001
            using KataKit.Contracts;
            // rule: KATA9999
            """;
        var expected = new SubmissionHeader(
            "ATT1 scaled by the model width: not the head's", "Forward_scales_by_the_head_dimension", "KATA1001", Verdict.Fail);

        Assert.Equal(expected, SubmissionHeader.Parse(Source));
        Assert.Equal(expected, SubmissionHeader.Parse(Source.ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("timeout", Verdict.Timeout)]
    [InlineData("crash", Verdict.Crash)]
    [InlineData("fail", Verdict.Fail)]
    public void A_verdict_may_be_given(string text, Verdict verdict)
    {
        var header = SubmissionHeader.Parse($"// mistake: X1 never ends\n// fails: A_b\n// rule: none\n// verdict: {text}\n");

        Assert.Equal((verdict, null), (header.Verdict, header.Rule));
    }

    [Theory]
    [InlineData("// fails: A_b\n// rule: none", "mistake")]
    [InlineData("// mistake: X1 m\n// rule: none", "fails")]
    [InlineData("// mistake: X1 m\n// fails: A_b", "rule")]
    [InlineData("// mistake: X1 m\n\n// fails: A_b\n// rule: none", "rule")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// fails: A_c\n// rule: none", "twice")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: 1001", "1001")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: none\n// verdict: pass", "pass")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: none\n// cause: tired", "cause")]
    public void A_broken_header_is_refused_by_name(string source, string named)
        => Assert.Contains(named, Assert.Throws<FormatException>(() => SubmissionHeader.Parse(source)).Message, StringComparison.Ordinal);
}
