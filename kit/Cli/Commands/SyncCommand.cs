using System.CommandLine;

namespace KataKit.Cli;

/// <summary><c>kata sync</c>: writes everything in the repository that follows from something else.</summary>
internal static class SyncCommand
{
    public static Command Create(CommandOptions options)
    {
        var check = new Option<bool>("--check") { Description = options.Texts["OptionCheck"] };
        return options.Command("sync", "AboutSync", [check, options.Json], async (parsed, context, cancellation) =>
        {
            var isDryRun = parsed.GetValue(check);
            var changed = await new DerivedTree(context, isDryRun).UpdateAsync(cancellation).ConfigureAwait(false);
            if (context.Json)
            {
                context.WriteJson(changed);
            }
            else
            {
                foreach (var path in changed)
                {
                    context.Host.Output.WriteLine(path);
                }

                context.Say(changed.Count == 0 ? "SyncNothing" : isDryRun ? "SyncWould" : "SyncDone", changed.Count);
            }

            return isDryRun && changed.Count > 0 ? ExitCode.Fail : ExitCode.Pass;
        });
    }
}
