using System.Collections.Immutable;
using System.Text;
using KataKit.Grading.Protocol;

namespace KataKit.Grading.Running;

/// <summary>
/// The announced tests of one answer and what became of each. Replies that do not fit (a test that ends without having begun, one that
/// ends twice) are refused: they were not written by the worker.
/// </summary>
/// <param name="outputLimit">How many characters of console output are kept.</param>
internal sealed class TestLedger(int outputLimit)
{
    private readonly StringBuilder _output = new();
    private TestResult[]? _tests;
    private int? _running;
    private int _outputChars;

    /// <summary>The tests in the announced order; empty before the announcement.</summary>
    public ImmutableArray<TestResult> Tests => [.. _tests ?? []];

    /// <summary>Whether the tests have been announced.</summary>
    public bool IsAnnounced => _tests is not null;

    /// <summary>Whether a test has begun and not ended.</summary>
    public bool IsRunning => _running is not null;

    /// <summary>Whether console output was dropped.</summary>
    public bool IsOutputTruncated { get; private set; }

    /// <summary>How many characters of console output are still kept.</summary>
    public int OutputCharsLeft => outputLimit - _outputChars;

    /// <summary>How many tests have an outcome.</summary>
    public int Settled => _tests?.Count(test => test.Outcome != TestOutcome.NotRun) ?? 0;

    /// <summary>The places of the tests that have no outcome yet; <see langword="null"/> where no list has been announced.</summary>
    public ImmutableHashSet<int>? Remaining
        => _tests is null ? null : [.. Enumerable.Range(0, _tests.Length).Where(index => _tests[index].Outcome == TestOutcome.NotRun)];

    /// <summary>Takes down the list of tests; a second worker must announce the same.</summary>
    public void Announce(ImmutableArray<AnnouncedTest> tests)
    {
        if (_tests is null)
        {
            _tests = [.. tests.Select(test => new TestResult(test.Method, test.DisplayName, TestOutcome.NotRun))];
            return;
        }

        Require(
            _running is null && _tests.Select(test => new AnnouncedTest(test.Method, test.DisplayName)).SequenceEqual(tests),
            "the list of tests changed");
    }

    /// <summary>Takes down that a test has begun.</summary>
    public void Start(int index)
    {
        Require(_running is null, "a test began before the last one had ended");
        Require(_tests is not null && index >= 0 && index < _tests.Length, "a test began that was not announced");
        Require(_tests![index].Outcome == TestOutcome.NotRun, "a test began a second time");
        _running = index;
    }

    /// <summary>Takes down how the running test ended.</summary>
    public void Finish(Reply.Finished finished)
    {
        Require(_running == finished.Index, "a test ended that had not begun");
        Require(
            finished.Outcome is TestOutcome.Passed or TestOutcome.Failed or TestOutcome.Skipped or TestOutcome.OutOfMemory,
            "a test ended with an outcome that only the grader gives");
        Settle(test => test with
        {
            Outcome = finished.Outcome,
            ExceptionType = finished.ExceptionType,
            Message = finished.Message,
            Tolerances = finished.Tolerances,
            Matrices = finished.Matrices,
            Duration = finished.Duration,
        });
    }

    /// <summary>Takes down console output. What comes before the first test, or between two, counts for the next.</summary>
    public void Write(Reply.Output output)
    {
        var kept = Math.Min(output.Text.Length, OutputCharsLeft);
        _output.Append(output.Text, 0, kept);
        _outputChars += kept;
        IsOutputTruncated |= output.IsTruncated || kept < output.Text.Length;
    }

    /// <summary>Takes down that the process wrote more, past the console, than is kept.</summary>
    public void TruncateOutput() => IsOutputTruncated = true;

    /// <summary>Gives the running test, if there is one, the outcome of a worker that was stopped or ended.</summary>
    public void Stop(TestOutcome outcome, Reason reason)
    {
        if (IsRunning)
        {
            Settle(test => test with { Outcome = outcome, Message = reason.Text, Cause = reason });
        }
    }

    /// <summary>Forgets that a test had begun: it will be run again.</summary>
    public void Rewind()
    {
        _running = null;
        _outputChars -= _output.Length;
        _output.Clear();
    }

    private void Settle(Func<TestResult, TestResult> change)
    {
        _tests![_running!.Value] = change(_tests[_running.Value]) with { Output = _output.ToString() };
        _output.Clear();
        _running = null;
    }

    private static void Require(bool holds, string violation)
    {
        if (!holds)
        {
            throw new InvalidDataException($"The channel carried something other than the worker's results: {violation}.");
        }
    }
}
