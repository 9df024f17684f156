using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>Ends sessions: by request, or because their time is up, whoever notices and however late. An ended session has a grade.</summary>
internal sealed class SessionReferee(CommandContext context)
{
    /// <summary>The session that is open, after one whose time is up was closed.</summary>
    public async Task<SessionView?> OpenAsync(CancellationToken cancellation)
    {
        var session = context.Desk.Read().Open;
        if (session is null || !IsTimeUp(session))
        {
            return session;
        }

        var ended = await EndAsync(session, SessionEnding.TimeUp, grader: null, cancellation).ConfigureAwait(false);
        context.SayAside("TimeWasUp", ended.Kata, ended.IsPassed ? context.Texts["Passed"] : context.Texts["NotPassed"]);
        return null;
    }

    /// <summary>The session that is open.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public async Task<SessionView> NeedOpenAsync(CancellationToken cancellation)
        => await OpenAsync(cancellation).ConfigureAwait(false) ?? throw new CliException(context.Texts["NoSession"]);

    public bool IsTimeUp(SessionView session) => session.Deadline is { } deadline && context.Desk.Now >= deadline;

    /// <summary>Grades what was handed in, and ends the session.</summary>
    /// <param name="session">An open session.</param>
    /// <param name="ending">Why it ends.</param>
    /// <param name="grader">A warm grader for its kata, if there is one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The session as it ended.</returns>
    public async Task<SessionView> EndAsync(SessionView session, SessionEnding ending, AttemptGrader? grader, CancellationToken cancellation)
    {
        var desk = context.Desk;
        var at = ending == SessionEnding.TimeUp && session.Deadline is { } deadline ? deadline : desk.Now;
        if (context.Library.FindById(session.Kata) is { } entry && HandedIn(session, entry, at) is { } source
            && AttemptStore.HashOf(source) != session.LastGrade?.Attempt)
        {
            var own = grader is null ? await context.GraderForAsync(entry, cancellation).ConfigureAwait(false) : null;
            try
            {
                desk.RecordGrade(session.Kata, session.Id, await (grader ?? own!).GradeAsync(source, cancellation).ConfigureAwait(false), at);
            }
            finally
            {
                own?.Dispose();
            }
        }

        desk.End(session, ending, at);
        return desk.Read().Sessions.First(ended => ended.Id == session.Id);
    }

    /// <summary>
    /// What was handed in: the file as it is, if it was last written while the session ran; else, as after a later change or on another
    /// machine, what was last saved under the session's eyes.
    /// </summary>
    private string? HandedIn(SessionView session, KataEntry entry, DateTimeOffset at)
    {
        var seen = session.Events.Select(AttemptOf).OfType<string>().ToList();
        var file = new FileInfo(entry.Kata.StubPath);
        if (file.Exists && file.LastWriteTimeUtc <= at.UtcDateTime)
        {
            var source = entry.ReadSource();
            if (file.LastWriteTimeUtc >= session.Start.At.UtcDateTime || seen.Contains(AttemptStore.HashOf(source)))
            {
                return source;
            }
        }

        return seen.Count > 0 ? context.Desk.Attempts.Find(seen[^1]) : null;
    }

    private static string? AttemptOf(JournalEvent journalEvent) => journalEvent switch
    {
        AttemptSaved saved => saved.Attempt,
        AttemptGraded graded => graded.Attempt,
        _ => null,
    };
}
