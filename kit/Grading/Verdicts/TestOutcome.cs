namespace KataKit.Grading;

/// <summary>What became of one test.</summary>
public enum TestOutcome
{
    /// <summary>It was announced, but the grade ended before its turn.</summary>
    NotRun,

    /// <summary>It ran to its end without an exception.</summary>
    Passed,

    /// <summary>It ended with an exception.</summary>
    Failed,

    /// <summary>The spec skipped it.</summary>
    Skipped,

    /// <summary>It did not end in time and was stopped.</summary>
    TimedOut,

    /// <summary>The process ended while it ran.</summary>
    Crashed,

    /// <summary>It used more memory than it may: it was denied more, or the process was stopped.</summary>
    OutOfMemory,
}
