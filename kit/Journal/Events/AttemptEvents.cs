namespace KataKit.Journal;

/// <summary>The learner's file was saved with new content.</summary>
public sealed record AttemptSaved : JournalEvent
{
    /// <summary>The content's hash, under which <see cref="AttemptStore"/> keeps the text.</summary>
    public required string Attempt { get; init; }
}

/// <summary>An attempt was graded.</summary>
public sealed record AttemptGraded : JournalEvent
{
    /// <summary>The content's hash, under which <see cref="AttemptStore"/> keeps the text.</summary>
    public required string Attempt { get; init; }

    /// <summary>What the grade came to.</summary>
    public required VerdictRecord Verdict { get; init; }
}

/// <summary>The learner's file was put away before it was replaced.</summary>
public sealed record SourceArchived : JournalEvent
{
    /// <summary>The hash of what was put away.</summary>
    public required string Attempt { get; init; }
}

/// <summary>The learner looked at the solution.</summary>
public sealed record SolutionShown : JournalEvent;

/// <summary>The learner judged his own answer to an interview question.</summary>
public sealed record QuestionAnswered : JournalEvent
{
    /// <summary>The question's identifier.</summary>
    public required string Question { get; init; }

    /// <summary>How well he knew it.</summary>
    public Recall Recall { get; init; }
}

/// <summary>How well something was remembered.</summary>
public enum Recall
{
    /// <summary>Not at all, or wrongly.</summary>
    Forgotten,

    /// <summary>With gaps, or with help.</summary>
    Partial,

    /// <summary>Fully.</summary>
    Known,
}
