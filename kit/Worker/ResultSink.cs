using KataKit.Grading;
using KataKit.Grading.Protocol;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KataKit.Worker;

/// <summary>
/// Turns xunit's messages into replies. The unit is the test case: a theory whose rows xunit cannot tell apart beforehand is one, and
/// fails with its first failing row.
/// </summary>
internal sealed class ResultSink(ReplyWriter replies, IReadOnlyDictionary<string, int> indices)
    : IMessageSink, IDisposable
{
    private readonly ExceptionListener _exceptions = new();
    private Reply.Finished? _failure;
    private int _ran;
    private int _skipped;

    /// <summary>What failed, but in no test; <see langword="null"/> where nothing did.</summary>
    public string? ErrorOutsideTests { get; private set; }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseStarting starting:
                (_failure, _ran, _skipped) = (null, 0, 0);
                _exceptions.Clear();
                replies.Write(new Reply.Started(IndexOf(starting)));
                break;
            case ITestPassed:
                _ran++;
                break;
            case ITestFailed failed:
                _ran++;
                _failure ??= FailureOf(failed);
                break;
            case ITestSkipped:
                _skipped++;
                break;
            case ITestCaseFinished finished:
                replies.Write(ResultOf(finished));
                break;

            // What fails outside a test (a fixture that cannot be taken down, an error of the runner) belongs to no result.
            case IFailureInformation failure:
                ErrorOutsideTests ??= ExceptionUtility.CombineMessages(failure);
                break;
        }

        return true;
    }

    public void Dispose() => _exceptions.Dispose();

    private int IndexOf(ITestCaseMessage message) => indices[message.TestCase.UniqueID];

    private Reply.Finished ResultOf(ITestCaseFinished finished)
    {
        var (index, time) = (IndexOf(finished), TimeSpan.FromSeconds((double)finished.ExecutionTime));
        return _failure is { } failure
            ? failure with { Duration = time }
            : _ran > 0 && _skipped == 0
                ? new Reply.Finished(index, TestOutcome.Passed, null, null, null, null, time)
                : new Reply.Finished(index, TestOutcome.Skipped, null, _skipped > 0 ? "The spec skipped it." : "It ran no row.", null, null, time);
    }

    private Reply.Finished FailureOf(ITestFailed failed)
    {
        var outcome = _exceptions.RanOutOfMemory ? TestOutcome.OutOfMemory : TestOutcome.Failed;
        var isRow = failed.Test.DisplayName != failed.TestCase.DisplayName;
        var message = isRow ? $"{failed.Test.DisplayName}: {failed.Messages[0]}" : failed.Messages[0];
        var told = _exceptions.Of(failed.Messages[0]);
        return new Reply.Finished(
            IndexOf(failed), outcome, failed.ExceptionTypes[0], message, told.Tolerances, told.Matrices, Duration: default);
    }
}
