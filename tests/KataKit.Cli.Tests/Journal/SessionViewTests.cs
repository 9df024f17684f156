using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Journal;

/// <summary>Sessions, reviews and mistakes as the events tell them.</summary>
public sealed class SessionViewTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<JournalEvent> _events = [];

    [Fact]
    public void Pauses_do_not_count_and_move_the_deadline()
    {
        Began(minutes: 30);
        Add(10, new SessionPaused { Id = "", At = default, Kata = "" });
        Session.IsPaused.Should().BeTrue();
        Session.Deadline.Should().BeNull("a clock that stands still reaches no deadline");
        Session.Worked(At(25)).Should().Be(TimeSpan.FromMinutes(10));
        Session.Left(At(25)).Should().Be(TimeSpan.FromMinutes(20));

        Add(40, new SessionResumed { Id = "", At = default, Kata = "" });
        Session.Deadline.Should().Be(At(60));
        Session.Worked(At(45)).Should().Be(TimeSpan.FromMinutes(15));
        Session.Left(At(500)).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void A_clock_that_is_set_back_takes_nothing_away()
    {
        Began(minutes: 30);
        Add(10, new SessionPaused { Id = "", At = default, Kata = "" });
        Add(-5, new SessionResumed { Id = "", At = default, Kata = "" });

        Session.Worked(At(-6)).Should().Be(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void The_end_stops_the_clock_and_later_events_change_nothing()
    {
        Began(minutes: null);
        Graded(5, "pass");
        Add(20, new SessionEnded { Id = "", At = default, Kata = "", Ending = SessionEnding.Finished });
        Add(30, new SessionResumed { Id = "", At = default, Kata = "" });
        Add(40, new SessionEnded { Id = "", At = default, Kata = "", Ending = SessionEnding.GaveUp });

        Session.Worked(At(99)).Should().Be(TimeSpan.FromMinutes(20));
        Session.End!.Ending.Should().Be(SessionEnding.Finished);
        Session.TimeToPass.Should().Be(TimeSpan.FromMinutes(5));
        Session.Left(At(99)).Should().BeNull("there was no limit");
    }

    [Fact]
    public void The_last_grade_counts()
    {
        Began(minutes: 30);
        Graded(5, "pass");
        Graded(6, "fail");

        Session.IsPassed.Should().BeFalse("the answer was changed after it had passed");
        Session.TimeToPass.Should().Be(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void An_event_that_is_written_twice_counts_once()
    {
        Began(minutes: 30);
        Graded(5, "pass");
        _events.Add(_events[^1]);

        Session.Grades.Should().ContainSingle();
    }

    [Fact]
    public void Mistakes_are_mended_when_they_are_gone_and_made_anew_when_they_come_back()
    {
        Began(minutes: 30);
        Graded(1, "fail", "KATA1001");
        Graded(2, "buildError");
        Graded(3, "fail", "KATA1001", "KATA0001");
        Graded(4, "fail", "KATA0001");

        MistakeLedger.Of(Session).Select(mistake => (mistake.Id, mistake.MadeAfter, mistake.MendedAfter)).Should().Equal(
            ("KATA1001", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)),
            ("KATA0001", TimeSpan.FromMinutes(3), null));
    }

    [Fact]
    public void What_is_known_comes_back_later_and_later_and_what_is_not_the_next_day()
    {
        var answers = new[] { Recall.Known, Recall.Known, Recall.Forgotten, Recall.Partial, Recall.Known };
        for (var i = 0; i < answers.Length; i++)
        {
            _events.Add(new QuestionAnswered { Id = $"q{i}", At = Start.AddDays(10 * i), Kata = "", Question = "why", Recall = answers[i] });
        }

        var days = Enumerable.Range(1, answers.Length).Select(count =>
            ReviewPlan.OfQuestions(PracticeHistory.Fold([.. _events.Take(count).Select(JournalLine.Write)])).Single().Interval.TotalDays);

        days.Should().Equal(3, 7.5, 1, 1.2, 3);
    }

    [Fact]
    public void A_pass_with_hints_is_half_known_and_giving_up_is_forgotten()
    {
        Began(minutes: 30);
        Graded(5, "pass");
        ReviewPlan.RecallOf(Session).Should().Be(Recall.Known);
        Add(6, new HintTaken { Id = "", At = default, Kata = "", Member = "Centre", Stage = 1 });
        ReviewPlan.RecallOf(Session).Should().Be(Recall.Partial);
        Add(7, new SessionEnded { Id = "", At = default, Kata = "", Ending = SessionEnding.GaveUp });
        ReviewPlan.RecallOf(Session).Should().Be(Recall.Forgotten);
    }

    private SessionView Session => PracticeHistory.Fold([.. _events.Select(JournalLine.Write)]).Sessions.Single();

    private static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);

    private void Began(double? minutes) => Add(0, new SessionStarted { Id = "", At = default, Kata = "", Minutes = minutes });

    private void Add(double minutes, JournalEvent journalEvent)
        => _events.Add(journalEvent with { Id = $"e{_events.Count}", At = At(minutes), Kata = "pca", Session = "s" });

    private void Graded(double minutes, string outcome, params string[] rules)
        => Add(minutes, new AttemptGraded
        {
            Id = "",
            At = default,
            Kata = "",
            Attempt = "ab",
            Verdict = new VerdictRecord { Outcome = outcome, Findings = [.. rules.Select(rule => new Finding(rule, "warning", 1, 1, 1, "no"))] },
        });
}
