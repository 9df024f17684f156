using System.Buffers.Binary;

namespace KataKit.Grading.Protocol;

/// <summary>A message on the channel between grader and worker: four bytes of length, then that many bytes.</summary>
internal static class Frame
{
    /// <summary>More than any message needs; a longer one was not written by this protocol.</summary>
    private const int MaxBytes = 64 << 20;

    /// <summary>Reads the next message; waits for it.</summary>
    /// <returns>Its bytes; <see langword="null"/> where the other side has closed the channel.</returns>
    /// <exception cref="InvalidDataException">The length cannot be right.</exception>
    public static byte[]? Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > MaxBytes)
        {
            throw new InvalidDataException($"A message of {length} bytes was announced.");
        }

        var body = new byte[length];
        return stream.ReadAtLeast(body, length, throwOnEndOfStream: false) == length ? body : null;
    }

    /// <summary>Builds a message in memory and writes it in one piece.</summary>
    public static void Write(Stream stream, Action<BinaryWriter> build)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(0);
        build(writer);
        writer.Flush();
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetBuffer(), (int)buffer.Length - sizeof(int));
        stream.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
        stream.Flush();
    }
}
