namespace KataKit.Journal;

/// <summary>When a kata or a question is to be done again.</summary>
/// <param name="Subject">The kata's or the question's identifier.</param>
/// <param name="Interval">The days between the last time and the next.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Last">How well it went the last time.</param>
public sealed record Review(string Subject, TimeSpan Interval, DateTimeOffset DueAt, Recall Last);

/// <summary>
/// Spaced repetition: what was known comes back after a longer and longer time, what was not comes back the next day. The growth factors
/// follow SM-2 (Wozniak 1990) with its initial ease, 2.5.
/// </summary>
public static class ReviewPlan
{
    private const double Growth = 2.5;
    private const double SlowGrowth = 1.2;

    private static readonly TimeSpan First = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstKnown = TimeSpan.FromDays(3);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    /// <summary>Plans the katas: a session that passed without hints was known, one that passed with hints was partly known.</summary>
    /// <param name="history">The history.</param>
    /// <returns>A review for each kata with an ended session, the earliest due first.</returns>
    public static IReadOnlyList<Review> OfKatas(PracticeHistory history)
        => Plan(history.Sessions.Where(session => !session.IsOpen).Select(session => (session.Kata, session.End!.At, RecallOf(session))));

    /// <summary>Plans the interview questions.</summary>
    /// <param name="history">The history.</param>
    /// <returns>A review for each question that was answered, the earliest due first.</returns>
    public static IReadOnlyList<Review> OfQuestions(PracticeHistory history)
        => Plan(history.Events.OfType<QuestionAnswered>().Select(answer => (answer.Question, answer.At, answer.Recall)));

    /// <summary>How well a session went.</summary>
    /// <param name="session">The session.</param>
    /// <returns>Known for a pass without hints, partly known for a pass with hints, else forgotten.</returns>
    public static Recall RecallOf(SessionView session)
        => !session.IsPassed || session.End?.Ending == SessionEnding.GaveUp ? Recall.Forgotten
            : session.Hints.Any() ? Recall.Partial
            : Recall.Known;

    private static IReadOnlyList<Review> Plan(IEnumerable<(string Subject, DateTimeOffset At, Recall Recall)> times)
        => [.. times.GroupBy(time => time.Subject)
            .Select(subject => subject.OrderBy(time => time.At).Aggregate((Review?)null, Next)!)
            .OrderBy(review => review.DueAt)
            .ThenBy(review => review.Subject, StringComparer.Ordinal)];

    private static Review Next(Review? before, (string Subject, DateTimeOffset At, Recall Recall) time)
    {
        var interval = (time.Recall, before) switch
        {
            (Recall.Forgotten, _) => First,
            (Recall.Partial, null) => First,
            (Recall.Partial, _) => before.Interval * SlowGrowth,
            (_, null) => FirstKnown,
            _ => before.Interval * Growth,
        };
        interval = interval < Longest ? interval : Longest;
        return new Review(time.Subject, interval, time.At + interval, time.Recall);
    }
}
