using System.CommandLine;

namespace KataKit.Cli;

/// <summary>The options that all commands share, and how a command gets to work.</summary>
internal sealed class CommandOptions
{
    private readonly CliHost _host;

    public CommandOptions(CliHost host, Texts texts)
    {
        _host = host;
        Texts = texts;
        Data = new("--data") { Description = texts["OptionData"], Recursive = true, HelpName = texts["FolderName"] };
        Root = new("--root") { Description = texts["OptionRoot"], Recursive = true, HelpName = texts["FolderName"] };
        Language = new("--lang") { Description = texts["OptionLang"], Recursive = true, HelpName = "en|zh-Hans" };
        Json = new("--json") { Description = texts["OptionJson"] };
    }

    public Texts Texts { get; }

    public Option<string?> Data { get; }

    public Option<string?> Root { get; }

    /// <summary>Known to the parser for the help's sake; it is read before the parser exists, for that speaks the language too.</summary>
    public Option<string?> Language { get; }

    public Option<bool> Json { get; }

    public Option<string?> GivenKata(string descriptionKey) => new("--kata") { Description = Texts[descriptionKey] };

    public Argument<string> Kata() => new(Texts["KataName"]) { Description = Texts["ArgumentKata"] };

    public Argument<string?> OptionalKata()
        => new(Texts["KataName"]) { Description = Texts["ArgumentOptionalKata"], Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Makes a command that does something and tells how it went.</summary>
    public Command Command(
        string name, string descriptionKey, IEnumerable<Symbol> symbols, Func<ParseResult, CommandContext, CancellationToken, Task<ExitCode>> run)
    {
        var command = new Command(name, Texts[descriptionKey]);
        Fill(command, symbols, run);
        return command;
    }

    public void Fill(Command command, IEnumerable<Symbol> symbols, Func<ParseResult, CommandContext, CancellationToken, Task<ExitCode>> run)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
            {
                command.Options.Add(option);
            }
            else
            {
                command.Arguments.Add((Argument)symbol);
            }
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var json = command.Options.Contains(Json) && parsed.GetValue(Json);
            var context = new CommandContext(_host, Texts, parsed.GetValue(Root), parsed.GetValue(Data), json);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _host.Cancellation);
            return (int)await run(parsed, context, either.Token).ConfigureAwait(false);
        });
    }
}
