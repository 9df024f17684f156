using KataKit.Cli;
using KataKit.Cli.Tests;

namespace KataKit.Snapshots.Tests.Screens;

/// <summary>
/// The screen of a practice on a terminal of 80 by 24 without colours, at two moments: after a grade, and after a hint. It is drawn from
/// the journal of a session, without the loop around it, so that nothing depends on how long something takes.
/// </summary>
internal static class PracticeScreenshots
{
    private static readonly string Line = "\n" + new string('=', 80) + "\n";

    public static string Take(LearnersKit kit, string language)
    {
        using var output = new StringWriter();
        var host = new CliHost
        {
            Output = output,
            Error = TextWriter.Null,
            Input = TextReader.Null,
            Time = kit.Time,
            CurrentDirectory = kit.Root,
            Variable = name => name == "NO_COLOR" ? "1" : null,
            Keyboard = new HintKey(),
            Size = () => (80, 24),
            Builder = new DotnetKataBuilder(),
        };
        var context = new CommandContext(host, Texts.For(language), kit.Root, kit.Data.Path, json: false);
        var session = kit.History().Open!;
        var entry = context.Library.FindById(session.Kata)!;
        var screen = new PracticeScreen(context, entry);
        var grade = session.LastGrade!;
        screen.Show(grade, context.Desk.Attempts.Find(grade.Attempt)!, session);
        screen.Draw(session, isGrading: false);
        new PracticeKeys(context, entry, screen).Obey(session);
        screen.Draw(kit.History().Open, isGrading: false);

        var frames = output.ToString().Split("\u001b[H").Skip(1)
            .Select(frame => frame.Split("\u001b[J")[0].Replace("\u001b[K", "", StringComparison.Ordinal));
        return Unstable.Replace(string.Join(Line, frames), kit);
    }

    private sealed class HintKey : IKeyboard
    {
        public char? Next() => 'h';
    }
}
