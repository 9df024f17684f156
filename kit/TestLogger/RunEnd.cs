namespace KataKit.TestLogger;

/// <summary>How a test run ended.</summary>
internal enum RunEnd
{
    /// <summary>Every test that was asked for has been run.</summary>
    Completed,

    /// <summary>Somebody stopped the run.</summary>
    Cancelled,

    /// <summary>The process that ran the tests went away, or the platform gave up.</summary>
    Aborted,
}
