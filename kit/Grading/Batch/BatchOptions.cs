namespace KataKit.Grading;

/// <summary>An answer in a file.</summary>
/// <param name="Kata">The kata that it answers.</param>
/// <param name="Path">The file: C#, or an edit of the evidence.</param>
public sealed record Submission(Kata Kata, string Path);

/// <summary>How many answers are graded.</summary>
public sealed record BatchOptions
{
    /// <summary>How many answers are graded at a time; each takes a processor or two.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The share of the answers that is graded here.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>The analyzers to run; none where <see langword="null"/>.</summary>
    public SubmissionAnalysis? Analysis { get; init; }

    /// <summary>What an answer may use up and reach.</summary>
    public GradingLimits Limits { get; init; } = new();
}

/// <summary>How far a batch is.</summary>
/// <param name="Done">How many answers are graded.</param>
/// <param name="Total">How many there are to grade here.</param>
/// <param name="Last">The answer that was graded last.</param>
public readonly record struct BatchProgress(int Done, int Total, GradedSubmission Last);
