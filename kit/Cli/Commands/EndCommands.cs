using System.CommandLine;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata finish</c> and <c>kata give-up</c>: the end of a session, with its grade.</summary>
internal static class EndCommands
{
    public static Command CreateFinish(CommandOptions options)
        => options.Command("finish", "AboutFinish", [], (_, context, cancellation) => EndAsync(context, SessionEnding.Finished, cancellation));

    public static Command CreateGiveUp(CommandOptions options)
        => options.Command("give-up", "AboutGiveUp", [], (_, context, cancellation) => EndAsync(context, SessionEnding.GaveUp, cancellation));

    private static async Task<ExitCode> EndAsync(CommandContext context, SessionEnding ending, CancellationToken cancellation)
    {
        var referee = new SessionReferee(context);
        var session = await referee.NeedOpenAsync(cancellation).ConfigureAwait(false);
        return new Debriefing(context).Show(await referee.EndAsync(session, ending, grader: null, cancellation).ConfigureAwait(false));
    }
}
