using FluentAssertions;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary><c>kata test</c>: what it says, what it writes down and which exit code tells it.</summary>
public sealed class VerdictCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task A_stub_fails_and_every_member_is_shown_as_not_written()
    {
        var outcome = await _kit.RunAsync("test", "reverse");

        outcome.Code.Should().Be(ExitCode.Fail);
        outcome.Output.Should().Contain("Reverse ").And.Contain("0/").And.Contain("not written yet").And.NotContain("x Reverse", "an unwritten member needs no lesson");
        outcome.Output.Should().MatchRegex("Next: Reverse [a-z]", "the first member is the one to begin with");
        _kit.History().LastGradeOf(LearnersKit.LinkedList)!.Verdict.Failed.Should().OnlyContain(test => test.Outcome == "notWritten");
    }

    [Fact]
    public async Task A_solution_passes()
    {
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);

        var outcome = await _kit.RunAsync("test", "ReverseLinkedList", "--json");

        outcome.Code.Should().Be(ExitCode.Pass);
        outcome.Json["verdict"]!.GetValue<string>().Should().Be("pass");
        outcome.Json["passed"]!.GetValue<int>().Should().Be(outcome.Json["total"]!.GetValue<int>()).And.BeGreaterThan(20);
        var graded = _kit.History().LastGradeOf(LearnersKit.LinkedList)!;
        graded.Verdict.IsPass.Should().BeTrue();
        new KataKit.Journal.AttemptStore(_kit.Data).Find(graded.Attempt).Should().Be(LearnersKit.LinkedListSolution);
    }

    [Fact]
    public async Task A_known_mistake_is_told_with_its_squiggle_and_the_lesson_of_the_first_failure()
    {
        _kit.Save(_kit.AttentionPath, LearnersKit.WrongScale);

        var outcome = await _kit.RunAsync("test", "self");

        outcome.Code.Should().Be(ExitCode.Fail);
        var lines = outcome.Output.Split('\n');
        var squiggle = Array.FindIndex(lines, line => line.Contains(" │ ", StringComparison.Ordinal) && line.Contains("Math.Pow", StringComparison.Ordinal)) + 1;
        lines[squiggle].Should().Contain("│").And.Contain("~~~", "the squiggle stands under the line of the source");
        lines[squiggle].IndexOf('~').Should().Be(lines[squiggle - 1].IndexOf("Math.Pow", StringComparison.Ordinal), "and under the expression");
        outcome.Output.Should().Contain("KATA1001").And.Contain("scales by the head dimension");
    }

    [Theory]
    [InlineData("en", "expected", "the first that differs")]
    [InlineData("zh-Hans", "期望", "第一处不同")]
    public async Task Compared_matrices_are_numbers_behind_a_pipe_shades_without_colours_and_blocks_in_colour(string language, string expected, string first)
    {
        _kit.Save(_kit.AttentionPath, LearnersKit.Read("tests/Submissions/Attention/SelfAttention/wrong/ATT3_Missing.diff"));
        string[] test = ["test", "self", "--lang", language];

        var piped = (await _kit.RunAsync(test)).Output;
        piped.Should().Contain("0.125◄").And.Contain("0.03333◄").And.Contain(expected).And.Contain(first).And.NotContain("\u001b");

        _kit.Variables["TERM"] = "xterm-256color";
        (await _kit.RunAsync(test, (80, 24), CancellationToken.None)).Output.Should().Contain("\u001b[48;5;").And.Contain("◄").And.Contain(expected);

        _kit.Variables["NO_COLOR"] = "1";
        (await _kit.RunAsync(test, (80, 24), CancellationToken.None)).Output.Should().Contain("[  ░░▒▒▓▓██]").And.Contain("◄").And.NotContain("48;5");

        var kept = _kit.History().LastGradeOf(LearnersKit.Attention)!.Verdict.Failed.Where(failed => failed.Matrices is not null).ToList();
        kept.Should().ContainSingle("one picture is looked at").Which.Test.Should().Be("Attend_weighs_the_values_by_the_softmax_of_the_scores");
        kept[0].Matrices!.Actual.Should().HaveCount(6).And.Contain(0.0333333);
    }

    [Fact]
    public async Task An_interview_shows_no_matrices()
    {
        _kit.Save(_kit.AttentionPath, LearnersKit.Read("tests/Submissions/Attention/SelfAttention/wrong/ATT3_Missing.diff"));
        await _kit.RunAsync("start", "self", "--interview", "--no-watch");

        (await _kit.RunAsync("test")).Output.Should().Contain("weighs the values").And.NotContain("◄");
        (await _kit.RunAsync("test", "--json")).Output.Should().NotContain("matrices");
    }

    [Fact]
    public async Task What_does_not_compile_is_a_build_error_with_the_line()
    {
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution.Replace("return", "retrun", StringComparison.Ordinal));

        var outcome = await _kit.RunAsync("test", "reverse");

        outcome.Code.Should().Be(ExitCode.BuildError);
        outcome.Output.Should().Contain("ReverseLinkedList.cs:").And.Contain("retrun").And.Contain("does not compile");
    }

    [Fact]
    public async Task The_end_of_the_process_is_a_crash()
    {
        // Not every test: each that takes its process along costs the start of another one.
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution.Replace("ReverseInGroups(ListNode? head, int k)\n    {", "ReverseInGroups(ListNode? head, int k)\n    {\n        if (k == 1) { Environment.Exit(0); }", StringComparison.Ordinal));

        (await _kit.RunAsync("test", "reverse")).Code.Should().Be(ExitCode.Crash);
    }

    [Fact]
    public async Task An_endless_loop_is_a_timeout()
    {
        _kit.TotalTime = TimeSpan.FromSeconds(4);
        _kit.Save(_kit.LinkedListPath, Bodies("{ while (true) { } }"));

        var outcome = await _kit.RunAsync("test", "reverse", "--lang", "zh-Hans");

        outcome.Code.Should().Be(ExitCode.Timeout);
        outcome.Output.Should().Contain("超时：").And.Contain("超过 4 秒").And.NotContain("All tests together", "the reason speaks the reader's language");
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told_with_the_way_to_get_it_back()
    {
        File.Delete(_kit.LinkedListPath);

        var outcome = await _kit.RunAsync("test", "reverse");

        outcome.Code.Should().Be(ExitCode.Usage);
        outcome.Error.ReplaceLineEndings(" ").Should().Contain("kata reset");
    }

    /// <summary>The stub with another body in the place of each.</summary>
    private static string Bodies(string body)
        => LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs").Replace("=> throw new NotImplementedException();", body, StringComparison.Ordinal);
}
