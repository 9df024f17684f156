using System.Collections.Immutable;

namespace KataKit.Grading.Protocol;

/// <summary>A test that the worker found, before any has run.</summary>
internal readonly record struct AnnouncedTest(string Method, string DisplayName);

/// <summary>
/// What a worker tells while it serves one request: first <see cref="Announced"/>, then <see cref="Started"/> and
/// <see cref="Finished"/> of one test after the other, last <see cref="Completed"/>; <see cref="Output"/> in between; or
/// <see cref="Faulted"/> at any point.
/// </summary>
internal abstract record Reply
{
    /// <summary>All tests of the class, also those that this request does not run.</summary>
    public sealed record Announced(ImmutableArray<AnnouncedTest> Tests) : Reply;

    /// <summary>The test at this place of the announcement begins now.</summary>
    public sealed record Started(int Index) : Reply;

    /// <summary>That test has ended.</summary>
    public sealed record Finished(
        int Index, TestOutcome Outcome, string? ExceptionType, string? Message, double? Tolerances, ComparedMatrices? Matrices, TimeSpan Duration) : Reply;

    /// <summary>The answer has written to the console, once the limit is reached with some of it dropped.</summary>
    public sealed record Output(string Text, bool IsTruncated) : Reply;

    /// <summary>Every requested test has ended.</summary>
    /// <param name="IsWorn">Whether the worker holds on to answers or threads that it should have let go; a new one should take its place.</param>
    public sealed record Completed(bool IsWorn) : Reply;

    /// <summary>The worker itself failed.</summary>
    public sealed record Faulted(string Message) : Reply;
}
