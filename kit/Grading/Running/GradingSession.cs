using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using KataKit.Grading.Protocol;

namespace KataKit.Grading.Running;

/// <summary>How a session with one worker ended.</summary>
internal enum SessionEnd
{
    /// <summary>Every requested test has ended.</summary>
    Completed,

    /// <summary>A limit of time was passed.</summary>
    TimedOut,

    /// <summary>The worker ended, or its channel carried something else than results.</summary>
    Crashed,

    /// <summary>The worker used too much memory.</summary>
    OutOfMemory,

    /// <summary>The worker reported a failure of its own.</summary>
    Faulted,

    /// <summary>There was no worker to be had.</summary>
    Unavailable,
}

/// <summary>How a session ended, and why where that is not in the ledger.</summary>
/// <param name="End">How.</param>
/// <param name="Reason">Why; <see langword="null"/> for a session that was completed.</param>
/// <param name="IsWorkerWorn">Whether the worker asks to be replaced.</param>
internal readonly record struct SessionOutcome(SessionEnd End, Reason? Reason = null, bool IsWorkerWorn = false);

/// <summary>One request to one worker, followed to its end; what happens to the tests goes into the ledger.</summary>
internal sealed class GradingSession(WorkerProcess worker, TestLedger ledger, GradingLimits limits)
{
    private const string FatalOutOfMemory = "Out of memory";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>What the runtime says when it is about to end the process. An answer that says so itself is believed.</summary>
    private static readonly string[] FatalWords = ["Stack overflow", "Unhandled exception", "Process terminated", FatalOutOfMemory];

    private readonly Lock _gate = new();
    private bool _isOver;
    private long _heard;

    /// <summary>Runs the tests that have no outcome yet.</summary>
    /// <param name="submission">The answer, which must have an image.</param>
    /// <param name="timeLeft">What is left of the time for all tests together.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="only">The places of the tests to run; those without an outcome where <see langword="null"/>.</param>
    public async Task<SessionOutcome> RunAsync(
        CompiledSubmission submission, TimeSpan timeLeft, CancellationToken cancellation, ImmutableHashSet<int>? only = null)
    {
        var request = new RunRequest(
            Guid.NewGuid(), submission.RuntimeAssemblies, submission.Image!, submission.TestTypeName, only ?? ledger.Remaining, ledger.OutputCharsLeft);
        var droppedBefore = worker.DroppedBytes;
        try
        {
            return await FollowAsync(request, timeLeft, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            return new(SessionEnd.Crashed, Reason.Told(exception.Message));
        }
        finally
        {
            if (worker.DroppedBytes - droppedBefore > limits.OutputChars)
            {
                ledger.TruncateOutput();
            }
        }
    }

    private async Task<SessionOutcome> FollowAsync(RunRequest request, TimeSpan timeLeft, CancellationToken cancellation)
    {
        try
        {
            worker.Send(request);
        }
        catch (IOException)
        {
            return await EndAsync().ConfigureAwait(false);
        }

        // A thread that waits for the channel and nothing else: to wake one of the pool for each reply takes longer than most tests.
        var watch = Stopwatch.StartNew();
        var listening = Task.Factory.StartNew(
            () => Listen(request.Token, watch), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (true)
        {
            var heard = Interlocked.Read(ref _heard);
            var (left, testLeft) = (timeLeft - watch.Elapsed, limits.TestTime - (watch.Elapsed - new TimeSpan(heard)));
            var soonest = left < testLeft ? left : testLeft;
            if (soonest <= TimeSpan.Zero && TryStopListening(heard))
            {
                return await TimeOutAsync(isTotal: left <= TimeSpan.Zero).ConfigureAwait(false);
            }

            var pause = Task.Delay(soonest > Poll ? Poll : soonest > Moment ? soonest : Moment, cancellation);
            if (await Task.WhenAny(listening, pause).ConfigureAwait(false) == listening)
            {
                return await listening.ConfigureAwait(false) ?? await EndAsync().ConfigureAwait(false);
            }

            cancellation.ThrowIfCancellationRequested();
            if (worker.LookForOveruse() is { } overuse && TryStopListening(Interlocked.Read(ref _heard)))
            {
                return Stop(overuse);
            }
        }
    }

    /// <summary>Follows the replies to the last one.</summary>
    /// <returns>How the session ended; <see langword="null"/> where the worker closed the channel.</returns>
    private SessionOutcome? Listen(Guid token, Stopwatch watch)
    {
        while (true)
        {
            var reply = worker.Receive(token);
            lock (_gate)
            {
                if (_isOver || reply is null)
                {
                    return null;
                }

                Interlocked.Exchange(ref _heard, watch.Elapsed.Ticks);
                if (Record(reply) is { } outcome)
                {
                    _isOver = true;
                    return outcome;
                }
            }
        }
    }

    /// <summary>From now on nothing counts that the worker says.</summary>
    /// <returns>Whether it has said nothing since; else the session goes on.</returns>
    private bool TryStopListening(long heard)
    {
        lock (_gate)
        {
            return !_isOver && _heard == heard && (_isOver = true);
        }
    }

    /// <summary>Takes a reply down.</summary>
    /// <returns>How the session ended; <see langword="null"/> where it goes on.</returns>
    private SessionOutcome? Record(Reply reply)
    {
        switch (reply)
        {
            case Reply.Completed completed:
                return ledger.IsRunning
                    ? throw new InvalidDataException("The worker ended in the middle of a test.")
                    : new(SessionEnd.Completed, IsWorkerWorn: completed.IsWorn);
            case Reply.Faulted faulted:
                return new(SessionEnd.Faulted, Reason.Told(faulted.Message));
            case Reply.Announced announced:
                ledger.Announce(announced.Tests);
                return null;
            case Reply.Started started:
                ledger.Start(started.Index);
                return null;
            case Reply.Finished finished:
                ledger.Finish(finished);
                return null;
            case Reply.Output output:
                ledger.Write(output);
                return null;
            default:
                throw new ArgumentException($"There is no rule for {reply.GetType().Name}.", nameof(reply));
        }
    }

    private async Task<SessionOutcome> TimeOutAsync(bool isTotal)
        => worker.WordsSoFar() is { } words && FatalWords.Any(fatal => words.StartsWith(fatal, StringComparison.Ordinal))
            ? await EndAsync().ConfigureAwait(false)
            : new(SessionEnd.TimedOut, Timeout(isTotal));

    private SessionOutcome Stop(Overuse overuse) => overuse switch
    {
        Overuse.ProcessorTime => new(SessionEnd.TimedOut, Limit(
            ReasonKind.ProcessorTime, limits.ProcessorTime.TotalSeconds, limit => $"All tests together used more than {limit} s of processor time.")),
        Overuse.Memory => new(SessionEnd.OutOfMemory, Limit(
            ReasonKind.ProcessMemory, limits.ProcessBytes >> 20, limit => $"The process used more than {limit} MB of memory and was stopped.")),
        _ => new(SessionEnd.Crashed, Limit(
            ReasonKind.Processes, limits.Processes, limit => $"The answer started more processes than the {limit} it may, and was stopped.")),
    };

    private Reason Timeout(bool isTotal) => isTotal
        ? Limit(ReasonKind.TotalTime, limits.TotalTime.TotalSeconds, limit => $"All tests together took more than {limit} s.")
        : Limit(
            ReasonKind.TestTime,
            limits.TestTime.TotalSeconds,
            limit => $"Stopped after {limit} s without an end: does every loop end, and every recursion reach its base case?");

    private static Reason Limit(ReasonKind kind, double limit, Func<string, string> text)
    {
        var shown = limit.ToString(CultureInfo.InvariantCulture);
        return new Reason(kind, text(shown), shown);
    }

    private async Task<SessionOutcome> EndAsync()
    {
        var words = await worker.LastWordsAsync().ConfigureAwait(false);
        var end = words?.StartsWith(FatalOutOfMemory, StringComparison.Ordinal) == true ? SessionEnd.OutOfMemory : SessionEnd.Crashed;
        return new(end, words is null
            ? new Reason(ReasonKind.Ended, "The process ended in the middle of the tests.")
            : new Reason(ReasonKind.EndedWithWords, $"The process ended in the middle of the tests: {words}", words));
    }
}
