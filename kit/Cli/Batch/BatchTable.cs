using System.Globalization;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary>A table for people.</summary>
internal sealed class BatchTable(CommandContext context) : IBatchFormat
{
    public static void WriteSummary(IReadOnlyList<BatchAnswer> answers, CommandContext context)
    {
        var counts = answers.CountBy(answer => answer.Verdict.Outcome).OrderBy(count => count.Key, StringComparer.Ordinal);
        context.Say("BatchSummary", answers.Count, string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")));
    }

    public void Write(IReadOnlyList<BatchAnswer> answers, TextWriter writer)
    {
        var table = context.NewTable("HeaderVerdict", "HeaderTests", "HeaderFindings");
        table.AddColumn(new TableColumn(new Markup($"[bold]{context.Texts["HeaderFile"]}[/]")));
        foreach (var answer in answers)
        {
            table.AddRow(
                new Markup(answer.Verdict.IsPass ? $"[green]{answer.Verdict.Outcome}[/]" : $"[red]{Markup.Escape(answer.Verdict.Outcome)}[/]"),
                new Text(answer.Verdict.Total > 0 ? string.Create(CultureInfo.InvariantCulture, $"{answer.Verdict.Passed}/{answer.Verdict.Total}") : ""),
                new Text(string.Join(' ', answer.Verdict.Findings.Select(finding => finding.Id).Distinct().Take(2))),
                new Text(answer.Path));
        }

        context.Write(table);
        WriteSummary(answers, context);
    }
}
