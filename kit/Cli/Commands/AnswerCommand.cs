using System.CommandLine;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary><c>kata answer</c>: an answer of the evidence as a whole, whether it is kept so or as an edit.</summary>
internal static class AnswerCommand
{
    public static Command Create(CommandOptions options)
    {
        var name = new Argument<string>(options.Texts["AnswerName"]) { Description = options.Texts["ArgumentAnswer"] };
        var output = new Option<string?>("--out", "-o") { Description = options.Texts["OptionOut"] };
        return options.Command("answer", "AboutAnswer", [name, output], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(name)!, parsed.GetValue(output))));
    }

    private static ExitCode Run(CommandContext context, string name, string? output)
    {
        var answer = Find(context, name);
        var text = Text(answer);
        if (output is null)
        {
            context.Host.Output.Write(text);
            return ExitCode.Pass;
        }

        var path = Path.GetFullPath(output, context.Host.CurrentDirectory);
        if (File.Exists(path))
        {
            throw new CliException(context.Texts["ExistsAlready", output]);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        context.Say("AnswerWritten", answer.Name, output);
        return ExitCode.Pass;
    }

    /// <summary>Finds an answer by its name, by the beginning of it, or by both kata and name where several katas have such an answer.</summary>
    private static Answer Find(CommandContext context, string name)
    {
        var (kata, id) = name.Split('/') is [var first, var second] ? (first, second) : (null, name);
        var entries = kata is null ? context.Library.Entries : [context.Library.Get(kata, context.Texts)];
        var all = entries.SelectMany(entry => entry.Kata.Wrong.Concat(entry.Kata.Right)).ToList();
        var exact = all.Where(answer => answer.Name.Equals(id, StringComparison.OrdinalIgnoreCase)).ToList();
        var found = exact.Count > 0 ? exact : all.Where(answer => answer.Name.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new CliException(context.Texts["NoSuchAnswer", name]),
            _ => throw new CliException(context.Texts["SeveralAnswers", name, string.Join(", ", found.Select(answer => $"{answer.Kata.Name}/{answer.Name}"))]),
        };
    }

    private static string Text(Answer answer)
    {
        try
        {
            return answer.Text;
        }
        catch (FormatException exception)
        {
            throw new CliException(exception.Message, ExitCode.Internal);
        }
    }
}
