using System.CommandLine;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata hint</c>: the next stage of help, written down.</summary>
internal static class HintCommand
{
    public static Command Create(CommandOptions options)
    {
        var member = new Argument<string?>(options.Texts["MemberName"]) { Description = options.Texts["ArgumentMember"], Arity = ArgumentArity.ZeroOrOne };
        var kata = options.GivenKata("OptionKata");
        return options.Command("hint", "AboutHint", [member, kata, options.Json], async (parsed, context, cancellation) =>
        {
            var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
            var (word, given) = (parsed.GetValue(member), parsed.GetValue(kata));

            // Other commands take the kata in this place, so whoever writes its name here means it.
            var named = given is null && word is not null ? context.Library.FindByName(word) : null;
            var entry = named ?? context.EntryFor(given, open);
            return Run(context, new HintBook(context.Desk, entry, open?.Kata == entry.Id ? open : null), named is null ? word : null);
        });
    }

    private static ExitCode Run(CommandContext context, HintBook book, string? member)
    {
        if (book.Session?.Start.Mode == SessionMode.Interview)
        {
            throw new CliException(context.Texts["NoHintsInInterview"]);
        }

        if (member is not null && !book.Members.Contains(member, StringComparer.OrdinalIgnoreCase))
        {
            throw new CliException(context.Texts["NoHintsFor", member, string.Join(", ", book.Members)]);
        }

        var hint = book.Take(member) ?? throw new CliException(context.Texts["NoMoreHints"]);
        if (context.Json)
        {
            context.WriteJson(hint);
            return ExitCode.Pass;
        }

        context.Say("HintHead", hint.Member, hint.Stage, hint.Stages);
        context.Console.WriteLine(hint.Text.Trim());
        return ExitCode.Pass;
    }
}
