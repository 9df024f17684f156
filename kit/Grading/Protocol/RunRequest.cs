using System.Collections.Immutable;

namespace KataKit.Grading.Protocol;

/// <summary>Asks a worker to load an answer and to run tests of it.</summary>
/// <param name="Token">A random number that every reply repeats, so that what an answer writes to the channel is told from a reply.</param>
/// <param name="RuntimeAssemblies">Where to find what the answer references; the same for every request to one worker.</param>
/// <param name="Image">The answer's assembly.</param>
/// <param name="TestTypeName">The class that holds the tests.</param>
/// <param name="Only">The places of the tests to run, in the announced order; <see langword="null"/> for all.</param>
/// <param name="OutputChars">How many characters of console output are sent back.</param>
internal sealed record RunRequest(
    Guid Token, ImmutableArray<string> RuntimeAssemblies, byte[] Image, string TestTypeName, ImmutableHashSet<int>? Only, int OutputChars)
{
    /// <summary>Reads a request.</summary>
    public static RunRequest Decode(byte[] body)
    {
        using var reader = new BinaryReader(new MemoryStream(body));
        return new RunRequest(
            new Guid(reader.ReadBytes(16)),
            [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
            reader.ReadBytes(reader.ReadInt32()),
            reader.ReadString(),
            reader.ReadBoolean() ? [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32())] : null,
            reader.ReadInt32());
    }

    /// <summary>Writes this request to the channel.</summary>
    public void WriteTo(Stream stream) => Frame.Write(stream, writer =>
    {
        writer.Write(Token.ToByteArray());
        writer.Write(RuntimeAssemblies.Length);
        foreach (var path in RuntimeAssemblies)
        {
            writer.Write(path);
        }

        writer.Write(Image.Length);
        writer.Write(Image);
        writer.Write(TestTypeName);
        writer.Write(Only is not null);
        if (Only is not null)
        {
            writer.Write(Only.Count);
            foreach (var index in Only)
            {
                writer.Write(index);
            }
        }

        writer.Write(OutputChars);
    });
}
