using System.CommandLine;
using KataKit.Grading;
using KataKit.Journal;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata doctor</c>: is everything there that the command needs, and is the journal whole?</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandOptions options)
        => options.Command("doctor", "AboutDoctor", [options.Json], (_, context, cancellation) => RunAsync(context, cancellation));

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var findings = new List<Checkup>();
        findings.AddRange(Machine(context));
        findings.AddRange(Repository(context));
        findings.AddRange(Data(context));
        if (KataBuild.IsComplete(context.Library.Root))
        {
            findings.Add(await GraderAsync(context, context.Library.Entries[0], cancellation).ConfigureAwait(false));
        }

        if (context.Json)
        {
            context.WriteJson(findings);
        }
        else
        {
            foreach (var finding in findings)
            {
                var mark = finding.State switch { CheckupState.Good => "[green]ok[/]", CheckupState.Note => "[yellow]--[/]", _ => "[red]xx[/]" };
                context.Console.MarkupLine($"{mark}  {Markup.Escape(finding.Text)}");
            }
        }

        return findings.Any(finding => finding.State == CheckupState.Bad) ? ExitCode.Fail : ExitCode.Pass;
    }

    private static IEnumerable<Checkup> Machine(CommandContext context)
    {
        yield return new Checkup(CheckupState.Good, context.Texts["DoctorRuntime", Environment.Version, System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier]);
        yield return Bubblewrap.WhyUnavailable() is { } reason
            ? new Checkup(CheckupState.Note, context.Texts["NoSandbox", reason])
            : new Checkup(CheckupState.Good, context.Texts["DoctorSandbox"]);
    }

    private static IEnumerable<Checkup> Repository(CommandContext context)
    {
        var library = context.Library;
        yield return new Checkup(CheckupState.Good, context.Texts["DoctorRepository", library.Root, library.Entries.Count]);
        yield return KataBuild.IsComplete(library.Root)
            ? new Checkup(CheckupState.Good, context.Texts["DoctorBuilt"])
            : new Checkup(CheckupState.Note, context.Texts["DoctorUnbuilt"]);
    }

    private static IEnumerable<Checkup> Data(CommandContext context)
    {
        var folder = context.Desk.Folder;
        Directory.CreateDirectory(folder.Path);
        using (FileLock.TryTake(folder.LockPath) ?? throw new CliException(context.Texts["DoctorLocked", folder.LockPath]))
        {
            yield return new Checkup(CheckupState.Good, context.Texts["DoctorData", folder.Path]);
        }

        var history = context.Desk.Read();
        yield return new Checkup(CheckupState.Good, context.Texts["DoctorJournal", history.Events.Count, history.Sessions.Count]);
        if (history.Unreadable.Count > 0)
        {
            yield return new Checkup(CheckupState.Bad, context.Texts["DoctorUnreadable", history.Unreadable.Count, folder.JournalPath]);
        }

        if (history.UnknownEvents > 0)
        {
            yield return new Checkup(CheckupState.Note, context.Texts["DoctorUnknown", history.UnknownEvents]);
        }

        if (File.Exists(folder.TornPath))
        {
            yield return new Checkup(CheckupState.Note, context.Texts["DoctorTorn", folder.TornPath]);
        }

        var missing = history.Events.Select(AttemptOf).OfType<string>().Distinct().Where(hash => context.Desk.Attempts.Find(hash) is null).ToList();
        if (missing.Count > 0)
        {
            yield return new Checkup(CheckupState.Bad, context.Texts["DoctorMissing", missing.Count, folder.AttemptsPath]);
        }

        if (history.Events.Any(journalEvent => journalEvent.At > context.Desk.Now.AddDays(1)))
        {
            yield return new Checkup(CheckupState.Note, context.Texts["DoctorFuture"]);
        }
    }

    /// <summary>The reference solution must pass, or no verdict is worth anything.</summary>
    private static async Task<Checkup> GraderAsync(CommandContext context, KataEntry entry, CancellationToken cancellation)
    {
        using var grader = new AttemptGrader(entry, context.Texts, context.Host.Limits);
        var attempt = await grader.GradeAsync(await File.ReadAllTextAsync(entry.Kata.SolutionPath, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return attempt.Record.IsPass
            ? new Checkup(CheckupState.Good, context.Texts["DoctorGrader", entry.Id, Math.Round(attempt.Record.Milliseconds)])
            : new Checkup(CheckupState.Bad, context.Texts["DoctorGraderBad", entry.Id, attempt.Record.Outcome, attempt.Record.Reason]);
    }

    private static string? AttemptOf(JournalEvent journalEvent) => journalEvent switch
    {
        AttemptSaved saved => saved.Attempt,
        AttemptGraded graded => graded.Attempt,
        SourceArchived archived => archived.Attempt,
        _ => null,
    };

    private enum CheckupState
    {
        Good,
        Note,
        Bad,
    }

    private sealed record Checkup(CheckupState State, string Text);
}
