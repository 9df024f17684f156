using System.Text;
using FluentAssertions;
using KataKit.Journal;
using Xunit;

namespace KataKit.Cli.Tests.Journal;

/// <summary>What is written stays, whatever stands before it and whoever was stopped in the middle of a line.</summary>
public sealed class JournalFileTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly JournalFile _journal;

    public JournalFileTests() => _journal = new JournalFile(_folder.Data);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_kind_of_event_comes_back_as_it_was_written()
    {
        JournalEvent[] events =
        [
            Start("1") with { Minutes = 45, Mode = SessionMode.Interview },
            new AttemptSaved { Id = "2", At = Noon, Kata = "pca", Session = "1", Attempt = "ab" },
            new AttemptGraded { Id = "3", At = Noon, Kata = "pca", Attempt = "ab", Verdict = Verdict() },
            new HintTaken { Id = "4", At = Noon, Kata = "pca", Member = "Centre", Stage = 2 },
            new SessionPaused { Id = "5", At = Noon, Kata = "pca", Session = "1" },
            new SessionResumed { Id = "6", At = Noon, Kata = "pca", Session = "1" },
            new SessionEnded { Id = "7", At = Noon, Kata = "pca", Session = "1", Ending = SessionEnding.TimeUp, NoticedAt = Noon.AddHours(1) },
            new SourceArchived { Id = "8", At = Noon, Kata = "pca", Attempt = "ab" },
            new SolutionShown { Id = "9", At = Noon, Kata = "pca" },
            new QuestionAnswered { Id = "10", At = Noon, Kata = "", Question = "why", Recall = Recall.Partial },
        ];

        foreach (var journalEvent in events)
        {
            _journal.Append(journalEvent);
        }

        var read = _journal.Read().Select(line => line.Event).ToList();
        read.Should().BeEquivalentTo(events, options => options.RespectingRuntimeTypes().WithStrictOrdering(), "nothing of an event may get lost");
        events.Select(journalEvent => journalEvent.GetType()).Should().BeEquivalentTo(
            typeof(JournalEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JournalEvent))), "a new kind of event belongs into this test");
    }

    [Fact]
    public void Matrices_come_back_with_what_is_no_number()
    {
        var matrices = new ComparedMatrices
        {
            Rows = 2,
            Columns = 2,
            TotalRows = 40,
            TotalColumns = 2,
            FirstRow = 7,
            Slice = 0,
            Expected = [1, 0.5, -1e300, double.PositiveInfinity],
            Actual = [1, double.NaN, double.NegativeInfinity, 0],
            Differing = [1, 2, 3],
        };

        _journal.Append(Graded(matrices));

        var text = _journal.Read().Single().Text;
        text.Should().Contain("\"NaN\"").And.NotContain("isSound");
        var read = Kept(text);
        read.Should().BeEquivalentTo(matrices);
        read!.IsSound.Should().BeTrue();
    }

    [Theory]
    [InlineData("\"rows\":2", "\"rows\":3")]
    [InlineData("\"rows\":2", "\"rows\":-2")]
    [InlineData("\"rows\":2,\"columns\":2", "\"rows\":65536,\"columns\":65536")]
    [InlineData("\"expected\":[1,2,3,4]", "\"expected\":null")]
    [InlineData("\"differing\":[3]", "\"differing\":[4]")]
    [InlineData("\"firstRow\":0", "\"firstRow\":1")]
    public void Matrices_that_do_not_hold_together_are_known_as_such(string part, string replacement)
    {
        var matrices = new ComparedMatrices { Rows = 2, Columns = 2, TotalRows = 2, TotalColumns = 2, Expected = [1, 2, 3, 4], Actual = [1, 2, 3, 5], Differing = [3] };
        var text = JournalLine.Write(Graded(matrices)).Text;

        text.Should().Contain(part);
        Kept(text.Replace(part, replacement, StringComparison.Ordinal))?.IsSound.Should().BeFalse();
    }

    [Fact]
    public void The_format_of_a_line_is_the_one_that_older_journals_have()
    {
        const string Line = """
            {"type":"graded","v":1,"id":"3","at":"2026-03-01T12:00:00+00:00","attempt":"ab","verdict":{"outcome":"fail","reason":"2 of 3 tests failed.","members":[{"name":"Centre","passed":1,"total":3}],"failed":[{"test":"Centre_is_new","outcome":"failed","exception":"InvalidOperationException","message":"oops"}],"findings":[{"id":"KATA1001","severity":"warning","line":3,"column":5,"length":7,"message":"scaled"}],"milliseconds":35.5},"kata":"pca"}
            """;

        JournalLine.Write(new AttemptGraded { Id = "3", At = Noon, Kata = "pca", Attempt = "ab", Verdict = Verdict() }).Text.Should().Be(Line);
        JournalLine.Read(Line).Event.Should().BeOfType<AttemptGraded>();
    }

    [Fact]
    public void What_others_add_is_read_and_the_rest_is_not_read_again()
    {
        var other = new JournalFile(_folder.Data);
        _journal.Append(Start("1"));
        _journal.Append(Start("2"));
        var before = _journal.Read();

        other.Append(Start("3"));

        var after = _journal.Read();
        after.Select(line => line.Id).Should().Equal("1", "2", "3");
        after.Take(2).Zip(before).Should().OnlyContain(pair => ReferenceEquals(pair.First, pair.Second), "a save must not cost more after a year than on the first day");
    }

    [Theory]
    [InlineData("4")]
    [InlineData("4", "5")]
    [InlineData("4", "5", "6", "7")]
    [InlineData("1", "5")]
    public void Another_file_in_its_place_is_read_from_its_beginning(params string[] ids)
    {
        _journal.Append(Start("1"));
        _journal.Append(Start("2"));
        _journal.Read();

        File.WriteAllLines(_folder.Data.JournalPath, ids.Select(id => JournalLine.Write(Start(id)).Text), Encoding.UTF8);
        _journal.Read().Select(line => line.Id).Should().Equal(ids, "as after the sync of a folder");

        File.Delete(_folder.Data.JournalPath);
        _journal.Read().Should().BeEmpty();
    }

    [Fact]
    public void A_line_that_was_cut_anywhere_is_put_aside_and_costs_nothing_else()
    {
        _journal.Append(Start("1"));
        var before = File.ReadAllBytes(_folder.Data.JournalPath);
        _journal.Append(Start("2é"));
        var whole = File.ReadAllBytes(_folder.Data.JournalPath);
        for (var length = before.Length; length < whole.Length; length++)
        {
            File.Delete(_folder.Data.TornPath);
            File.WriteAllBytes(_folder.Data.JournalPath, whole[..length]);

            _journal.Read().Select(line => line.Event?.Id).Should().StartWith("1", $"the first line is whole when the second is cut to {length - before.Length} bytes");
            _journal.Append(Start("3"));

            var isWhole = length == whole.Length - 1;
            _journal.Read().Select(line => line.Event?.Id).Should().Equal(isWhole ? ["1", "2é", "3"] : ["1", "3"], "a torn line does not damage its neighbours");
            if (length > before.Length && !isWhole)
            {
                File.ReadAllBytes(_folder.Data.TornPath).Should().Equal([.. whole[before.Length..length], (byte)'\n'], "what is left of a line is kept");
            }
        }
    }

    [Fact]
    public void Events_of_a_newer_program_are_kept_and_counted()
    {
        _journal.Append(Start("1"));
        const string Newer = """{"v":2,"id":"n1","at":"2026-03-01T12:00:00+00:00","type":"started","kata":"pca","mood":"fine"}""";
        const string Unknown = """{"id":"n2","v":1,"type":"danced","at":"2026-03-01T12:00:00+00:00"}""";
        const string WithMore = """{"mood":"fine","id":"n3","at":"2026-03-01T12:00:00+00:00","kata":"pca","session":"n3","type":"started","v":1}""";
        File.AppendAllText(_folder.Data.JournalPath, $"{Newer}\n{Unknown}\n{WithMore}\n");

        _journal.Append(Start("2"));

        var lines = _journal.Read();
        lines.Select(line => line.Text).Should().ContainInOrder(Newer, Unknown, WithMore);
        lines.Select(line => line.Event?.Id).Should().Equal("1", null, null, "n3", "2");
        PracticeHistory.Fold(lines).UnknownEvents.Should().Be(2);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"v\":1,\"id\":7,\"type\":\"started\"}")]
    public void A_line_that_is_no_event_is_told_and_skipped(string garbage)
    {
        _journal.Append(Start("1"));
        File.AppendAllText(_folder.Data.JournalPath, garbage + "\n");
        _journal.Append(Start("2"));

        var history = PracticeHistory.Fold(_journal.Read());

        history.Sessions.Select(session => session.Id).Should().Equal("1", "2");
        history.Unreadable.Select(line => line.Text).Should().Equal(garbage);
    }

    [Fact]
    public void A_known_event_without_what_it_must_hold_is_kept_as_unknown()
    {
        _journal.Append(Start("1"));
        File.AppendAllText(_folder.Data.JournalPath, """{"v":1,"id":"x","type":"graded","at":"2026-03-01T12:00:00+00:00","kata":"pca"}""" + "\n");

        PracticeHistory.Fold(_journal.Read()).UnknownEvents.Should().Be(1);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        const int Writers = 6;
        const int Each = 30;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            var journal = new JournalFile(_folder.Data);
            for (var i = 0; i < Each; i++)
            {
                journal.Append(Start($"{writer}-{i}"));
            }
        })));

        var ids = _journal.Read().Select(line => line.Event?.Id).ToList();
        ids.Should().BeEquivalentTo(Enumerable.Range(0, Writers).SelectMany(writer => Enumerable.Range(0, Each).Select(i => $"{writer}-{i}")));
    }

    [Fact]
    public void Whoever_waits_too_long_for_the_journal_is_told_so()
    {
        Directory.CreateDirectory(_folder.Data.Path);
        using var held = FileLock.TryTake(_folder.Data.LockPath);

        FileLock.TryTake(_folder.Data.LockPath).Should().BeNull("somebody holds it");
        var waiting = () => FileLock.Take(_folder.Data.LockPath, attempts: 3);
        waiting.Should().Throw<IOException>().WithMessage("*held by another process*");
        held!.Dispose();
        FileLock.Take(_folder.Data.LockPath, attempts: 1).Dispose();
    }

    [Fact]
    public void The_folder_is_the_one_given_else_that_of_the_environment_else_the_users()
    {
        DataFolder.Choose(_folder.Path, _ => "/elsewhere").Path.Should().Be(_folder.Path);
        DataFolder.Choose(null, name => name == "KATAKIT_DATA" ? _folder.Path : null).Path.Should().Be(_folder.Path);
        DataFolder.Choose(null, _ => null).Path.Should().EndWith("katakit");
    }

    private static SessionStarted Start(string id) => new() { Id = id, At = Noon, Kata = "pca", Session = id };

    private static AttemptGraded Graded(ComparedMatrices matrices) => new()
    {
        Id = "3",
        At = Noon,
        Kata = "pca",
        Attempt = "ab",
        Verdict = Verdict() with { Failed = [new FailedTest("Centre_is_new", "failed") { Matrices = matrices }] },
    };

    private static ComparedMatrices? Kept(string line) => ((AttemptGraded?)JournalLine.Read(line).Event)?.Verdict.Failed[0].Matrices;

    private static VerdictRecord Verdict() => new()
    {
        Outcome = "fail",
        Reason = "2 of 3 tests failed.",
        Members = [new MemberProgress("Centre", 1, 3)],
        Failed = [new FailedTest("Centre_is_new", "failed") { Exception = "InvalidOperationException", Message = "oops" }],
        Findings = [new Finding("KATA1001", "warning", 3, 5, 7, "scaled")],
        Milliseconds = 35.5,
    };
}
