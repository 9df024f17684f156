namespace KataKit.TestLogger;

/// <summary>What a line of the report means; a terminal shows it as a colour.</summary>
internal enum Tone
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Wrong, or no verdict.</summary>
    Bad,

    /// <summary>Not there yet.</summary>
    Pending,
}
