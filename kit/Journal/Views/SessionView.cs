namespace KataKit.Journal;

/// <summary>A session as its events tell it.</summary>
public sealed class SessionView
{
    private readonly List<JournalEvent> _events = [];
    private TimeSpan _worked;
    private DateTimeOffset? _runningSince;

    internal SessionView(SessionStarted start)
    {
        Start = start;
        _runningSince = start.At;
        _events.Add(start);
    }

    /// <summary>How it began.</summary>
    public SessionStarted Start { get; }

    /// <summary>How it ended; <see langword="null"/> while it is open.</summary>
    public SessionEnded? End { get; private set; }

    /// <summary>All its events in the order in which they were written.</summary>
    public IReadOnlyList<JournalEvent> Events => _events;

    /// <summary>Its grades in their order.</summary>
    public IEnumerable<AttemptGraded> Grades => _events.OfType<AttemptGraded>();

    /// <summary>The hints that were taken, in their order.</summary>
    public IEnumerable<HintTaken> Hints => _events.OfType<HintTaken>();

    /// <summary>The identifier.</summary>
    public string Id => Start.Session!;

    /// <summary>The identifier of the kata.</summary>
    public string Kata => Start.Kata;

    /// <summary>Whether it has not ended.</summary>
    public bool IsOpen => End is null;

    /// <summary>Whether its clock stands still, though it has not ended.</summary>
    public bool IsPaused => IsOpen && _runningSince is null;

    /// <summary>The time that it may take.</summary>
    public TimeSpan? Limit => Start.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>The last grade, which is the session's grade once it has ended.</summary>
    public AttemptGraded? LastGrade => Grades.LastOrDefault();

    /// <summary>Whether the last grade is a pass.</summary>
    public bool IsPassed => LastGrade?.Verdict.IsPass == true;

    /// <summary>When time is up; <see langword="null"/> without a limit, while paused, and after the end.</summary>
    public DateTimeOffset? Deadline => Limit is { } limit && _runningSince is { } since ? since + (limit - _worked) : null;

    /// <summary>The time worked up to a moment, pauses left out.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>The time; never negative, even if the clock was set back.</returns>
    public TimeSpan Worked(DateTimeOffset now) => _worked + Since(now);

    /// <summary>The time that is left at a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>The time, at least 0; <see langword="null"/> without a limit.</returns>
    public TimeSpan? Left(DateTimeOffset now)
        => Limit is not { } limit ? null : limit - Worked(now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>The time worked before the first grade that was a pass.</summary>
    public TimeSpan? TimeToPass => Grades.FirstOrDefault(grade => grade.Verdict.IsPass) is { } pass ? WorkedBefore(pass) : null;

    /// <summary>The time worked before one of the session's events.</summary>
    /// <param name="journalEvent">The event.</param>
    /// <returns>The time, pauses left out.</returns>
    public TimeSpan WorkedBefore(JournalEvent journalEvent)
    {
        var replay = new SessionView(Start);
        foreach (var earlier in _events.Skip(1).TakeWhile(earlier => earlier != journalEvent))
        {
            replay.Add(earlier);
        }

        return replay.Worked(journalEvent.At);
    }

    internal void Add(JournalEvent journalEvent)
    {
        _events.Add(journalEvent);
        switch (journalEvent)
        {
            case SessionPaused:
                StopClock(journalEvent.At);
                break;
            case SessionResumed when IsOpen:
                _runningSince ??= journalEvent.At;
                break;
            case SessionEnded end when IsOpen:
                StopClock(end.At);
                End = end;
                break;
        }
    }

    private void StopClock(DateTimeOffset at)
    {
        _worked += Since(at);
        _runningSince = null;
    }

    private TimeSpan Since(DateTimeOffset now) => _runningSince is { } since && now > since ? now - since : TimeSpan.Zero;
}
