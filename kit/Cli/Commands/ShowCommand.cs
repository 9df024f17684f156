using System.CommandLine;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata show</c>: the task, as an interviewer would put it.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandOptions options)
    {
        var kata = options.OptionalKata();
        return options.Command("show", "AboutShow", [kata, options.Json], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(kata))));
    }

    private static ExitCode Run(CommandContext context, string? name)
    {
        var entry = context.EntryFor(name);
        var page = entry.Page;
        if (context.Json)
        {
            context.WriteJson(new
            {
                entry.Id,
                entry.Name,
                page.Title,
                entry.Kata.Track,
                page.Difficulty,
                page.Minutes,
                page.Members,
                File = entry.Kata.StubPath,
                Task = page.Body,
            });
            return ExitCode.Pass;
        }

        context.Say("ShowHead", entry.Kata.Track, page.Difficulty, page.Minutes, Path.GetRelativePath(context.Host.CurrentDirectory, entry.Kata.StubPath));
        context.Console.WriteLine();
        context.Write(new MarkdownView(page.Body));
        return ExitCode.Pass;
    }
}
