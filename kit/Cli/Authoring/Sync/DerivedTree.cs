using System.Text;
using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>The files of the repository that follow from others, as a whole.</summary>
internal sealed class DerivedTree(CommandContext context, bool isDryRun)
{
    /// <summary>Brings every derived file up to date, or finds out which are not.</summary>
    /// <returns>The files that were written, or would have been, by their places from the root.</returns>
    /// <exception cref="CliException">What a file follows from is missing or broken.</exception>
    public async Task<IReadOnlyList<string>> UpdateAsync(CancellationToken cancellation)
    {
        var root = context.Library.Root;
        var anyKata = context.Library.Entries[0];

        // A kata is found by its project, and that is derived as well: what comes after sees the new katas.
        var changed = new List<string>(Update(root, KataProjects.Derive(root)));
        var library = KataLibrary.Find(root, context.Host, context.Texts);
        await context.EnsureBuiltAsync(cancellation).ConfigureAwait(false);
        IDerivation[] derivations =
        [
            new PageHeads(),
            new Stubs(KataBuild.Read(anyKata.Kata)),
            new ClosedSpecs(),
            new SolutionFile(),
            new TrackFilters(),
            .. RuleDerivations.All,
            new KataTables(),
            new MistakePages(),
        ];
        foreach (var derivation in derivations)
        {
            changed.AddRange(Update(root, derivation.Derive(library), library));
        }

        return [.. changed.Distinct().Order(StringComparer.Ordinal)];
    }

    private List<string> Update(string root, IEnumerable<DerivedFile> files, KataLibrary? library = null)
    {
        var changed = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(root, file.Path);
            if (File.Exists(path) && File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) == file.Text)
            {
                continue;
            }

            changed.Add(file.Path);
            if (!isDryRun)
            {
                // Somebody's answer may stand where the stub belongs.
                if (File.Exists(path) && library?.Entries.FirstOrDefault(entry => entry.Kata.StubPath == path) is { } answered)
                {
                    context.SayAside("Archived", context.Desk.Archive(answered.Id, session: null, File.ReadAllText(path)));
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }

        return changed;
    }
}
