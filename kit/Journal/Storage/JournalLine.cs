using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KataKit.Journal;

/// <summary>One line of the journal, as text and as what it means.</summary>
/// <param name="Text">The line without its end. It is kept as it was written, whatever this program understands of it.</param>
/// <param name="Id">The event's identifier; <see langword="null"/> where the line is no event at all.</param>
/// <param name="Event">The event; <see langword="null"/> where it is of a kind, or of a version, that this program does not know.</param>
public sealed record JournalLine(string Text, string? Id, JournalEvent? Event)
{
    private static readonly HashSet<string> KnownTypes =
        [.. typeof(JournalEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            .Cast<JsonDerivedTypeAttribute>().Select(derived => (string)derived.TypeDiscriminator!)];

    /// <summary>Whether the line holds an event, known or not.</summary>
    public bool IsReadable => Id is not null;

    /// <summary>Writes an event as a line.</summary>
    /// <param name="journalEvent">The event.</param>
    /// <returns>The line.</returns>
    public static JournalLine Write(JournalEvent journalEvent)
        => new(JsonSerializer.Serialize(journalEvent, JournalJson.Default.JournalEvent), journalEvent.Id, journalEvent);

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line without its end.</param>
    /// <returns>The line; never an exception: what cannot be understood is kept as text.</returns>
    public static JournalLine Read(string text)
    {
        string? id = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            id = StringOf(document.RootElement, "id");
            return new JournalLine(text, id, IsKnown(document.RootElement) ? document.RootElement.Deserialize(JournalJson.Default.JournalEvent) : null);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            // Either no JSON, or a known event without what it must hold; of the latter the identifier is known all the same.
            return new JournalLine(text, id, null);
        }
    }

    private static bool IsKnown(JsonElement line)
        => StringOf(line, "id") is not null
            && line.TryGetProperty("v", out var version) && version.TryGetInt32(out var number) && number is > 0 and <= JournalEvent.SchemaVersion
            && StringOf(line, "type") is { } type && KnownTypes.Contains(type);

    private static string? StringOf(JsonElement line, string property)
        => line.ValueKind == JsonValueKind.Object && line.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>The serialisation of the journal, generated so that a command starts fast.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(JournalEvent))]
internal sealed partial class JournalJson : JsonSerializerContext;
