namespace KataKit.Grading;

/// <summary>What an answer may use up before it is stopped.</summary>
public sealed record GradingLimits
{
    /// <summary>Wall-clock time of one test, and of loading the answer before the first.</summary>
    public TimeSpan TestTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wall-clock time of all tests together, including replaced workers.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wall-clock time that a worker may take to start.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of the managed heap. An answer that asks for more gets an <see cref="OutOfMemoryException"/>.</summary>
    public long HeapBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of the whole process in physical memory. The worker is killed when it is seen above that.</summary>
    public long ProcessBytes { get; init; } = 1024L << 20;
}
