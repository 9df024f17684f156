using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Commands;

/// <summary>Sessions from their start to their end, each step a command of its own.</summary>
public sealed class SessionCommandTests : IDisposable
{
    private readonly LearnersKit _kit = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public async Task A_session_is_paused_resumed_and_handed_in_with_its_grade()
    {
        await Expect(ExitCode.Pass, "start", "reverse", "--minutes", "20", "--no-watch");
        _kit.Time.Advance(TimeSpan.FromMinutes(5));
        (await Expect(ExitCode.Pass, "pause")).Output.Should().Contain("15:00");
        await Expect(ExitCode.Usage, "pause");
        _kit.Time.Advance(TimeSpan.FromHours(3));
        (await Expect(ExitCode.Pass, "resume", "--no-watch")).Output.Should().Contain("15:00");
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        _kit.Time.Advance(TimeSpan.FromMinutes(2));

        (await Expect(ExitCode.Pass, "finish")).Output.Should().Contain("7:00").And.Contain("Passed");

        var session = _kit.History().Sessions.Should().ContainSingle().Subject;
        session.End!.Ending.Should().Be(SessionEnding.Finished);
        session.IsPassed.Should().BeTrue();
        session.TimeToPass.Should().Be(TimeSpan.FromMinutes(7));
        await Expect(ExitCode.Usage, "finish");
    }

    [Fact]
    public async Task A_second_session_must_wait_for_the_end_of_the_first()
    {
        await Expect(ExitCode.Pass, "start", "reverse", "--no-watch");

        (await Expect(ExitCode.Usage, "start", "self", "--no-watch")).Error.Should().Contain("kata give-up");
        _kit.History().Sessions.Should().ContainSingle();
    }

    [Fact]
    public async Task Times_up_ends_the_session_for_whoever_notices_with_the_grade_of_what_was_saved_in_time()
    {
        await Expect(ExitCode.Pass, "start", "reverse", "--minutes", "10", "--no-watch");
        _kit.Time.Advance(TimeSpan.FromMinutes(9));
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        _kit.Time.Advance(TimeSpan.FromHours(8));

        (await Expect(ExitCode.Pass)).Error.Should().Contain("was up").And.Contain("passed");

        var session = _kit.History().Sessions.Single();
        session.End!.Ending.Should().Be(SessionEnding.TimeUp);
        session.End.At.Should().Be(session.Start.At.AddMinutes(10), "the session ended when its time did");
        session.End.NoticedAt.Should().Be(_kit.Time.GetUtcNow());
        session.IsPassed.Should().BeTrue();
        session.Worked(_kit.Time.GetUtcNow()).Should().Be(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task What_is_saved_after_the_time_was_up_does_not_count()
    {
        await Expect(ExitCode.Pass, "start", "reverse", "--minutes", "10", "--no-watch");
        _kit.Time.Advance(TimeSpan.FromMinutes(11));
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);

        await Expect(ExitCode.Usage, "finish");

        var session = _kit.History().Sessions.Single();
        session.IsPassed.Should().BeFalse("the solution came a minute late");
        session.LastGrade!.Verdict.Passed.Should().Be(0);
    }

    [Fact]
    public async Task A_session_from_another_machine_is_not_graded_by_the_file_of_this_one()
    {
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        _kit.Time.Advance(TimeSpan.FromMinutes(1));
        using var elsewhere = new LearnersKit();
        elsewhere.Time.Advance(TimeSpan.FromMinutes(1));
        await elsewhere.RunAsync("start", "reverse", "--minutes", "10", "--no-watch");
        await Expect(ExitCode.Pass, "import", elsewhere.Data.Path);
        _kit.Time.Advance(TimeSpan.FromMinutes(30));

        await Expect(ExitCode.Pass);

        var session = _kit.History().Sessions.Single();
        session.End!.Ending.Should().Be(SessionEnding.TimeUp);
        session.IsPassed.Should().BeFalse("there the stub was handed in, whatever lies here");
    }

    [Fact]
    public async Task The_solution_is_locked_until_it_spoils_nothing()
    {
        await Expect(ExitCode.Usage, "solution", "reverse");
        await Expect(ExitCode.Pass, "start", "reverse", "--no-watch");
        await Expect(ExitCode.Usage, "solution");
        await Expect(ExitCode.Fail, "give-up");

        var shown = await Expect(ExitCode.Pass, "solution");

        shown.Output.Should().Contain("your answer").And.Contain("reference solution").And.MatchRegex(@"- .*throw new NotImpl.*│");
        shown.Output.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        (await Expect(ExitCode.Pass, "solution", "--alone")).Output.Trim().Should().Be(LearnersKit.LinkedListSolution.Trim());
        await Expect(ExitCode.Pass, "start", "reverse", "--no-watch");
        await Expect(ExitCode.Usage, "solution");
        _kit.History().Events.OfType<SolutionShown>().Should().HaveCount(2, "a look at the solution is written down, a refused one is not");
    }

    [Theory]
    [InlineData("en", "kata quiz --topic reverse-linked-list")]
    [InlineData("zh-Hans", "面试官会接着追问")]
    public async Task The_debrief_asks_what_an_interviewer_would_ask_and_leaves_the_answers_to_the_quiz(string language, string head)
    {
        var entry = LearnersKit.LibraryOf(LearnersKit.Repository, language).FindByName("ReverseLinkedList")!;
        await Expect(ExitCode.Pass, "start", "reverse", "--no-watch");

        var debrief = Joined((await Expect(ExitCode.Fail, "give-up", "--lang", language)).Output);

        debrief.Should().Contain(Joined(head));
        debrief.Should().Contain(Joined(entry.Coaching.FollowUps[0].Question)).And.Contain(Joined(entry.Coaching.Sources[0]));
        entry.Coaching.FollowUps.Where(followUp => debrief.Contains(Joined(followUp.Answer), StringComparison.Ordinal)).Should().BeEmpty();

        // Lines are wrapped, and marks of Markdown are drawn.
        static string Joined(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not '`' and not '*'));
    }

    [Fact]
    public async Task Hints_come_stage_by_stage_and_are_written_down()
    {
        await Expect(ExitCode.Pass, "start", "reverse", "--no-watch");

        var first = await Expect(ExitCode.Pass, "hint", "--json");
        var second = await Expect(ExitCode.Pass, "hint", "--json");
        var other = await Expect(ExitCode.Pass, "hint", "reverseBETWEEN", "--json");

        (first.Json["member"]!.GetValue<string>(), first.Json["stage"]!.GetValue<int>()).Should().Be(("Reverse", 1));
        (second.Json["member"]!.GetValue<string>(), second.Json["stage"]!.GetValue<int>()).Should().Be(("Reverse", 2));
        (other.Json["member"]!.GetValue<string>(), other.Json["stage"]!.GetValue<int>()).Should().Be(("ReverseBetween", 1));
        _kit.History().Sessions.Single().Hints.Select(hint => (hint.Member, hint.Stage)).Should().Equal(("Reverse", 1), ("Reverse", 2), ("ReverseBetween", 1));
        (await Expect(ExitCode.Usage, "hint", "Sort")).Error.Should().Contain("ReverseInGroups");
        await Expect(ExitCode.Pass, "hint", "Reverse");
        await Expect(ExitCode.Usage, "hint", "Reverse");
    }

    [Fact]
    public async Task A_hint_may_be_asked_for_by_the_name_of_its_kata()
    {
        var first = await Expect(ExitCode.Pass, "hint", "self-attention", "--json");
        var member = await Expect(ExitCode.Pass, "hint", "Attend", "--kata", "self", "--json");

        first.Json["member"]!.GetValue<string>().Should().Be("Softmax");
        member.Json["member"]!.GetValue<string>().Should().Be("Attend");
        _kit.History().Events.OfType<HintTaken>().Should().OnlyContain(hint => hint.Kata == LearnersKit.Attention && hint.Session == null);
    }

    [Fact]
    public async Task An_interview_tells_nothing_before_its_end_and_everything_after()
    {
        _kit.Save(_kit.AttentionPath, LearnersKit.WrongScale);
        await Expect(ExitCode.Pass, "start", "self", "--interview", "--no-watch");

        await Expect(ExitCode.Usage, "hint");
        await Expect(ExitCode.Usage, "pause");
        var during = await Expect(ExitCode.Fail, "test");
        var asJson = await Expect(ExitCode.Fail, "test", "--json");
        var after = await Expect(ExitCode.Fail, "finish");

        during.Output.Should().NotContain("KATA1001").And.NotContain("~~~").And.NotContain("expected 0, got").And.Contain("scales by the head dimension");
        asJson.Output.Should().NotContain("KATA1001").And.NotContain("expected 0, got");
        after.Output.Should().Contain("KATA1001").And.Contain("~~~").And.Contain("expected 0, got", "the debriefing explains");
        _kit.History().Sessions.Single().Grades.Should().OnlyContain(grade => grade.Verdict.Findings.Count > 0, "the journal knows more than the screen");
    }

    [Fact]
    public async Task A_reset_puts_away_what_was_there()
    {
        _kit.Save(_kit.LinkedListPath, "// my precious work");

        await Expect(ExitCode.Pass, "reset", "reverse");

        File.ReadAllText(_kit.LinkedListPath).ReplaceLineEndings().Should().Be(LearnersKit.Read("katas/Foundations/ReverseLinkedList/ReverseLinkedList.cs").ReplaceLineEndings());
        var archived = _kit.History().Events.OfType<SourceArchived>().Should().ContainSingle().Subject;
        new AttemptStore(_kit.Data).Find(archived.Attempt).Should().Be("// my precious work");
        await Expect(ExitCode.Pass, "reset", "reverse");
        _kit.History().Events.OfType<SourceArchived>().Should().ContainSingle("a fresh stub needs no reset");
        File.Delete(_kit.LinkedListPath);
        await Expect(ExitCode.Pass, "reset", "reverse");
        File.Exists(_kit.LinkedListPath).Should().BeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1441")]
    [InlineData("NaN")]
    public async Task A_senseless_time_limit_is_refused(string minutes)
    {
        await Expect(ExitCode.Usage, "start", "reverse", "--minutes", minutes, "--no-watch");
        _kit.History().Sessions.Should().BeEmpty();
    }

    private async Task<LearnersKit.Outcome> Expect(ExitCode code, params string[] arguments)
    {
        var outcome = await _kit.RunAsync(arguments);
        outcome.Code.Should().Be(code, $"`kata {string.Join(' ', arguments)}` said: {outcome.Output}{outcome.Error}");
        return outcome;
    }
}
