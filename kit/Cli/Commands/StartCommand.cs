using System.CommandLine;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata start</c>: begins a session against the clock, and watches it.</summary>
internal static class StartCommand
{
    private const double Longest = 24 * 60;

    public static Command Create(CommandOptions options)
    {
        var kata = options.Kata();
        var minutes = new Option<double?>("--minutes", "-m") { Description = options.Texts["OptionMinutes"] };
        var interview = new Option<bool>("--interview") { Description = options.Texts["OptionInterview"] };
        var away = new Option<bool>("--no-watch") { Description = options.Texts["OptionNoWatch"] };
        return options.Command("start", "AboutStart", [kata, minutes, interview, away], (parsed, context, cancellation) => RunAsync(
            context,
            context.Library.Get(parsed.GetValue(kata)!, context.Texts),
            parsed.GetValue(minutes),
            parsed.GetValue(interview) ? SessionMode.Interview : SessionMode.Practice,
            watch: !parsed.GetValue(away),
            cancellation));
    }

    private static async Task<ExitCode> RunAsync(
        CommandContext context, KataEntry entry, double? minutes, SessionMode mode, bool watch, CancellationToken cancellation)
    {
        if (minutes is { } given and not (> 0 and <= Longest))
        {
            throw new CliException(context.Texts["MinutesOutOfRange", given, Longest]);
        }

        if (await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false) is { } open)
        {
            throw new CliException(context.Texts["SessionIsOpen", open.Kata]);
        }

        // Before the clock starts: a build takes time that is not the learner's.
        using var grader = await context.GraderForAsync(entry, cancellation).ConfigureAwait(false);
        if (watch)
        {
            await grader.WarmAsync(cancellation).ConfigureAwait(false);
        }

        var source = entry.ReadSource();
        var start = context.Desk.Start(entry.Id, minutes ?? entry.Page.Minutes, mode);
        context.Desk.RecordSave(entry.Id, start.Session, source);
        context.Say("Started", entry.Id, start.Minutes, Path.GetRelativePath(context.Host.CurrentDirectory, entry.Kata.StubPath));
        return watch
            ? await new Practice(context, entry, grader).RunAsync(cancellation).ConfigureAwait(false)
            : ExitCode.Pass;
    }
}
