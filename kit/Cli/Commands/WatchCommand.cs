using System.CommandLine;

namespace KataKit.Cli;

/// <summary><c>kata watch</c>: grades on every save; the open session, or a kata without a clock.</summary>
internal static class WatchCommand
{
    public static Command Create(CommandOptions options)
    {
        var kata = options.OptionalKata();
        return options.Command("watch", "AboutWatch", [kata], async (parsed, context, cancellation) =>
        {
            var open = await new SessionReferee(context).OpenAsync(cancellation).ConfigureAwait(false);
            var entry = parsed.GetValue(kata) is { } name ? context.Library.Get(name, context.Texts)
                : open is not null ? context.Library.Get(open.Kata, context.Texts)
                : throw new CliException(context.Texts["NoSession"]);
            using var grader = await context.GraderForAsync(entry, cancellation).ConfigureAwait(false);
            await grader.WarmAsync(cancellation).ConfigureAwait(false);
            return await new Practice(context, entry, grader).RunAsync(cancellation).ConfigureAwait(false);
        });
    }
}
