using System.Text;

namespace KataKit.Journal;

/// <summary>
/// The journal on disk: a line an event, only ever added to. A line is on disk before <see cref="Append(JournalEvent)"/> returns, so
/// whatever was shown can be found again, even if the process is killed in the next moment.
/// </summary>
/// <param name="folder">The data folder.</param>
public sealed class JournalFile(DataFolder folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; } = folder;

    /// <summary>Reads every line.</summary>
    /// <returns>The lines in their order; a torn last line is among them, as an unreadable one.</returns>
    public IReadOnlyList<JournalLine> Read()
        => File.Exists(Folder.JournalPath) ? [.. ReadText().Split('\n').Where(line => line.Trim().Length > 0).Select(JournalLine.Read)] : [];

    /// <summary>Adds an event. When this returns, it is on disk.</summary>
    /// <param name="journalEvent">The event.</param>
    /// <exception cref="IOException">The disk is full, or another process held the journal for too long.</exception>
    public void Append(JournalEvent journalEvent) => Append([JournalLine.Write(journalEvent)]);

    /// <summary>Adds lines as they are.</summary>
    /// <param name="lines">The lines.</param>
    public void Append(IReadOnlyList<JournalLine> lines)
    {
        Directory.CreateDirectory(Folder.Path);
        using var held = FileLock.Take(Folder.LockPath);
        using var stream = new FileStream(Folder.JournalPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        EndLastLine(stream);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Utf8.GetBytes(string.Concat(lines.Select(line => line.Text + "\n"))));
        stream.Flush(flushToDisk: true);
    }

    private string ReadText()
    {
        using var stream = new FileStream(Folder.JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Utf8);
        return reader.ReadToEnd();
    }

    /// <summary>Whoever wrote the last line may have been stopped in the middle of it: what is left of it is put aside.</summary>
    private void EndLastLine(FileStream stream)
    {
        var tail = Tail(stream);
        if (tail.Length == 0)
        {
            return;
        }

        stream.Seek(0, SeekOrigin.End);
        if (JournalLine.Read(Utf8.GetString(tail)).IsReadable)
        {
            stream.WriteByte((byte)'\n');
            return;
        }

        using (var torn = new FileStream(Folder.TornPath, FileMode.Append, FileAccess.Write))
        {
            torn.Write([.. tail, (byte)'\n']);
            torn.Flush(flushToDisk: true);
        }

        stream.SetLength(stream.Length - tail.Length);
    }

    private static byte[] Tail(FileStream stream)
    {
        var tail = new List<byte>();
        for (var at = stream.Length - 1; at >= 0; at--)
        {
            stream.Seek(at, SeekOrigin.Begin);
            var value = stream.ReadByte();
            if (value == '\n')
            {
                break;
            }

            tail.Add((byte)value);
        }

        tail.Reverse();
        return [.. tail];
    }
}
