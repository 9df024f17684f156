using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace KataKit.Grading.Running;

/// <summary>
/// The run of one answer: in as many workers as it takes until every test has an outcome. What a test does to its process is told of that
/// test alone.
/// </summary>
internal sealed class GradingRun(CompiledSubmission submission, WorkerSupply supply, GradingLimits limits)
{
    /// <summary>A session that takes longer may end with its worker, so that the next one had better be ready.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// A worker that is killed by a signal says nothing about the answer, unless the answer has means to send one. That often it is tried
    /// again; then nothing is known about an answer that has none.
    /// </summary>
    private const int MostKills = 100;
    private const int MostKillsByEscapes = 2;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<SessionOutcome> _incidents = [];
    private readonly ApiRisk _risk = submission.FindRiskyApis().Select(api => api.Risk).DefaultIfEmpty().Max();
    private int _kills;
    private TimeSpan _lost;

    /// <summary>Runs the tests.</summary>
    /// <param name="cancellation">Gives up; the worker is stopped.</param>
    /// <returns>The grade.</returns>
    public async Task<Grade> RunAsync(CancellationToken cancellation)
    {
        var ledger = new TestLedger(limits.OutputChars);
        try
        {
            while (await RunOnceAsync(ledger, cancellation).ConfigureAwait(false))
            {
                // The tests that are left go on in the next worker.
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or Win32Exception)
        {
            _incidents.Add(new(SessionEnd.Unavailable, Reason.Told(exception.Message)));
        }

        var (verdict, reason) = new VerdictRules(submission, _risk, _incidents).Of(ledger);
        return new Grade(verdict, reason?.Text, ledger.Tests, _watch.Elapsed) { Cause = reason, IsOutputTruncated = ledger.IsOutputTruncated };
    }

    /// <summary>Runs what is left in one worker.</summary>
    /// <returns>Whether there is more to run.</returns>
    private async Task<bool> RunOnceAsync(TestLedger ledger, CancellationToken cancellation)
    {
        // An answer that can leave something behind gets a worker of its own, so that nobody else finds it.
        var isAlone = _risk != ApiRisk.None;
        var asked = _watch.Elapsed;
        var (worker, isNew) = await supply.TakeAsync(submission.RuntimeAssemblies, mustBeNew: isAlone, cancellation).ConfigureAwait(false);
        var settledBefore = ledger.Settled;
        var begun = _watch.Elapsed;
        _lost += begun - asked;
        var outcome = new SessionOutcome(SessionEnd.Crashed);
        try
        {
            outcome = await RunSessionAsync(worker, ledger, cancellation).ConfigureAwait(false);
            if (outcome.End == SessionEnd.Crashed && (!isNew || MayHaveBeenKilled(worker)))
            {
                _lost += _watch.Elapsed - begun;
                ledger.Rewind();
                return true;
            }
        }
        finally
        {
            if (outcome.End == SessionEnd.Completed && !isAlone && !outcome.IsWorkerWorn)
            {
                supply.Keep(worker);
            }
            else
            {
                worker.Dispose();
            }
        }

        return outcome.End != SessionEnd.Completed && GoesOn(outcome, ledger, settledBefore);
    }

    private bool MayHaveBeenKilled(WorkerProcess worker)
    {
        if (!worker.IsKilled)
        {
            return false;
        }

        _kills++;
        if (_risk == ApiRisk.Escapes)
        {
            return _kills <= MostKillsByEscapes;
        }

        return _kills <= MostKills ? true : throw new InvalidOperationException($"The worker was killed from outside {_kills} times.");
    }

    /// <summary>What is left of the time for all tests. What was spent on starting workers, and on those that were killed, does not count.</summary>
    private TimeSpan TimeLeft => limits.TotalTime - (_watch.Elapsed - _lost);

    private async Task<SessionOutcome> RunSessionAsync(WorkerProcess worker, TestLedger ledger, CancellationToken cancellation)
    {
        var running = new GradingSession(worker, ledger, limits).RunAsync(submission, TimeLeft, cancellation);
        if (await Task.WhenAny(running, Task.Delay(Patience, CancellationToken.None)).ConfigureAwait(false) != running)
        {
            supply.PrepareSpare(submission.RuntimeAssemblies);
        }

        return await running.ConfigureAwait(false);
    }

    private bool GoesOn(SessionOutcome outcome, TestLedger ledger, int settledBefore)
    {
        _incidents.Add(outcome);
        ledger.Stop(
            outcome.End switch
            {
                SessionEnd.TimedOut => TestOutcome.TimedOut,
                SessionEnd.OutOfMemory => TestOutcome.OutOfMemory,
                _ => TestOutcome.Crashed,
            },
            outcome.Reason!);
        return outcome.End != SessionEnd.Faulted
            && ledger.Settled > settledBefore
            && ledger.Remaining is not { Count: 0 }
            && TimeLeft > TimeSpan.Zero;
    }
}
