using System.CommandLine;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary><c>kata grade</c>: many answers at once, those of strangers too; for a teacher, an interviewer, a pipeline.</summary>
internal static class GradeCommand
{
    public static Command Create(CommandOptions options)
    {
        var texts = options.Texts;
        var paths = new Argument<string[]>(texts["PathName"]) { Description = texts["ArgumentPaths"], Arity = ArgumentArity.OneOrMore };
        var kata = options.GivenKata("OptionKataOfAnswers");
        var jobs = new Option<int?>("--jobs", "-j") { Description = texts["OptionJobs"] };
        var shard = new Option<string?>("--shard") { Description = texts["OptionShard"], HelpName = "i/n" };
        var format = new Option<string>("--format", "-f") { Description = texts["OptionFormat"], DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong([.. BatchFormats.Names]);
        var output = new Option<string?>("--output", "-o") { Description = texts["OptionOutput"] };
        var limits = new LimitOptions(texts);
        return options.Command(
            "grade",
            "AboutGrade",
            [paths, kata, jobs, shard, format, output, .. limits.All, options.Json],
            async (parsed, context, cancellation) =>
            {
                var order = new BatchOrder(
                    parsed.GetValue(paths)!,
                    parsed.GetValue(kata),
                    new BatchOptions
                    {
                        Jobs = JobsOf(parsed.GetValue(jobs), context),
                        Shard = ShardOf(parsed.GetValue(shard)),
                        Analysis = AttemptGrader.AllAnalyzers,
                        Limits = limits.Read(parsed, context),
                    });
                var answers = await new Batch(context).GradeAsync(order, cancellation).ConfigureAwait(false);
                var formatter = BatchFormats.Get(context.Json ? "json" : parsed.GetValue(format)!, context);
                if (parsed.GetValue(output) is { } file)
                {
                    var writer = new StreamWriter(Path.Combine(context.Host.CurrentDirectory, file));
                    await using (writer.ConfigureAwait(false))
                    {
                        formatter.Write(answers, writer);
                    }

                    BatchTable.WriteSummary(answers, context);
                }
                else
                {
                    formatter.Write(answers, context.Host.Output);
                }

                return CodeOf(answers);
            });
    }

    /// <summary>One answer's own code; of several, whether all passed.</summary>
    private static ExitCode CodeOf(IReadOnlyList<BatchAnswer> answers)
        => answers is [var only] ? only.Code
            : answers.Any(answer => answer.Code == ExitCode.Internal) ? ExitCode.Internal
            : answers.All(answer => answer.Code == ExitCode.Pass) ? ExitCode.Pass
            : ExitCode.Fail;

    private static int JobsOf(int? given, CommandContext context)
        => given is null ? Math.Max(Environment.ProcessorCount / 2, 1)
            : given is >= 1 and <= 256 ? given.Value
            : throw new CliException(context.Texts["JobsOutOfRange", given]);

    private static Shard ShardOf(string? text)
    {
        try
        {
            return text is null ? Shard.Whole : Shard.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new CliException(exception.Message);
        }
    }
}
