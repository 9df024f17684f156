using System.Collections.Immutable;
using KataKit.Grading;
using KataKit.Journal;

namespace KataKit.Cli;

/// <summary>What is to be graded, and how.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Kata">The kata that all of them answer; <see langword="null"/> where each file tells by the contract that it implements.</param>
/// <param name="Options">How.</param>
internal sealed record BatchOrder(IReadOnlyList<string> Paths, string? Kata, BatchOptions Options);

/// <summary>An answer of a batch.</summary>
/// <param name="Path">The file, as it was named or found.</param>
/// <param name="Kata">The kata's identifier; <see langword="null"/> where the file answers none.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Tests">Every test, with those that passed, in the order in which they were announced.</param>
/// <param name="Code">The exit code that tells the verdict.</param>
internal sealed record BatchAnswer(string Path, string? Kata, VerdictRecord Verdict, ImmutableArray<TestResult> Tests, ExitCode Code);

/// <summary>Grades files and folders.</summary>
internal sealed class Batch(CommandContext context)
{
    /// <summary>Grades them.</summary>
    /// <returns>The answers of the shard, in the order of their paths. A file that answers no kata is among them: nobody gets lost.</returns>
    /// <exception cref="CliException">A path is missing, or there is nothing to grade.</exception>
    public async Task<IReadOnlyList<BatchAnswer>> GradeAsync(BatchOrder order, CancellationToken cancellation)
    {
        var files = order.Options.Shard.Of(order.Paths.SelectMany(Files).Distinct().Order(StringComparer.Ordinal).ToList());
        var given = order.Kata is { } name ? context.Library.Get(name, context.Texts) : null;
        var faults = new Dictionary<string, string>();
        var entries = files.Select(file => given ?? Recognise(file, faults)).ToList();
        if (entries.Exists(entry => entry is not null))
        {
            await context.EnsureBuiltAsync(cancellation).ConfigureAwait(false);
        }

        var submissions = files.Zip(entries).Where(file => file.Second is not null).Select(file => new Submission(file.Second!.Kata, file.First)).ToList();
        var graded = new Queue<BatchAnswer>();
        var options = order.Options with { Shard = Shard.Whole };
        await foreach (var submission in BatchGrader.GradeAsync(submissions, options, new BatchProgressLine(context), cancellation).ConfigureAwait(false))
        {
            graded.Enqueue(Answer(submission));
        }

        return [.. files.Zip(entries).Select(file => file.Second is null ? Unrecognised(file.First, faults.GetValueOrDefault(file.First)) : graded.Dequeue())];
    }

    private IEnumerable<string> Files(string path)
    {
        var full = Path.GetFullPath(path, context.Host.CurrentDirectory);
        if (File.Exists(full))
        {
            return [full];
        }

        if (!Directory.Exists(full))
        {
            throw new CliException(context.Texts["NoSuchPath", path]);
        }

        var found = Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Where(file => AnswerText.IsAnswer(file) && !IsBuilt(Path.GetRelativePath(full, file))).ToList();
        return found.Count > 0 ? found : throw new CliException(context.Texts["NothingToGrade", path]);
    }

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).SkipLast(1).Any(folder => folder is "bin" or "obj");

    private KataEntry? Recognise(string file, Dictionary<string, string> faults)
    {
        try
        {
            return context.Library.Catalogue.Recognise(AnswerText.Read(file)) is { } kata ? context.Library.Entries.First(entry => entry.Name == kata.Name) : null;
        }
        catch (FormatException exception)
        {
            faults.Add(file, exception.Message);
            return null;
        }
    }

    private BatchAnswer Answer(GradedSubmission graded)
    {
        var entry = context.Library.Entries.First(entry => entry.Name == graded.Kata.Name);
        var verdict = new VerdictWriter(entry.Page.Members, context.Texts).Write(graded.Compiled, graded.Grade, graded.Time);
        return new BatchAnswer(Shown(graded.Path), entry.Id, verdict, graded.Grade.Tests, ExitCodes.Of(graded.Grade.Verdict));
    }

    private BatchAnswer Unrecognised(string file, string? fault)
        => new(Shown(file), null, new VerdictRecord { Outcome = "unrecognised", Reason = fault ?? context.Texts["Unrecognised"] }, [], ExitCode.Usage);

    private string Shown(string file) => Path.GetRelativePath(context.Host.CurrentDirectory, file).Replace('\\', '/');
}

/// <summary>A line on the error stream that counts along, where somebody looks at it.</summary>
internal sealed class BatchProgressLine(CommandContext context) : IProgress<BatchProgress>
{
    public void Report(BatchProgress value)
    {
        if (!context.Host.IsErrorTerminal)
        {
            return;
        }

        lock (context)
        {
            context.Host.Error.Write($"\r{value.Done}/{value.Total} {(value.Done == value.Total ? "\r\u001b[K" : "")}");
        }
    }
}
