using System.CommandLine;
using KataKit.Journal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KataKit.Cli;

/// <summary><c>kata list</c>: the katas, how far each is, and which are due.</summary>
internal static class ListCommand
{
    private const int WideEnoughForTitles = 100;

    public static Command Create(CommandOptions options)
    {
        var track = new Option<string?>("--track") { Description = options.Texts["OptionTrack"] };
        return options.Command("list", "AboutList", [track, options.Json], (parsed, context, _) => Task.FromResult(Run(context, parsed.GetValue(track))));
    }

    private static ExitCode Run(CommandContext context, string? track)
    {
        var history = context.Desk.Read();
        var statistics = KataStatistics.Of(history, context.Desk.Now).ToDictionary(kata => kata.Kata);
        var reviews = ReviewPlan.OfKatas(history).ToDictionary(review => review.Subject);
        var entries = context.Library.Entries
            .Where(entry => track is null || entry.Kata.Track.Equals(track, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Page.Difficulty).ThenBy(entry => entry.Page.Minutes).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        if (entries.Count == 0)
        {
            throw new CliException(context.Texts["NoSuchTrack", track, string.Join(", ", context.Library.Entries.Select(entry => entry.Kata.Track).Distinct().Order(StringComparer.Ordinal))]);
        }

        if (context.Json)
        {
            context.WriteJson(entries.Select(entry => new
            {
                entry.Id,
                entry.Name,
                entry.Page.Title,
                entry.Kata.Track,
                entry.Page.Difficulty,
                entry.Page.Minutes,
                State = StateOf(statistics.GetValueOrDefault(entry.Id), history.LastGradeOf(entry.Id)),
                Passed = history.LastGradeOf(entry.Id)?.Verdict.Passed,
                Total = history.LastGradeOf(entry.Id)?.Verdict.Total,
                BestSeconds = statistics.GetValueOrDefault(entry.Id)?.BestTime?.TotalSeconds,
                reviews.GetValueOrDefault(entry.Id)?.DueAt,
            }));
            return ExitCode.Pass;
        }

        // The identifier says enough where there is no room for the title.
        var hasRoom = context.Console.Profile.Width >= WideEnoughForTitles;
        var table = context.NewTable("HeaderKata", hasRoom ? "HeaderTopic" : null, "HeaderLevel", "HeaderMinutes", "HeaderState", "HeaderBest", "HeaderDue");

        foreach (var entry in entries)
        {
            var kata = statistics.GetValueOrDefault(entry.Id);
            var last = history.LastGradeOf(entry.Id);
            var review = reviews.GetValueOrDefault(entry.Id);
            table.AddRow(hasRoom ? [new Text(entry.Id), new Text(entry.Page.Title), .. Row()] : [new Text(entry.Id), .. Row()]);

            IEnumerable<IRenderable> Row() =>
            [
                new Text(new string('*', entry.Page.Difficulty)),
                new Text(entry.Page.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new Markup(StateText(context, StateOf(kata, last), last)),
                new Text(kata?.BestTime is { } best ? Durations.Clock(best) : ""),
                new Markup(review is null ? "" : review.DueAt <= context.Desk.Now ? $"[yellow]{context.Texts["DueNow"]}[/]" : Durations.Day(review.DueAt, context.Host.Time)),
            ];
        }

        context.Write(table);
        return ExitCode.Pass;
    }

    private static string StateOf(KataStatistics? kata, AttemptGraded? last)
        => kata is null || last is null ? "new" : kata.Passed > 0 || last.Verdict.IsPass ? "passed" : "begun";

    private static string StateText(CommandContext context, string state, AttemptGraded? last) => state switch
    {
        "new" => $"[grey]{context.Texts["StateNew"]}[/]",
        "passed" => $"[green]{context.Texts["Passed"]}[/]",
        _ when last!.Verdict.Total > 0 => $"{last.Verdict.Passed}/{last.Verdict.Total}",
        _ => context.Texts["StateBegun"],
    };
}
