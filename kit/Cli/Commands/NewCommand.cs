using System.CommandLine;
using System.Text.RegularExpressions;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary><c>kata new</c>: the files of a new kata, which builds, is red as a stub and green as a solution from the first moment.</summary>
internal static partial class NewCommand
{
    public static Command Create(CommandOptions options)
    {
        var name = new Argument<string>(options.Texts["KataName"]) { Description = options.Texts["ArgumentNew"] };
        var track = new Option<string>("--track") { Description = options.Texts["OptionTrackOfNew"], Required = true, HelpName = string.Join('|', Track.All.Select(known => known.Name)) };
        return options.Command("new", "AboutNew", [name, track], (parsed, context, cancellation)
            => RunAsync(context, parsed.GetValue(name)!, parsed.GetValue(track)!, cancellation));
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, string name, string trackName, CancellationToken cancellation)
    {
        if (!ClassName().IsMatch(name))
        {
            throw new CliException(context.Texts["NoClassName", name]);
        }

        var track = Track.All.FirstOrDefault(known => known.Name.Equals(trackName, StringComparison.OrdinalIgnoreCase))
            ?? throw new CliException(context.Texts["NoSuchTrack", trackName, string.Join(", ", Track.All.Select(known => known.Name))]);
        if (context.Library.FindByName(name) is { } namesake)
        {
            throw new CliException(context.Texts["ExistsAlready", namesake.Kata.Folder]);
        }

        var template = new KataTemplate(name, track.Name);
        if (template.Files.Keys.FirstOrDefault(path => File.Exists(Path.Combine(context.Library.Root, path))) is { } taken)
        {
            throw new CliException(context.Texts["ExistsAlready", taken]);
        }

        Write(context, template.TrackPages.Where(page => !File.Exists(Path.Combine(context.Library.Root, page.Key))));
        Write(context, template.Files);
        var derived = await new DerivedTree(context, isDryRun: false).UpdateAsync(cancellation).ConfigureAwait(false);
        context.Say("NewDerived", derived.Count);
        context.Say("NewNext", name);
        return ExitCode.Pass;
    }

    private static void Write(CommandContext context, IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(context.Library.Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            context.Console.Profile.Out.Writer.WriteLine(path);
        }
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]{1,60}$")]
    private static partial Regex ClassName();
}
