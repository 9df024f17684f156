using System.Diagnostics;
using KataKit.Grading.Protocol;

namespace KataKit.Grading.Running;

/// <summary>How a session with one worker ended.</summary>
internal enum SessionEnd
{
    /// <summary>Every requested test has ended.</summary>
    Completed,

    /// <summary>A limit of time was passed.</summary>
    TimedOut,

    /// <summary>The worker ended, used too much memory, or its channel carried something else than results.</summary>
    Crashed,

    /// <summary>The worker reported a failure of its own.</summary>
    Faulted,
}

/// <summary>One request to one worker, followed to its end; what happens to the tests goes into the ledger.</summary>
internal sealed class GradingSession(WorkerProcess worker, TestLedger ledger, GradingLimits limits)
{
    /// <summary>Runs the tests that have no outcome yet.</summary>
    /// <param name="submission">The answer, which must have an image.</param>
    /// <param name="timeLeft">What is left of the time for all tests together.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How it ended, and why where that is not in the ledger.</returns>
    public async Task<(SessionEnd End, string Reason)> RunAsync(CompiledSubmission submission, TimeSpan timeLeft, CancellationToken cancellation)
    {
        var request = new RunRequest(
            Guid.NewGuid(), submission.RuntimeAssemblies, submission.Image!, submission.TestTypeName, ledger.Remaining);
        try
        {
            worker.Send(request);
        }
        catch (IOException)
        {
            return (SessionEnd.Crashed, await DescribeEndAsync().ConfigureAwait(false));
        }

        var watch = Stopwatch.StartNew();
        while (true)
        {
            var left = timeLeft - watch.Elapsed;
            var limit = left < limits.TestTime ? left : limits.TestTime;
            var reception = await worker.ReceiveAsync(request.Token, limit, cancellation).ConfigureAwait(false);
            switch (reception)
            {
                case { Kind: ReceptionKind.TimedOut }:
                    return (SessionEnd.TimedOut, DescribeTimeout(isTotal: left < limits.TestTime));
                case { Kind: ReceptionKind.OutOfMemory }:
                    return (SessionEnd.Crashed, $"The process used more than {limits.ProcessBytes >> 20} MB of memory and was stopped.");
                case { Kind: ReceptionKind.Ended }:
                    return (SessionEnd.Crashed, await DescribeEndAsync().ConfigureAwait(false));
                case { Reply: Reply.Completed }:
                    return ledger.IsRunning ? throw new InvalidDataException("The worker ended in the middle of a test.") : (SessionEnd.Completed, "");
                case { Reply: Reply.Faulted faulted }:
                    return (SessionEnd.Faulted, faulted.Message);
                default:
                    Record(reception.Reply!);
                    break;
            }
        }
    }

    private void Record(Reply reply)
    {
        switch (reply)
        {
            case Reply.Announced announced:
                ledger.Announce(announced.Tests);
                break;
            case Reply.Started started:
                ledger.Start(started.Index);
                break;
            case Reply.Finished finished:
                ledger.Finish(finished);
                break;
        }
    }

    private string DescribeTimeout(bool isTotal) => isTotal
        ? $"All tests together took more than {limits.TotalTime.TotalSeconds} s."
        : $"Stopped after {limits.TestTime.TotalSeconds} s without an end: does every loop end, and every recursion reach its base case?";

    private async Task<string> DescribeEndAsync()
    {
        var words = await worker.LastWordsAsync().ConfigureAwait(false);
        return words is null ? "The process ended in the middle of the tests." : $"The process ended in the middle of the tests: {words}";
    }
}
