using System.CommandLine;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata export</c> and <c>kata import</c>: the journal from machine to machine.</summary>
internal static class ExchangeCommands
{
    public static Command CreateExport(CommandOptions options)
    {
        var file = new Argument<string>(options.Texts["FileName"]) { Description = options.Texts["ArgumentExport"] };
        return options.Command("export", "AboutExport", [file], (parsed, context, _) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!, context.Host.CurrentDirectory);
            if (File.Exists(path))
            {
                throw new CliException(context.Texts["ExistsAlready", path]);
            }

            JournalArchive.Export(context.Desk.Folder, path);
            context.Say("Exported", context.Desk.Journal.Read().Count(line => line.IsReadable), path);
            return Task.FromResult(ExitCode.Pass);
        });
    }

    public static Command CreateImport(CommandOptions options)
    {
        var file = new Argument<string>(options.Texts["PathName"]) { Description = options.Texts["ArgumentImport"] };
        return options.Command("import", "AboutImport", [file, options.Json], (parsed, context, _) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!, context.Host.CurrentDirectory);
            try
            {
                var result = JournalArchive.Import(context.Desk.Folder, path);
                if (context.Json)
                {
                    context.WriteJson(result);
                }
                else
                {
                    context.Say("Imported", result.NewEvents, result.KnownEvents, result.NewAttempts, result.Unreadable);
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
            {
                throw new CliException(exception.Message);
            }

            return Task.FromResult(ExitCode.Pass);
        });
    }
}
