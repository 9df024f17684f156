namespace KataKit.Journal;

/// <summary>What became of one kata so far.</summary>
/// <param name="Kata">The kata's identifier.</param>
/// <param name="Sessions">Its ended sessions.</param>
/// <param name="Passed">Those that ended with a pass.</param>
/// <param name="BestTime">The shortest time worked to a pass.</param>
/// <param name="Worked">The time worked in all sessions.</param>
/// <param name="Grades">The grades, outside sessions too.</param>
/// <param name="Hints">The hints taken.</param>
/// <param name="LastAt">When it was last graded.</param>
public sealed record KataStatistics(
    string Kata, int Sessions, int Passed, TimeSpan? BestTime, TimeSpan Worked, int Grades, int Hints, DateTimeOffset? LastAt)
{
    /// <summary>Works out the statistics.</summary>
    /// <param name="history">The history.</param>
    /// <param name="now">The moment up to which an open session counts.</param>
    /// <returns>One entry for each kata that occurs, in ordinal order.</returns>
    public static IReadOnlyList<KataStatistics> Of(PracticeHistory history, DateTimeOffset now)
        => [.. history.Events.Where(journalEvent => journalEvent.Kata.Length > 0)
            .GroupBy(journalEvent => journalEvent.Kata)
            .OrderBy(kata => kata.Key, StringComparer.Ordinal)
            .Select(kata => Of(kata.Key, [.. kata], [.. history.Sessions.Where(session => session.Kata == kata.Key)], now))];

    private static KataStatistics Of(string kata, IReadOnlyList<JournalEvent> events, IReadOnlyList<SessionView> sessions, DateTimeOffset now)
        => new(
            kata,
            sessions.Count(session => !session.IsOpen),
            sessions.Count(session => !session.IsOpen && session.IsPassed),
            sessions.Min(session => session.TimeToPass),
            sessions.Aggregate(TimeSpan.Zero, (sum, session) => sum + session.Worked(now)),
            events.OfType<AttemptGraded>().Count(),
            events.OfType<HintTaken>().Count(),
            events.OfType<AttemptGraded>().LastOrDefault()?.At);
}
