namespace KataKit.Grading.Running;

/// <summary>What a worker was seen to use more of than it may.</summary>
internal enum Overuse
{
    /// <summary>Memory.</summary>
    Memory,

    /// <summary>Processor time.</summary>
    ProcessorTime,

    /// <summary>Processes.</summary>
    Processes,
}
