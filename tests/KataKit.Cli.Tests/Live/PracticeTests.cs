using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Live;

/// <summary>The screen of a session: saves, keys, the clock, and who else has a say.</summary>
public sealed class PracticeTests : IDisposable
{
    private static readonly (int Columns, int Rows) Terminal = (80, 24);

    private readonly LearnersKit _kit = new();
    private readonly CancellationTokenSource _interrupt = new();

    public void Dispose()
    {
        _interrupt.Dispose();
        _kit.Dispose();
    }

    [Fact]
    public async Task Every_save_is_graded_and_a_green_one_is_handed_in_with_one_key()
    {
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);
        _kit.Time.Advance(TimeSpan.FromMinutes(7));
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        await GradesAsync(2);
        await PressAsync('f', running);

        var outcome = await running;

        outcome.Code.Should().Be(ExitCode.Pass);
        var session = _kit.History().Sessions.Single();
        session.Grades.Select(grade => grade.Verdict.IsPass).Should().Equal(false, true);
        session.End!.Ending.Should().Be(SessionEnding.Finished);
        outcome.Output.Should().Contain("\u001b[?1049h").And.MatchRegex(@"(?s)\[\?1049l.*First pass after 7:0");
    }

    [Fact]
    public async Task What_stands_there_for_a_moment_only_is_no_save()
    {
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);

        // The clock stands still: an editor is writing.
        _kit.Save(_kit.LinkedListPath, "half a sentence");
        await Task.Delay(300);
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        await GradesAsync(2);
        await PressAsync('q', running);

        (await running).Output.Should().NotContain("half a sentence");
        var session = _kit.History().Sessions.Single();
        session.Events.OfType<AttemptSaved>().Select(save => save.Attempt).Should().BeSubsetOf(session.Grades.Select(grade => grade.Attempt));
        session.Grades.Select(grade => grade.Verdict.Outcome).Should().Equal("fail", "pass");
    }

    [Fact]
    public async Task A_slow_save_is_graded_even_if_another_text_stood_there_for_a_moment()
    {
        var slow = LearnersKit.LinkedListSolution + "\ninternal static class Slow { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Wait() => System.Threading.Thread.Sleep(3000); }\n";
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);
        _kit.Save(_kit.LinkedListPath, slow);
        await UntilAsync(() => _kit.History().Events.OfType<AttemptSaved>().Any(save => save.Attempt == AttemptStore.HashOf(slow)), running);

        // The clock stands still, so that this never settles.
        _kit.Save(_kit.LinkedListPath, "half a sentence");
        await Task.Delay(300);
        _kit.Save(_kit.LinkedListPath, slow);
        await Task.Delay(300);
        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        await GradesAsync(2);
        await PressAsync('q', running);

        (await running).Output.Should().NotContain("half a sentence");
        _kit.History().Sessions.Single().Grades.Select(grade => grade.Attempt).Should().EndWith(AttemptStore.HashOf(slow));
    }

    [Fact]
    public async Task Keys_give_hints_stop_the_clock_and_give_up()
    {
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);
        await PressAsync('h', running);
        await PressAsync('p', running);
        await UntilAsync(() => _kit.History().Open!.IsPaused, running);
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        _kit.Time.Advance(TimeSpan.FromHours(2));
        _kit.History().Sessions.Single().Grades.Should().ContainSingle("a pause is a pause");
        await PressAsync('p', running);
        await GradesAsync(2);
        await PressAsync('g', running);
        await PressAsync('x', running);
        await PressAsync('g', running);
        _kit.History().Open.Should().NotBeNull("another key came between");
        await PressAsync('g', running);

        (await running).Code.Should().Be(ExitCode.Pass, "what was handed in passes, even so");
        var session = _kit.History().Sessions.Single();
        session.End!.Ending.Should().Be(SessionEnding.GaveUp);
        session.Hints.Should().ContainSingle();
        session.Worked(_kit.Time.GetUtcNow()).Should().BeLessThan(TimeSpan.FromMinutes(1), "two hours were a pause");
    }

    [Fact]
    public async Task Times_up_after_a_sleep_ends_the_session_with_a_grade_of_what_was_saved_before()
    {
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);

        // The machine sleeps: nothing rings until it wakes, and then it is much too late.
        _kit.Time.Advance(TimeSpan.FromHours(9));

        (await running).Code.Should().Be(ExitCode.Fail);
        var end = _kit.History().Sessions.Single().End!;
        end.Ending.Should().Be(SessionEnding.TimeUp);
        (end.At - _kit.History().Sessions.Single().Start.At).Should().Be(TimeSpan.FromMinutes(20));
        end.NoticedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task An_interrupt_pauses_and_loses_nothing()
    {
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);
        _kit.Time.Advance(TimeSpan.FromMinutes(3));
        await _interrupt.CancelAsync();

        (await running).Code.Should().Be(ExitCode.Interrupted);
        var session = _kit.History().Open!;
        session.IsPaused.Should().BeTrue();
        var left = session.Left(_kit.Time.GetUtcNow())!.Value;
        left.Should().BeCloseTo(TimeSpan.FromMinutes(17), TimeSpan.FromMinutes(1), "the clock ticked while the first grade was waited for");
        _kit.Time.Advance(TimeSpan.FromDays(1));
        (await _kit.RunAsync("resume", "--no-watch")).Output.Should().Contain($" {Durations.Countdown(left)} ");
    }

    [Fact]
    public async Task The_clock_of_an_interview_goes_on_when_one_leaves()
    {
        var running = Begin(Terminal, "start", "self", "--interview", "--minutes", "20");
        await GradesAsync(1);
        _kit.Save(_kit.AttentionPath, LearnersKit.WrongScale);
        await GradesAsync(2);
        await PressAsync('h', running);
        await PressAsync('p', running);
        await PressAsync('q', running);

        var outcome = await running;

        outcome.Code.Should().Be(ExitCode.Pass);
        outcome.Output.Should().NotContain("KATA1001").And.NotContain("~~~");
        var session = _kit.History().Open!;
        (session.IsPaused, session.Hints.Count()).Should().Be((false, 0));
    }

    [Fact]
    public async Task Another_command_may_end_the_session_that_is_watched()
    {
        var running = Begin(Terminal, "start", "reverse", "--minutes", "20");
        await GradesAsync(1);
        (await _kit.RunAsync("watch")).Code.Should().Be(ExitCode.Usage, "two screens would record everything twice");

        await _kit.RunAsync("give-up");
        _kit.Time.Advance(TimeSpan.FromMilliseconds(50));

        (await running).Code.Should().Be(ExitCode.Fail);
        _kit.History().Sessions.Single().Events.OfType<SessionEnded>().Should().ContainSingle();
    }

    [Fact]
    public async Task Behind_a_pipe_each_verdict_is_a_few_plain_lines()
    {
        var running = Begin(size: null, "watch", "reverse");
        await GradesAsync(1);
        _kit.Save(_kit.LinkedListPath, LearnersKit.LinkedListSolution);
        await GradesAsync(2);
        await _interrupt.CancelAsync();

        var outcome = await running;

        outcome.Output.Should().NotContain("\u001b").And.Contain("Passed: all");
        var grades = _kit.History().Events.OfType<AttemptGraded>().ToList();
        grades.Should().OnlyContain(grade => grade.Session == null);
        grades.Select(grade => grade.Attempt[..8]).Should().OnlyContain(hash => outcome.Output.Contains(hash));
    }

    [Fact]
    public async Task The_matrices_of_the_first_failure_are_seen_on_a_small_screen_too()
    {
        _kit.Save(_kit.AttentionPath, LearnersKit.Read("tests/Submissions/Attention/SelfAttention/wrong/ATT3_Missing.diff"));
        var running = Begin(Terminal, "start", "self", "--minutes", "20");
        await GradesAsync(1);
        await PressAsync('h', running);
        await PressAsync('q', running);

        (await running).Output.Should().Contain("◄", "blank lines make room for it").And.Contain("KATA1001").And.Contain("more that do not pass");
    }

    [Theory]
    [InlineData(80, 24, "Note004_Port.cs")]
    [InlineData(80, 24, "ATT10_PlainReshape.diff")]
    [InlineData(120, 40, "ATT10_PlainReshape.diff")]
    [InlineData(40, 10, "ATT10_PlainReshape.diff")]
    [InlineData(60, 22, "ATT10_PlainReshape.diff")]
    public async Task Every_frame_fits_the_terminal(int columns, int rows, string answer)
    {
        _kit.Variables["NO_COLOR"] = "1";
        _kit.Save(_kit.AttentionPath, LearnersKit.Read($"tests/Submissions/Attention/SelfAttention/wrong/{answer}"));
        var running = Begin((columns, rows), "start", "self", "--minutes", "20", "--lang", "zh-Hans");
        await GradesAsync(1);
        await PressAsync('h', running);
        await PressAsync('q', running);

        var frames = (await running).Output.Split("\u001b[H").Skip(1).Select(frame => frame.Split("\u001b[J")[0]).ToList();

        frames.Should().HaveCountGreaterThan(1);
        foreach (var lines in frames.Select(frame => frame.Replace("\u001b[K", "", StringComparison.Ordinal).Split("\r\n")))
        {
            lines.Length.Should().Be(rows);
            lines.Should().OnlyContain(line => line.Sum(character => character >= '\u2E80' && character <= '\uFF60' ? 2 : 1) <= columns);
        }
    }

    private Task<LearnersKit.Outcome> Begin((int Columns, int Rows)? size, params string[] arguments)
        => Task.Run(() => _kit.RunAsync(arguments, size, _interrupt.Token));

    private Task GradesAsync(int count) => UntilAsync(() => _kit.History().Events.OfType<AttemptGraded>().Count() >= count, running: null);

    /// <summary>Presses a key, and waits until the screen has looked at it.</summary>
    private async Task PressAsync(char key, Task running)
    {
        _kit.Press(key);
        await UntilAsync(() => !_kit.HasKeys, running);
    }

    /// <summary>Lets the clock tick until something has happened.</summary>
    private async Task UntilAsync(Func<bool> hasHappened, Task? running)
    {
        for (var i = 0; i < 3000 && running?.IsCompleted != true; i++)
        {
            if (hasHappened())
            {
                return;
            }

            _kit.Time.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Delay(20);
        }

        hasHappened().Should().BeTrue("it was waited for long enough");
    }
}
