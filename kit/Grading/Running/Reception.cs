using KataKit.Grading.Protocol;

namespace KataKit.Grading.Running;

/// <summary>What came of waiting for a worker.</summary>
internal enum ReceptionKind
{
    /// <summary>It replied.</summary>
    Reply,

    /// <summary>It closed the channel, as a process that ends does.</summary>
    Ended,

    /// <summary>It said nothing in the given time.</summary>
    TimedOut,

    /// <summary>It was seen to use more memory than it may.</summary>
    OutOfMemory,

    /// <summary>It was seen to use more processor time than it may.</summary>
    OutOfProcessorTime,

    /// <summary>It was seen to start more processes than it may.</summary>
    TooManyProcesses,
}

/// <summary>What came of waiting for a worker, and the reply where there is one.</summary>
internal readonly record struct Reception(ReceptionKind Kind, Reply? Reply = null);
