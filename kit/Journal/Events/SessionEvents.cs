namespace KataKit.Journal;

/// <summary>How a session treats the learner.</summary>
public enum SessionMode
{
    /// <summary>Squiggles and hints on request.</summary>
    Practice,

    /// <summary>No squiggles and no hints before the end, and no pause.</summary>
    Interview,
}

/// <summary>Why a session ended.</summary>
public enum SessionEnding
{
    /// <summary>The learner handed in.</summary>
    Finished,

    /// <summary>The learner gave up.</summary>
    GaveUp,

    /// <summary>The time ran out.</summary>
    TimeUp,
}

/// <summary>A session began.</summary>
public sealed record SessionStarted : JournalEvent
{
    /// <summary>The minutes that it may take, pauses not counted; <see langword="null"/> for no limit.</summary>
    public double? Minutes { get; init; }

    /// <summary>How it treats the learner.</summary>
    public SessionMode Mode { get; init; }
}

/// <summary>The clock of a session was stopped.</summary>
public sealed record SessionPaused : JournalEvent;

/// <summary>The clock of a session goes on.</summary>
public sealed record SessionResumed : JournalEvent;

/// <summary>A session ended. Its grade is the last one recorded before this line.</summary>
public sealed record SessionEnded : JournalEvent
{
    /// <summary>Why.</summary>
    public SessionEnding Ending { get; init; }

    /// <summary>When somebody noticed, where that is later than the end itself: the machine slept, or nothing ran.</summary>
    public DateTimeOffset? NoticedAt { get; init; }
}

/// <summary>A hint was shown.</summary>
public sealed record HintTaken : JournalEvent
{
    /// <summary>The member of the contract that it is about.</summary>
    public required string Member { get; init; }

    /// <summary>The stage, from 1; later stages tell more.</summary>
    public int Stage { get; init; }
}
