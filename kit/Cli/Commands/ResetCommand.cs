using System.CommandLine;
using System.Text;
using KataKit.Grading;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata reset</c>: a fresh stub. What stood there is put away first, and can be had back.</summary>
internal static class ResetCommand
{
    public static Command Create(CommandOptions options)
    {
        var kata = options.Kata();
        return options.Command("reset", "AboutReset", [kata], async (parsed, context, cancellation) =>
        {
            var entry = context.Library.Get(parsed.GetValue(kata)!, context.Texts);
            var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
            await context.EnsureBuiltAsync(cancellation).ConfigureAwait(false);
            Run(context, entry, open?.Kata == entry.Id ? open : null);
            return ExitCode.Pass;
        });
    }

    private static void Run(CommandContext context, KataEntry entry, SessionView? session)
    {
        var stub = StubWriter.Of(KataBuild.Read(entry.Kata)).Write(File.ReadAllText(entry.Kata.SolutionPath));
        var path = entry.Kata.StubPath;
        if (File.Exists(path))
        {
            var source = File.ReadAllText(path);
            if (source.ReplaceLineEndings() == stub.ReplaceLineEndings())
            {
                context.Say("FreshAlready", entry.Id);
                return;
            }

            context.Say("Archived", context.Desk.Archive(entry.Id, session?.Id, source));
        }

        WriteWhole(path, stub);
        context.Say("Fresh", Path.GetRelativePath(context.Host.CurrentDirectory, path));
    }

    /// <summary>Replaces a file at one stroke: an editor or a watcher never sees half of it.</summary>
    private static void WriteWhole(string path, string text)
    {
        var draft = path + ".draft";
        File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(draft, path, overwrite: true);
    }
}
