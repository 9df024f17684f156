namespace KataKit.Journal;

/// <summary>What the journal amounts to. It is worked out from the events each time; nothing is kept beside them.</summary>
public sealed class PracticeHistory
{
    private PracticeHistory(IReadOnlyList<SessionView> sessions, IReadOnlyList<JournalEvent> events, IReadOnlyList<JournalLine> unreadable, int unknown)
    {
        Sessions = sessions;
        Events = events;
        Unreadable = unreadable;
        UnknownEvents = unknown;
    }

    /// <summary>The sessions in the order of their start.</summary>
    public IReadOnlyList<SessionView> Sessions { get; }

    /// <summary>Every known event in the order in which it was written.</summary>
    public IReadOnlyList<JournalEvent> Events { get; }

    /// <summary>Lines that are no events.</summary>
    public IReadOnlyList<JournalLine> Unreadable { get; }

    /// <summary>The number of events that a newer program wrote. They are kept.</summary>
    public int UnknownEvents { get; }

    /// <summary>The session that is open. If several are, as after merging journals, the one that began last.</summary>
    public SessionView? Open => Sessions.LastOrDefault(session => session.IsOpen);

    /// <summary>Reads the journal's lines.</summary>
    /// <param name="lines">The lines in the order in which they were written.</param>
    /// <returns>The history.</returns>
    public static PracticeHistory Fold(IReadOnlyList<JournalLine> lines)
    {
        var seen = new HashSet<string>();
        var events = lines.Where(line => line.Event is not null && seen.Add(line.Id!)).Select(line => line.Event!).ToList();
        var sessions = new Dictionary<string, SessionView>();
        foreach (var journalEvent in events.Where(journalEvent => journalEvent.Session is not null))
        {
            if (sessions.TryGetValue(journalEvent.Session!, out var session))
            {
                session.Add(journalEvent);
            }
            else if (journalEvent is SessionStarted start)
            {
                sessions.Add(start.Session!, new SessionView(start));
            }
        }

        return new PracticeHistory(
            [.. sessions.Values.OrderBy(session => session.Start.At)],
            events,
            [.. lines.Where(line => !line.IsReadable)],
            lines.Count(line => line is { IsReadable: true, Event: null }));
    }

    /// <summary>The last grade of a kata, in a session or outside.</summary>
    /// <param name="kata">The kata's identifier.</param>
    /// <returns>The grade; <see langword="null"/> where there is none.</returns>
    public AttemptGraded? LastGradeOf(string kata) => Events.OfType<AttemptGraded>().LastOrDefault(grade => grade.Kata == kata);

    /// <summary>Whether a kata's solution may be shown: it was passed, or given up, or its time ran out.</summary>
    /// <param name="kata">The kata's identifier.</param>
    /// <returns>Whether it may.</returns>
    public bool MaySeeSolution(string kata)
        => Events.OfType<AttemptGraded>().Any(grade => grade.Kata == kata && grade.Verdict.IsPass)
            || Sessions.Any(session => session.Kata == kata && session.End is { Ending: not SessionEnding.Finished });
}
