using System.Text.Json.Serialization;

namespace KataKit.Journal;

/// <summary>One thing that happened: one line of the journal. Lines are only ever added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SessionStarted), "started")]
[JsonDerivedType(typeof(AttemptSaved), "saved")]
[JsonDerivedType(typeof(AttemptGraded), "graded")]
[JsonDerivedType(typeof(HintTaken), "hint")]
[JsonDerivedType(typeof(SessionPaused), "paused")]
[JsonDerivedType(typeof(SessionResumed), "resumed")]
[JsonDerivedType(typeof(SessionEnded), "ended")]
[JsonDerivedType(typeof(SourceArchived), "archived")]
[JsonDerivedType(typeof(SolutionShown), "solution")]
[JsonDerivedType(typeof(QuestionAnswered), "question")]
public abstract record JournalEvent
{
    /// <summary>The version of the schema that this program writes, and the newest that it understands.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The version of the schema that the line was written in.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-3)]
    public int Version { get; init; } = SchemaVersion;

    /// <summary>Tells this event from all others, on this machine and elsewhere.</summary>
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>When it happened, by the clock of the machine that wrote the line.</summary>
    [JsonPropertyOrder(-1)]
    public required DateTimeOffset At { get; init; }

    /// <summary>The identifier of the kata, for example <c>self-attention</c>; empty for a question that belongs to none.</summary>
    public required string Kata { get; init; }

    /// <summary>The session that it belongs to; <see langword="null"/> where it happened outside one.</summary>
    public string? Session { get; init; }
}
