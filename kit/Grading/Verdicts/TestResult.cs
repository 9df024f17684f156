namespace KataKit.Grading;

/// <summary>One test and what became of it.</summary>
/// <param name="Method">The method of the spec.</param>
/// <param name="DisplayName">The method, and the arguments where it is a row of a theory.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record TestResult(string Method, string DisplayName, TestOutcome Outcome)
{
    /// <summary>The full name of the exception that failed the test; <see langword="null"/> where there was none.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The exception's message, or why the test was stopped.</summary>
    public string? Message { get; init; }

    /// <summary>Why the test was stopped, for programs that speak other languages; <see langword="null"/> where it was not.</summary>
    public Reason? Cause { get; init; }

    /// <summary>
    /// How far a wrong result lies from the expected one, in tolerances, as the spec told it: infinite for a failure that is not a matter
    /// of degree, <see langword="null"/> where the exception does not say.
    /// </summary>
    public double? Tolerances { get; init; }

    /// <summary>The matrices that the spec compared when it failed; <see langword="null"/> where it compared none that are worth a picture.</summary>
    public ComparedMatrices? Matrices { get; init; }

    /// <summary>What the answer wrote to the console meanwhile, up to <see cref="GradingLimits.OutputChars"/> for all tests together.</summary>
    public string Output { get; init; } = "";

    /// <summary>How long the test ran.</summary>
    public TimeSpan Duration { get; init; }
}
