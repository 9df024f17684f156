using System.CommandLine;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata pause</c> and <c>kata resume</c>.</summary>
internal static class ClockCommands
{
    public static Command CreatePause(CommandOptions options)
        => options.Command("pause", "AboutPause", [], async (_, context, cancellation) =>
        {
            var session = await new SessionReferee(context).NeedOpenAsync(cancellation).ConfigureAwait(false);
            if (session.Start.Mode == SessionMode.Interview)
            {
                throw new CliException(context.Texts["NoPauseInInterview"]);
            }

            if (session.IsPaused)
            {
                throw new CliException(context.Texts["PausedAlready", session.Kata]);
            }

            context.Desk.Pause(session);
            context.Say("PausedNow", session.Kata, session.Left(context.Desk.Now) is { } left ? Durations.Countdown(left) : "");
            return ExitCode.Pass;
        });

    public static Command CreateResume(CommandOptions options)
    {
        var away = new Option<bool>("--no-watch") { Description = options.Texts["OptionNoWatch"] };
        return options.Command("resume", "AboutResume", [away], async (parsed, context, cancellation) =>
        {
            var session = await new SessionReferee(context).NeedOpenAsync(cancellation).ConfigureAwait(false);
            var entry = context.Library.Get(session.Kata, context.Texts);
            using var grader = await context.GraderForAsync(entry, cancellation).ConfigureAwait(false);
            if (!parsed.GetValue(away))
            {
                await grader.WarmAsync(cancellation).ConfigureAwait(false);
            }

            if (session.IsPaused)
            {
                context.Desk.Resume(session);
            }

            context.Say("Resumed", session.Kata, session.Left(context.Desk.Now) is { } left ? Durations.Countdown(left) : "");
            return parsed.GetValue(away) ? ExitCode.Pass : await new Practice(context, entry, grader).RunAsync(cancellation).ConfigureAwait(false);
        });
    }
}
