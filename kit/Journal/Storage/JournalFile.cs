using System.Text;

namespace KataKit.Journal;

/// <summary>
/// The journal on disk: a line an event, only ever added to. A line is on disk before <see cref="Append(JournalEvent)"/> returns, so
/// whatever was shown can be found again, even if the process is killed in the next moment.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <remarks>What was read is kept, and only what is new is read the next time: a year of practice is not read again with each save. Not for several threads at once.</remarks>
public sealed class JournalFile(DataFolder folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<JournalLine> _lines = [];
    private long _lastLineAt;
    private long _readTo;

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; } = folder;

    /// <summary>Reads every line.</summary>
    /// <returns>The lines in their order; a torn last line is among them, as an unreadable one.</returns>
    public IReadOnlyList<JournalLine> Read()
    {
        if (!File.Exists(Folder.JournalPath))
        {
            Forget();
            return [];
        }

        using var stream = new FileStream(Folder.JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (!EndsAsKnown(stream))
        {
            Forget();
        }

        var torn = ReadOn(stream);
        return torn is null ? [.. _lines] : [.. _lines, torn];
    }

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

    private void Forget()
    {
        _lines.Clear();
        (_lastLineAt, _readTo) = (0, 0);
    }

    /// <summary>Whether what was read last still stands where it stood: a sync tool may have put another file in its place.</summary>
    private bool EndsAsKnown(FileStream stream)
    {
        if (_lines.Count == 0 || stream.Length < _readTo)
        {
            return false;
        }

        return Utf8.GetString(ReadBytes(stream, _lastLineAt, _readTo)).TrimEnd('\n') == _lines[^1].Text;
    }

    /// <summary>Takes the lines that are new.</summary>
    /// <returns>What stands behind the last end of a line; <see langword="null"/> where nothing does.</returns>
    private JournalLine? ReadOn(FileStream stream)
    {
        var bytes = ReadBytes(stream, _readTo, stream.Length);
        var begin = 0;
        for (int length; (length = bytes.AsSpan(begin).IndexOf((byte)'\n')) >= 0; begin += length + 1)
        {
            // An editor may have put a mark of the encoding before the first line.
            var text = Utf8.GetString(bytes, begin, length).TrimStart('\uFEFF');
            if (!string.IsNullOrWhiteSpace(text))
            {
                _lines.Add(JournalLine.Read(text));
                _lastLineAt = _readTo + begin;
            }
        }

        _readTo += begin;
        var rest = Utf8.GetString(bytes, begin, bytes.Length - begin);
        return string.IsNullOrWhiteSpace(rest) ? null : JournalLine.Read(rest);
    }

    private static byte[] ReadBytes(FileStream stream, long from, long to)
    {
        var bytes = new byte[to - from];
        stream.Seek(from, SeekOrigin.Begin);
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
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
