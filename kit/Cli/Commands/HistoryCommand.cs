using System.CommandLine;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata history</c>: the sessions; as JSON, everything that the journal knows.</summary>
internal static class HistoryCommand
{
    public static Command Create(CommandOptions options)
    {
        var kata = options.OptionalKata();
        return options.Command("history", "AboutHistory", [kata, options.Json], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(kata))));
    }

    private static ExitCode Run(CommandContext context, string? name)
    {
        var kata = name is null ? null : context.Library.Get(name, context.Texts).Id;
        var history = context.Desk.Read();
        var now = context.Desk.Now;
        var sessions = history.Sessions.Where(session => kata is null || session.Kata == kata).ToList();
        if (context.Json)
        {
            context.WriteJson(new
            {
                Sessions = sessions.Select(session => SessionJson(session, now)),
                OutsideSessions = history.Events.Where(journalEvent => journalEvent.Session is null && (kata is null || journalEvent.Kata == kata)),
                history.UnknownEvents,
                UnreadableLines = history.Unreadable.Count,
            });
            return ExitCode.Pass;
        }

        if (sessions.Count == 0)
        {
            context.Say("NoHistory");
            return ExitCode.Pass;
        }

        var table = context.NewTable("HeaderWhen", "HeaderKata", "HeaderMode", "HeaderTime", "HeaderEnd", "HeaderTests", "HeaderHints");
        foreach (var session in sessions)
        {
            table.AddRow(
                Durations.Moment(session.Start.At, context.Host.Time),
                Markup.Escape(session.Kata),
                context.Texts[session.Start.Mode == SessionMode.Interview ? "Interview" : "Practice"],
                Durations.Clock(session.Worked(now)),
                EndText(context, session),
                session.LastGrade is { } grade ? GradeText(grade.Verdict) : "",
                session.Hints.Any() ? session.Hints.Count().ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        }

        context.Write(table);
        return ExitCode.Pass;
    }

    private static object SessionJson(SessionView session, DateTimeOffset now) => new
    {
        session.Id,
        session.Kata,
        session.Start.Mode,
        session.Start.Minutes,
        StartedAt = session.Start.At,
        EndedAt = session.End?.At,
        session.End?.Ending,
        session.IsPaused,
        session.IsPassed,
        WorkedSeconds = session.Worked(now).TotalSeconds,
        SecondsToPass = session.TimeToPass?.TotalSeconds,
        Mistakes = MistakeLedger.Of(session),
        session.Events,
    };

    private static string EndText(CommandContext context, SessionView session) => session.End?.Ending switch
    {
        null => context.Texts[session.IsPaused ? "Paused" : "StateOpen"],
        SessionEnding.Finished => context.Texts["StateFinished"],
        SessionEnding.GaveUp => context.Texts["StateGaveUp"],
        _ => context.Texts["StateTimeUp"],
    };

    private static string GradeText(VerdictRecord verdict)
    {
        var text = verdict.Total > 0 ? $"{verdict.Passed}/{verdict.Total}" : verdict.Outcome;
        return verdict.IsPass ? $"[green]{text}[/]" : $"[yellow]{Markup.Escape(text)}[/]";
    }
}
