using System.CommandLine;
using Spectre.Console;

namespace KataKit.Cli;

/// <summary><c>kata verify</c>: proves to an author that a kata is whole.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandOptions options)
    {
        var kata = new Argument<string?>(options.Texts["KataName"]) { Description = options.Texts["ArgumentVerify"], Arity = ArgumentArity.ZeroOrOne };
        var jobs = new Option<int>("--jobs", "-j") { Description = options.Texts["OptionJobs"], DefaultValueFactory = _ => 1 };
        return options.Command("verify", "AboutVerify", [kata, jobs, options.Json], async (parsed, context, cancellation) =>
        {
            var entries = parsed.GetValue(kata) is { } name ? [context.Library.Get(name, context.Texts)] : context.Library.Entries;
            var reports = new List<KataProof>();
            await context.EnsureBuiltAsync(cancellation).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                var proof = await new KataProver(context, entry, Math.Clamp(parsed.GetValue(jobs), 1, 256)).ProveAsync(cancellation).ConfigureAwait(false);
                reports.Add(proof);
                if (!context.Json)
                {
                    Show(context, proof);
                }
            }

            if (context.Json)
            {
                context.WriteJson(reports);
            }

            return reports.TrueForAll(proof => proof.Problems.Count == 0) ? ExitCode.Pass : ExitCode.Fail;
        });
    }

    private static void Show(CommandContext context, KataProof proof)
    {
        context.Say(proof.Problems.Count == 0 ? "VerifyGood" : "VerifyBad", proof.Kata, proof.Tests, proof.Wrong, proof.Right, proof.Problems.Count);
        foreach (var problem in proof.Problems)
        {
            context.Write([new Padder(new Markup($"[red]{Markup.Escape(problem.File)}[/]: {Markup.Escape(problem.Text)}"), new Padding(2, 0, 0, 0))]);
        }
    }
}
