using System.Collections.Immutable;

namespace KataKit.Grading;

/// <summary>The grade of one answer.</summary>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Reason">Why, in a sentence or in the compiler's words; <see langword="null"/> for a pass.</param>
/// <param name="Tests">Every test, in the order in which they were announced.</param>
/// <param name="Duration">From the request to the verdict, without compilation.</param>
public sealed record Grade(Verdict Verdict, string? Reason, ImmutableArray<TestResult> Tests, TimeSpan Duration)
{
    /// <summary>The same as <see cref="Reason"/>, for programs that speak other languages; <see langword="null"/> where there is nothing more to tell.</summary>
    public Reason? Cause { get; init; }

    /// <summary>Whether the answer wrote more to the console than is kept.</summary>
    public bool IsOutputTruncated { get; init; }
}
