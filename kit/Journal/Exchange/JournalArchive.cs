using System.IO.Compression;

namespace KataKit.Journal;

/// <summary>What an import did.</summary>
/// <param name="NewEvents">Events that were not here yet.</param>
/// <param name="KnownEvents">Events that were here already.</param>
/// <param name="NewAttempts">Texts that were not here yet.</param>
/// <param name="Unreadable">Lines that are no events; they stay where they came from.</param>
public sealed record ImportResult(int NewEvents, int KnownEvents, int NewAttempts, int Unreadable);

/// <summary>
/// A whole data folder in one file, a ZIP archive: the journal and the texts. Importing merges: events are told apart by their identifiers,
/// so that importing twice, or both ways between two machines, doubles nothing.
/// </summary>
public static class JournalArchive
{
    private const string JournalEntry = "journal.jsonl";
    private const string AttemptsFolder = "attempts/";
    private const long LargestAttempt = 16 << 20;
    private const long LargestJournal = 1L << 30;

    /// <summary>Writes everything into an archive.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="path">The archive; it must not exist yet.</param>
    /// <exception cref="IOException">The archive exists, or cannot be written.</exception>
    public static void Export(DataFolder folder, string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        var lines = new JournalFile(folder).Read().Where(line => line.IsReadable).ToList();
        Write(archive, JournalEntry, string.Concat(lines.Select(line => line.Text + "\n")));
        var store = new AttemptStore(folder);
        foreach (var hash in Attempts(folder))
        {
            if (store.Find(hash) is { } source)
            {
                Write(archive, AttemptsFolder + hash + ".cs", source);
            }
        }
    }

    /// <summary>Merges an archive, or another data folder, into a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="path">The archive or the folder.</param>
    /// <returns>What was new.</returns>
    /// <exception cref="InvalidDataException">It is no archive of a journal, or a text in it is not what its name says.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImportResult Import(DataFolder folder, string path)
    {
        var (lines, attempts) = Directory.Exists(path) ? ReadFolder(new DataFolder(path)) : ReadArchive(path);
        var store = new AttemptStore(folder);
        var newAttempts = attempts.Count(source => store.Find(AttemptStore.HashOf(source)) is null);

        // The texts first: an event never stands without its text.
        foreach (var source in attempts)
        {
            store.Save(source);
        }

        var journal = new JournalFile(folder);
        var known = journal.Read().Select(line => line.Id).OfType<string>().ToHashSet();
        var readable = lines.Where(line => line.IsReadable).ToList();
        var fresh = readable.Where(line => known.Add(line.Id!)).ToList();
        if (fresh.Count > 0)
        {
            journal.Append(fresh);
        }

        return new ImportResult(fresh.Count, readable.Count - fresh.Count, newAttempts, lines.Count - readable.Count);
    }

    private static (IReadOnlyList<JournalLine> Lines, IReadOnlyList<string> Attempts) ReadFolder(DataFolder folder)
    {
        if (!File.Exists(folder.JournalPath))
        {
            throw new InvalidDataException($"'{folder.Path}' holds no {JournalEntry}.");
        }

        var store = new AttemptStore(folder);
        return (new JournalFile(folder).Read(), [.. Attempts(folder).Select(store.Find).OfType<string>()]);
    }

    private static (IReadOnlyList<JournalLine> Lines, IReadOnlyList<string> Attempts) ReadArchive(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var journal = archive.GetEntry(JournalEntry) ?? throw new InvalidDataException($"'{path}' holds no {JournalEntry}.");
        var lines = Read(journal, LargestJournal).Split('\n').Where(line => line.Length > 0).Select(JournalLine.Read).ToList();
        var attempts = new List<string>();
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith(AttemptsFolder, StringComparison.Ordinal) && entry.Name.Length > 0))
        {
            // Only the text is taken; where it goes follows from its content, whatever the archive says.
            var source = Read(entry, LargestAttempt);
            attempts.Add(AttemptStore.HashOf(source) + ".cs" == entry.Name
                ? source
                : throw new InvalidDataException($"'{entry.FullName}' in '{path}' is not what its name says: the archive is damaged."));
        }

        return (lines, attempts);
    }

    private static IEnumerable<string> Attempts(DataFolder folder)
        => Directory.Exists(folder.AttemptsPath)
            ? Directory.EnumerateFiles(folder.AttemptsPath, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
            : [];

    private static string Read(ZipArchiveEntry entry, long most)
    {
        if (entry.Length > most)
        {
            throw new InvalidDataException($"'{entry.FullName}' is larger than {most >> 20} MB.");
        }

        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
