using System.CommandLine;
using System.Text;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata report</c>: a session as one HTML file that needs nothing else.</summary>
internal static class ReportCommand
{
    public static Command Create(CommandOptions options)
    {
        var session = new Argument<string?>(options.Texts["SessionName"]) { Description = options.Texts["ArgumentSession"], Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { Description = options.Texts["OptionReportOutput"] };
        return options.Command("report", "AboutReport", [session, output], (parsed, context, _)
            => Task.FromResult(Run(context, parsed.GetValue(session), parsed.GetValue(output))));
    }

    private static ExitCode Run(CommandContext context, string? name, string? output)
    {
        var session = Choose(context, name);
        var path = Path.GetFullPath(output ?? $"kata-{session.Kata}-{session.Id[..8]}.html", context.Host.CurrentDirectory);
        if (output is null && File.Exists(path))
        {
            // A name that the command itself has chosen is that of the same session's report.
            File.Delete(path);
        }
        else if (File.Exists(path))
        {
            throw new CliException(context.Texts["ExistsAlready", path]);
        }

        File.WriteAllText(path, new SessionReport(context, session).Write(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        context.Say("ReportWritten", path);
        return ExitCode.Pass;
    }

    /// <summary>The session whose identifier begins so, or the last one of a kata, or the last one.</summary>
    private static SessionView Choose(CommandContext context, string? name)
    {
        var sessions = context.Desk.Read().Sessions;
        if (sessions.Count == 0)
        {
            throw new CliException(context.Texts["NoHistory"].Replace("`", "", StringComparison.Ordinal));
        }

        if (name is null)
        {
            return sessions[^1];
        }

        return sessions.LastOrDefault(session => name.Length >= 4 && session.Id.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            ?? sessions.LastOrDefault(session => session.Kata == context.Library.Get(name, context.Texts).Id)
            ?? throw new CliException(context.Texts["NoSessionOf", name]);
    }
}
