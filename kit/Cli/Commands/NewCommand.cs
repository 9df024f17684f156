using System.CommandLine;
using System.Text.RegularExpressions;

namespace KataKit.Cli;

/// <summary><c>kata new</c>: the files of a new kata, which builds, is red as a stub and green as a solution from the first moment.</summary>
internal static partial class NewCommand
{
    public static Command Create(CommandOptions options)
    {
        var name = new Argument<string>(options.Texts["KataName"]) { Description = options.Texts["ArgumentNew"] };
        return options.Command("new", "AboutNew", [name], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(name)!)));
    }

    private static ExitCode Run(CommandContext context, string name)
    {
        if (!ClassName().IsMatch(name))
        {
            throw new CliException(context.Texts["NoClassName", name]);
        }

        var root = context.Library.Root;
        var files = new KataTemplate(name).Files;
        if (files.Keys.FirstOrDefault(path => File.Exists(Path.Combine(root, path))) is { } taken)
        {
            throw new CliException(context.Texts["ExistsAlready", taken]);
        }

        foreach (var (path, text) in files)
        {
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            context.Console.Profile.Out.Writer.WriteLine(path);
        }

        context.Say("NewNext", name);
        return ExitCode.Pass;
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{1,60}$")]
    private static partial Regex ClassName();
}
