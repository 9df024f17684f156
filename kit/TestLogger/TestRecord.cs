using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace KataKit.TestLogger;

/// <summary>One finished test.</summary>
internal sealed class TestRecord
{
    /// <summary>Reads a result of the test platform.</summary>
    /// <param name="result">The result.</param>
    public TestRecord(TestResult result)
    {
        Name = TestName.Parse(result.TestCase.FullyQualifiedName, result.DisplayName ?? result.TestCase.DisplayName);
        Outcome = result.Outcome;
        Failure = result.Outcome == TestOutcome.Failed
            ? Failure.Parse(result.ErrorMessage, result.ErrorStackTrace, result.TestCase.Source)
            : null;
        SkipReason = result.ErrorMessage ?? string.Concat(result.Messages.Select(message => message.Text));
    }

    /// <summary>The test's name, read as a sentence.</summary>
    public TestName Name { get; }

    /// <summary>How the test ended.</summary>
    public TestOutcome Outcome { get; }

    /// <summary>Why the test failed; <see langword="null"/> when it did not fail.</summary>
    public Failure? Failure { get; }

    /// <summary>Why the test was skipped, where it was.</summary>
    public string SkipReason { get; }
}
