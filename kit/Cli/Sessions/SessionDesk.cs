using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>Where events are written down. What this class has returned from is on disk.</summary>
internal sealed class SessionDesk(DataFolder folder, TimeProvider time)
{
    public JournalFile Journal { get; } = new(folder);

    public AttemptStore Attempts { get; } = new(folder);

    public DataFolder Folder => folder;

    public DateTimeOffset Now => time.GetUtcNow();

    public PracticeHistory Read() => PracticeHistory.Fold(Journal.Read());

    public void Append(JournalEvent journalEvent) => Journal.Append(journalEvent);

    public string NewId() => Guid.CreateVersion7(Now).ToString("n");

    public SessionStarted Start(string kata, double? minutes, SessionMode mode)
    {
        var id = NewId();
        var start = new SessionStarted { Id = id, At = Now, Kata = kata, Session = id, Minutes = minutes, Mode = mode };
        Append(start);
        return start;
    }

    public void RecordSave(string kata, string? session, string source)
        => Append(new AttemptSaved { Id = NewId(), At = Now, Kata = kata, Session = session, Attempt = Attempts.Save(source) });

    public AttemptGraded RecordGrade(string kata, string? session, GradedAttempt attempt, DateTimeOffset at)
    {
        var graded = new AttemptGraded
        {
            Id = NewId(),
            At = at,
            Kata = kata,
            Session = session,
            Attempt = Attempts.Save(attempt.Source),
            Verdict = attempt.Record,
        };
        Append(graded);
        return graded;
    }

    /// <summary>Puts a learner's file away before something else takes its place.</summary>
    /// <returns>Where it is now.</returns>
    public string Archive(string kata, string? session, string source)
    {
        var hash = Attempts.Save(source);
        Append(new SourceArchived { Id = NewId(), At = Now, Kata = kata, Session = session, Attempt = hash });
        return Attempts.PathOf(hash);
    }

    public void Pause(SessionView session) => Append(new SessionPaused { Id = NewId(), At = Now, Kata = session.Kata, Session = session.Id });

    public void Resume(SessionView session) => Append(new SessionResumed { Id = NewId(), At = Now, Kata = session.Kata, Session = session.Id });

    /// <summary>Ends a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ending">Why.</param>
    /// <param name="at">The moment that counts: now, or when the time ran out.</param>
    public void End(SessionView session, SessionEnding ending, DateTimeOffset at)
    {
        var now = Now;
        Append(new SessionEnded
        {
            Id = NewId(),
            At = at,
            Kata = session.Kata,
            Session = session.Id,
            Ending = ending,
            NoticedAt = now - at > TimeSpan.FromSeconds(1) ? now : null,
        });
    }
}
