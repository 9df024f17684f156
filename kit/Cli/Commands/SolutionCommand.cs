using System.CommandLine;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata solution</c>: the reference solution beside the learner's last attempt, once there is nothing left to spoil.</summary>
internal static class SolutionCommand
{
    public static Command Create(CommandOptions options)
    {
        var kata = options.OptionalKata();
        var alone = new Option<bool>("--alone") { Description = options.Texts["OptionAlone"] };
        return options.Command("solution", "AboutSolution", [kata, alone, options.Json], async (parsed, context, cancellation) =>
        {
            var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
            var entry = context.EntryFor(parsed.GetValue(kata), open);
            return Run(context, entry, open?.Kata == entry.Id ? open : null, parsed.GetValue(alone));
        });
    }

    private static ExitCode Run(CommandContext context, KataEntry entry, SessionView? open, bool alone)
    {
        // A session at work is a new test, whatever was passed before it.
        if (open is { IsPassed: false } || !context.Desk.Read().MaySeeSolution(entry.Id))
        {
            throw new CliException(context.Texts["SolutionIsLocked", entry.Id]);
        }

        var solution = File.ReadAllText(entry.Kata.SolutionPath);
        var attempt = entry.ReadSource();
        context.Desk.Append(new SolutionShown { Id = context.Desk.NewId(), At = context.Desk.Now, Kata = entry.Id, Session = open?.Id });
        if (context.Json)
        {
            context.WriteJson(new { Kata = entry.Id, Solution = solution, Attempt = attempt });
        }
        else if (alone)
        {
            context.Host.Output.WriteLine(solution.TrimEnd());
        }
        else
        {
            context.Write([new DiffView(attempt, context.Texts["YourAnswer"], solution, context.Texts["ReferenceSolution"])]);
        }

        return ExitCode.Pass;
    }
}
