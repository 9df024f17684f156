using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>Why something is as it is: what is known well enough to be told in any language, and the sentence in English for all the rest.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The sentence in English.</param>
/// <param name="Arguments">What the sentence of this kind is about: a limit, names, the last words of a process.</param>
public sealed record Reason(ReasonKind Kind, string Text, params ImmutableArray<string> Arguments)
{
    /// <summary>A reason that has a sentence and no kind.</summary>
    internal static Reason Told(string text) => new(ReasonKind.Other, text);
}

/// <summary>The reasons that an answer gives in the ordinary course of things.</summary>
public enum ReasonKind
{
    /// <summary>Something else; the sentence tells it.</summary>
    Other,

    /// <summary>A test did not end within the seconds given.</summary>
    TestTime,

    /// <summary>All tests together did not end within the seconds given.</summary>
    TotalTime,

    /// <summary>All tests together used more than the seconds of processor time given.</summary>
    ProcessorTime,

    /// <summary>The process used more than the megabytes given.</summary>
    ProcessMemory,

    /// <summary>There were more processes than the number given.</summary>
    Processes,

    /// <summary>The process ended in the middle of the tests, without a word.</summary>
    Ended,

    /// <summary>The process ended in the middle of the tests, with the words given.</summary>
    EndedWithWords,

    /// <summary>The answer uses the interfaces given.</summary>
    Escapes,

    /// <summary>The answer uses the interfaces given, and as many more as the second argument says.</summary>
    MoreEscapes,
}
