using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary>The <c>kata</c> command line: what it understands, and what becomes of errors.</summary>
internal static class KataCommandLine
{
    public static async Task<int> RunAsync(string[] args, CliHost host)
    {
        var texts = Texts.For(Language(args, host));
        CultureInfo.CurrentUICulture = texts.Culture;
        var options = new CommandOptions(host, texts);
        var root = Create(options);
        var parsed = root.Parse(args);
        var errors = host.ConsoleOn(host.Error);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var error in parsed.Errors)
            {
                errors.MarkupLine($"[red]{Markup.Escape(error.Message)}[/]");
            }

            errors.MarkupLine(texts["SeeHelp", Markup.Escape(CommandPath(parsed.CommandResult))]);
            return (int)ExitCode.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (CliException exception)
        {
            errors.MarkupLine($"[red]{Markup.Escape(exception.Message)}[/]");
            return (int)exception.Code;
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.MarkupLine($"[red]{Markup.Escape(exception.Message)}[/]");
            return (int)ExitCode.Internal;
        }
        catch (Exception exception)
        {
            // A fault of the kit: the place belongs in the report that the user is asked for.
            errors.MarkupLine($"[red]{Markup.Escape(texts["InternalError"])}[/]");
            errors.WriteLine(exception.ToString());
            return (int)ExitCode.Internal;
        }
    }

    public static RootCommand Create(CommandOptions options)
    {
        var root = new RootCommand(options.Texts["About"]);
        root.Options.Add(options.Data);
        root.Options.Add(options.Root);
        root.Options.Add(options.Language);
        options.Fill(root, [options.Json], (_, context, cancellation) => HomeCommand.RunAsync(context, cancellation));
        foreach (var command in Commands(options))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> Commands(CommandOptions options) =>
    [
        ListCommand.Create(options),
        ShowCommand.Create(options),
        StartCommand.Create(options),
        WatchCommand.Create(options),
        TestCommand.Create(options),
        HintCommand.Create(options),
        EndCommands.CreateFinish(options),
        EndCommands.CreateGiveUp(options),
        ClockCommands.CreatePause(options),
        ClockCommands.CreateResume(options),
        ResetCommand.Create(options),
        SolutionCommand.Create(options),
        HistoryCommand.Create(options),
        StatsCommand.Create(options),
        ExplainCommand.Create(options),
        GradeCommand.Create(options),
        ReviewCommand.Create(options),
        QuizCommand.Create(options),
        ReportCommand.Create(options),
        ExchangeCommands.CreateExport(options),
        ExchangeCommands.CreateImport(options),
        DoctorCommand.Create(options),
        VerifyCommand.Create(options),
        NewCommand.Create(options),
        SyncCommand.Create(options),
        AnswerCommand.Create(options),
    ];

    /// <summary>What the command line asks for, else what the SDK is told, else what the system speaks.</summary>
    private static string Language(string[] args, CliHost host)
    {
        var at = Array.FindIndex(args, argument => argument == "--lang" || argument.StartsWith("--lang=", StringComparison.Ordinal) || argument.StartsWith("--lang:", StringComparison.Ordinal));
        var asked = at < 0 ? null : args[at].Length > 6 ? args[at][7..] : args.ElementAtOrDefault(at + 1);
        return asked ?? host.Variable("DOTNET_CLI_UI_LANGUAGE") ?? host.Variable("LC_ALL") ?? host.Variable("LANG") ?? CultureInfo.CurrentUICulture.Name;
    }

    private static string CommandPath(System.CommandLine.Parsing.CommandResult result)
        => result.Command is RootCommand ? "kata" : $"kata {result.Command.Name}";
}
