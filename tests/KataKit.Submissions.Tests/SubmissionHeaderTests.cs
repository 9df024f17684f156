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
            // zh: 按模型宽度缩放
            // fails: Forward_scales_by_the_head_dimension
            // rule: KATA1001
            // at: KataKit.Contracts
            using KataKit.Contracts;
            // rule: KATA9999
            """;
        var expected = new SubmissionHeader(
            "ATT1 scaled by the model width: not the head's", "Forward_scales_by_the_head_dimension", "KATA1001", Verdict.Fail)
        { Chinese = "按模型宽度缩放", At = "KataKit.Contracts" };

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

    [Fact]
    public void The_line_of_the_mistake_is_found_by_its_text()
    {
        const string Source = "// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: / Math.Sqrt(d)\nvar a = b;\n    var s = q / Math.Sqrt(d);\n";
        var header = SubmissionHeader.Parse(Source);

        Assert.Equal("/ Math.Sqrt(d)", header.At);
        Assert.Equal(6, header.LineIn(Source));
        Assert.Equal(6, header.LineIn(Source.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void Of_several_such_lines_one_is_meant()
    {
        const string Source = "// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: return b;\n// nth: 2\nreturn b;\na\nreturn b;\n";

        Assert.Equal(8, SubmissionHeader.Parse(Source).LineIn(Source));
    }

    [Theory]
    [InlineData("// fails: A_b\n// rule: none", "mistake")]
    [InlineData("// mistake: X1 m\n// rule: none", "fails")]
    [InlineData("// mistake: X1 m\n// fails: A_b", "rule")]
    [InlineData("// mistake: X1 m\n\n// fails: A_b\n// rule: none", "rule")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// fails: A_c\n// rule: none", "twice")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: 1001", "1001")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: none\n// verdict: pass", "pass")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: none\n// at: a\na", "no rule")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: c\na\nb", "on 0")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: b\nab\nb", "on 2")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\na", "at")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: b\n// nth: 3\nab\nb", "on 2")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: a\n// nth: 1\nab\nb", "on 1")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: KATA1001\n// at: b\n// nth: last\nab\nb", "last")]
    [InlineData("// mistake: X1 m\n// fails: A_b\n// rule: none\n// cause: tired", "cause")]
    public void A_broken_header_is_refused_by_name(string source, string named)
        => Assert.Contains(named, Assert.Throws<FormatException>(() => SubmissionHeader.Parse(source)).Message, StringComparison.Ordinal);
}
