using System.CommandLine;
using System.Globalization;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata stats</c>: what all the practice comes to, kata by kata.</summary>
internal static class StatsCommand
{
    public static Command Create(CommandOptions options)
        => options.Command("stats", "AboutStats", [options.Json], (_, context, _) => Task.FromResult(Run(context)));

    private static ExitCode Run(CommandContext context)
    {
        var history = context.Desk.Read();
        var katas = KataStatistics.Of(history, context.Desk.Now);
        var mistakes = history.Sessions.SelectMany(MistakeLedger.Of).CountBy(mistake => mistake.Id).OrderByDescending(mistake => mistake.Value).ThenBy(mistake => mistake.Key, StringComparer.Ordinal).ToList();
        if (context.Json)
        {
            context.WriteJson(new
            {
                Katas = katas.Select(kata => new
                {
                    kata.Kata,
                    kata.Sessions,
                    kata.Passed,
                    BestSeconds = kata.BestTime?.TotalSeconds,
                    WorkedSeconds = kata.Worked.TotalSeconds,
                    kata.Grades,
                    kata.Hints,
                    kata.LastAt,
                }),
                Mistakes = mistakes.Select(mistake => new { Rule = mistake.Key, Sessions = mistake.Value }),
            });
            return ExitCode.Pass;
        }

        if (katas.Count == 0)
        {
            context.Say("NoHistory");
            return ExitCode.Pass;
        }

        var table = context.NewTable("HeaderKata", "HeaderSessions", "HeaderPassed", "HeaderBest", "HeaderTime", "HeaderGrades", "HeaderHints");
        foreach (var kata in katas)
        {
            table.AddRow(
                Markup.Escape(kata.Kata),
                Number(kata.Sessions),
                Number(kata.Passed),
                kata.BestTime is { } best ? Durations.Clock(best) : "",
                Durations.Clock(kata.Worked),
                Number(kata.Grades),
                Number(kata.Hints));
        }

        context.Write(table);
        if (mistakes.Count > 0)
        {
            context.Console.WriteLine();
            context.Say("MistakesSeen", string.Join(", ", mistakes.Select(mistake => $"{mistake.Key} ({mistake.Value})")));
        }

        return ExitCode.Pass;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
