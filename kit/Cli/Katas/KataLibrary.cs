using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>The katas of the repository that the command works in.</summary>
internal sealed class KataLibrary
{
    /// <summary>The environment variable that names the repository.</summary>
    public const string RootVariable = "KATAKIT_ROOT";

    private KataLibrary(KataCatalogue catalogue, IReadOnlyList<KataEntry> entries)
    {
        Catalogue = catalogue;
        Entries = entries;
    }

    public KataCatalogue Catalogue { get; }

    public string Root => Catalogue.Root;

    /// <summary>The katas in ordinal order of their names.</summary>
    public IReadOnlyList<KataEntry> Entries { get; }

    /// <summary>Finds the repository: the one named, else the one around the current folder.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static KataLibrary Find(string? named, CliHost host, Texts texts)
    {
        try
        {
            var catalogue = KataCatalogue.Find(named ?? host.Variable(RootVariable) ?? host.CurrentDirectory);
            return new KataLibrary(catalogue, [.. catalogue.Katas.Select(kata => new KataEntry(kata, texts.IsChinese))]);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or InvalidOperationException)
        {
            throw new CliException(texts["NoRepository", exception.Message]);
        }
    }

    /// <summary>Finds a kata by its identifier or its name in any case, or by the beginning of one of them.</summary>
    /// <exception cref="CliException">No kata is called so, or several are.</exception>
    public KataEntry Get(string name, Texts texts)
    {
        var found = FindByName(name) is { } exact
            ? [exact]
            : Entries.Where(entry => NamesOf(entry).Any(candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new CliException(texts["NoSuchKata", name, string.Join(", ", Entries.Select(entry => entry.Id))]),
            _ => throw new CliException(texts["SeveralKatas", name, string.Join(", ", found.Select(entry => entry.Id))]),
        };
    }

    /// <summary>Finds a kata by its whole identifier or name, in any case.</summary>
    public KataEntry? FindByName(string name)
        => Entries.FirstOrDefault(entry => NamesOf(entry).Any(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Finds a kata by the identifier in the journal; it may have been removed since.</summary>
    public KataEntry? FindById(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    private static IEnumerable<string> NamesOf(KataEntry entry) => [entry.Id, entry.Name];
}
