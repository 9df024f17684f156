namespace KataKit.Grading;

/// <summary>What an answer may use up before it is stopped, and what it may reach.</summary>
public sealed record GradingLimits
{
    /// <summary>Wall-clock time of compiling an answer, and as much again of analyzing it.</summary>
    public TimeSpan CompileTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Wall-clock time of one test, and of loading the answer before the first.</summary>
    public TimeSpan TestTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wall-clock time of all tests together, in as many workers as it takes.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Processor time of all tests together, on all cores. A loop on many threads ends here before <see cref="TotalTime"/> does.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Wall-clock time that a worker may take to start.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of the managed heap. An answer that asks for more gets an <see cref="OutOfMemoryException"/>.</summary>
    public long HeapBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of the worker and all that it has started in physical memory. They are killed when seen above that.</summary>
    public long ProcessBytes { get; init; } = 1024L << 20;

    /// <summary>Processes that a worker may consist of, itself included, as far as the platform tells them (Linux).</summary>
    public int Processes { get; init; } = 8;

    /// <summary>
    /// Answers that one worker serves before a new one takes its place, which stands ready by then. The runtime keeps about 30 kB of each
    /// assembly that it has unloaded.
    /// </summary>
    public int AnswersPerWorker { get; init; } = 500;

    /// <summary>Characters of console output that are kept; the rest is dropped, and the grade says so.</summary>
    public int OutputChars { get; init; } = 64 << 10;

    /// <summary>
    /// Whether an answer is refused, instead of run, when it uses an interface of <see cref="ApiRisk.Escapes"/>: files, processes, network,
    /// reflection, the test framework. For the answers of strangers.
    /// </summary>
    public bool RefuseEscapes { get; init; }

    /// <summary>What stands between the worker and the machine.</summary>
    public SandboxLevel Sandbox { get; init; }
}
