using System.CommandLine;
using KataKit.Grading;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary><c>kata test</c>: grades the learner's file once.</summary>
internal static class TestCommand
{
    private const int Failures = 10;

    public static Command Create(CommandOptions options)
    {
        var kata = options.OptionalKata();
        var all = new Option<bool>("--all") { Description = options.Texts["OptionAll"] };
        return options.Command("test", "AboutTest", [kata, all, options.Json], (parsed, context, cancellation)
            => RunAsync(context, parsed.GetValue(kata), parsed.GetValue(all), cancellation));
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, string? name, bool all, CancellationToken cancellation)
    {
        _ = CompilerWarmUp.BeginAsync();
        var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
        var entry = context.EntryFor(name, open);
        var session = open?.Kata == entry.Id ? open : null;
        using var grader = await context.GraderForAsync(entry, cancellation).ConfigureAwait(false);
        var source = entry.ReadSource();
        context.Desk.RecordSave(entry.Id, session?.Id, source);
        var attempt = await grader.GradeAsync(source, cancellation).ConfigureAwait(false);
        context.Desk.RecordGrade(entry.Id, session?.Id, attempt, context.Desk.Now);

        var detail = VerdictDetail.During(session?.Start.Mode, all ? int.MaxValue : Failures) with { NotWritten = all };
        if (context.Json)
        {
            context.WriteJson(VerdictJson.Of(entry, attempt.Record, detail));
        }
        else
        {
            context.Write(new VerdictView(context.Texts, context.Host.IsPainted).Draw(attempt.Record, source, entry.FileName, detail));
        }

        return ExitCodes.Of(attempt.Grade.Verdict);
    }
}
