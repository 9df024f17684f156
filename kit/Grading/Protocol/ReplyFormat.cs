namespace KataKit.Grading.Protocol;

/// <summary>Replies as bytes: the request's token, a tag, the fields.</summary>
internal static class ReplyFormat
{
    /// <summary>Longer messages are cut, so that an answer cannot flood the grader through its exceptions.</summary>
    private const int MaxText = 32_000;

    private enum Tag : byte
    {
        Announced = 1,
        Started,
        Finished,
        Output,
        Completed,
        Faulted,
    }

    /// <summary>Writes a reply to the channel.</summary>
    public static void Write(Stream stream, Guid token, Reply reply) => Frame.Write(stream, writer =>
    {
        writer.Write(token.ToByteArray());
        WriteFields(writer, reply);
    });

    /// <summary>Reads a reply.</summary>
    /// <exception cref="InvalidDataException">The bytes are no reply to the request with this token.</exception>
    public static Reply Decode(byte[] body, Guid token)
    {
        using var reader = new BinaryReader(new MemoryStream(body));
        try
        {
            return reader.ReadBytes(16).AsSpan().SequenceEqual(token.ToByteArray())
                ? ReadFields(reader)
                : throw new InvalidDataException("A message lacks the token of the request.");
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("A message is malformed.", exception);
        }
    }

    private static void WriteFields(BinaryWriter writer, Reply reply)
    {
        switch (reply)
        {
            case Reply.Announced announced:
                writer.Write((byte)Tag.Announced);
                writer.Write(announced.Tests.Length);
                foreach (var test in announced.Tests)
                {
                    writer.Write(test.Method);
                    WriteText(writer, test.DisplayName);
                }

                break;
            case Reply.Started started:
                writer.Write((byte)Tag.Started);
                writer.Write(started.Index);
                break;
            case Reply.Finished finished:
                writer.Write((byte)Tag.Finished);
                writer.Write(finished.Index);
                writer.Write((byte)finished.Outcome);
                WriteText(writer, finished.ExceptionType);
                WriteText(writer, finished.Message);
                WriteNumber(writer, finished.Tolerances);
                MatrixFormat.Write(writer, finished.Matrices);
                writer.Write(finished.Duration.Ticks);
                break;
            case Reply.Output output:
                writer.Write((byte)Tag.Output);
                writer.Write(output.IsTruncated);
                WriteText(writer, output.Text);
                break;
            case Reply.Completed completed:
                writer.Write((byte)Tag.Completed);
                writer.Write(completed.IsWorn);
                break;
            case Reply.Faulted faulted:
                writer.Write((byte)Tag.Faulted);
                WriteText(writer, faulted.Message);
                break;
            default:
                throw new ArgumentException($"There is no format for {reply.GetType().Name}.", nameof(reply));
        }
    }

    private static Reply ReadFields(BinaryReader reader) => (Tag)reader.ReadByte() switch
    {
        Tag.Announced => new Reply.Announced(
            [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new AnnouncedTest(reader.ReadString(), ReadText(reader) ?? ""))]),
        Tag.Started => new Reply.Started(reader.ReadInt32()),
        Tag.Finished => new Reply.Finished(
            reader.ReadInt32(),
            (TestOutcome)reader.ReadByte(),
            ReadText(reader),
            ReadText(reader),
            ReadNumber(reader),
            MatrixFormat.Read(reader),
            new TimeSpan(reader.ReadInt64())),
        Tag.Output => ReadOutput(reader),
        Tag.Completed => new Reply.Completed(reader.ReadBoolean()),
        Tag.Faulted => new Reply.Faulted(ReadText(reader) ?? ""),
        var tag => throw new InvalidDataException($"There is no message with tag {(byte)tag}."),
    };

    private static Reply.Output ReadOutput(BinaryReader reader)
    {
        var isTruncated = reader.ReadBoolean();
        return new Reply.Output(ReadText(reader) ?? "", isTruncated);
    }

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text.Length <= MaxText ? text : text[..MaxText] + " … (cut)");
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteNumber(BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        if (number is { } value)
        {
            writer.Write(value);
        }
    }

    private static double? ReadNumber(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadDouble() : null;
}
