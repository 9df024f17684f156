using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary>The end of a session: its grade in full, the time, what went wrong on the way, and what to do next.</summary>
internal sealed class Debriefing(CommandContext context)
{
    private const int Failures = 5;

    /// <summary>Enough to see what an interviewer would go on with; the quiz asks all.</summary>
    private const int FollowUps = 3;

    public ExitCode Show(SessionView session)
    {
        var entry = context.Library.FindById(session.Kata);
        var graded = session.LastGrade;
        context.Say(session.End!.Ending switch
        {
            SessionEnding.Finished => "EndFinished",
            SessionEnding.GaveUp => "EndGaveUp",
            _ => "EndTimeUp",
        }, session.Kata, Durations.Clock(session.Worked(session.End.At)));
        if (graded is null)
        {
            context.Say("NothingGraded");
            return ExitCode.NoTests;
        }

        var source = context.Desk.Attempts.Find(graded.Attempt) ?? "";
        var detail = new VerdictDetail(Findings: true, Lessons: true, Failures);
        context.Write(new VerdictView(context.Texts, context.Host.IsPainted).Draw(graded.Verdict, source, entry?.FileName ?? session.Kata + ".cs", detail));

        context.Console.WriteLine();
        context.Say("DebriefCounts", session.Grades.Count(), session.Hints.Count());
        if (session.TimeToPass is { } time)
        {
            context.Say("DebriefTimeToPass", Durations.Clock(time));
        }

        Mistakes(session);
        context.Say(session.IsPassed ? "NextAfterPass" : "NextAfterFail", session.Kata);
        if (entry is not null)
        {
            GoOn(entry);
        }

        return OutcomeCode(graded.Verdict);
    }

    /// <summary>What an interviewer would ask now, without the answers, and what to read.</summary>
    private void GoOn(KataEntry entry)
    {
        context.Console.WriteLine();
        context.Say("DebriefFollowUps", entry.Id);
        context.Write(Bullets(entry.Coaching.FollowUps.Take(FollowUps).Select(followUp => followUp.Question)));
        if (entry.Coaching.Sources.Count > 0)
        {
            context.Say("DebriefSources");
            context.Write(Bullets(entry.Coaching.Sources));
        }
    }

    private static MarkdownView Bullets(IEnumerable<string> texts)
        => new(string.Join('\n', texts.Select(text => $"- {text.Trim().ReplaceLineEndings("\n  ")}")));

    /// <summary>The exit code that tells a recorded verdict.</summary>
    public static ExitCode OutcomeCode(VerdictRecord verdict)
        => Enum.TryParse<KataKit.Grading.Verdict>(verdict.Outcome, ignoreCase: true, out var parsed) ? ExitCodes.Of(parsed) : ExitCode.Internal;

    private void Mistakes(SessionView session)
    {
        foreach (var mistake in MistakeLedger.Of(session))
        {
            context.Console.MarkupLine(context.Marked(
                mistake.MendedAfter is null ? "MistakeStands" : "MistakeMended",
                mistake.Id,
                Durations.Clock(mistake.MadeAfter),
                mistake.MendedAfter is { } mended ? Durations.Clock(mended) : "",
                mistake.Message));
        }
    }
}
