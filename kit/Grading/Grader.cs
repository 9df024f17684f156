using System.Collections.Immutable;
using System.Diagnostics;
using KataKit.Grading.Running;

namespace KataKit.Grading;

/// <summary>
/// Grades compiled answers in a worker process of its own, one after the other. The worker is kept for the next answer and replaced
/// after a timeout, a crash or a fault; what a test does to the process is told of that test alone, and the others are run in a new one.
/// </summary>
/// <param name="limits">What an answer may use up; the defaults where omitted.</param>
/// <remarks>
/// Not for several threads at once: take a grader for each. A process of its own guards against accidents and idle mischief; it is no
/// sandbox: an answer runs with the rights of the user.
/// </remarks>
public sealed class Grader(GradingLimits? limits = null) : IDisposable
{
    private readonly GradingLimits _limits = limits ?? new GradingLimits();
    private WorkerProcess? _worker;
    private ImmutableArray<string> _workerAssemblies = [];
    private bool _workerIsFresh;

    /// <summary>Runs the tests of an answer.</summary>
    /// <param name="submission">The answer.</param>
    /// <param name="cancellation">Gives up; the worker is stopped.</param>
    /// <returns>The grade. A failure of the grader is a grade too: <see cref="Verdict.GraderFault"/>.</returns>
    /// <exception cref="OperationCanceledException">The grade was given up.</exception>
    public async Task<Grade> GradeAsync(CompiledSubmission submission, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        if (submission.Image is null)
        {
            return new Grade(Verdict.BuildError, string.Join(Environment.NewLine, submission.Errors), [], watch.Elapsed);
        }

        var ledger = new TestLedger();
        var incidents = new List<(SessionEnd End, string Reason)>();
        try
        {
            await RunAllAsync(submission, ledger, incidents, watch, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            DropWorker();
            throw;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            DropWorker();
            incidents.Add((SessionEnd.Faulted, exception.Message));
        }

        var (verdict, reason) = VerdictOf(submission, ledger, incidents);
        return new Grade(verdict, reason, ledger.Tests, watch.Elapsed);
    }

    /// <summary>Stops the worker.</summary>
    public void Dispose() => DropWorker();

    private async Task RunAllAsync(
        CompiledSubmission submission,
        TestLedger ledger,
        List<(SessionEnd End, string Reason)> incidents,
        Stopwatch watch,
        CancellationToken cancellation)
    {
        while (true)
        {
            await EnsureWorkerAsync(submission.RuntimeAssemblies, cancellation).ConfigureAwait(false);
            var wasFresh = _workerIsFresh;
            _workerIsFresh = false;
            var settledBefore = ledger.Settled;
            var (end, reason) = await RunSessionAsync(submission, ledger, _limits.TotalTime - watch.Elapsed, cancellation).ConfigureAwait(false);
            if (end == SessionEnd.Completed)
            {
                return;
            }

            DropWorker();
            if (end == SessionEnd.Crashed && !wasFresh)
            {
                // A thread that an earlier answer left behind may have done it. A new worker tells.
                ledger.Rewind();
                continue;
            }

            incidents.Add((end, reason));
            ledger.Stop(end == SessionEnd.TimedOut ? TestOutcome.TimedOut : TestOutcome.Crashed, reason);
            var isStuck = ledger.Settled == settledBefore;
            if (end == SessionEnd.Faulted || isStuck || ledger.Remaining is { Count: 0 } || watch.Elapsed >= _limits.TotalTime)
            {
                return;
            }
        }
    }

    private async Task<(SessionEnd End, string Reason)> RunSessionAsync(
        CompiledSubmission submission, TestLedger ledger, TimeSpan timeLeft, CancellationToken cancellation)
    {
        try
        {
            return await new GradingSession(_worker!, ledger, _limits).RunAsync(submission, timeLeft, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            return (SessionEnd.Crashed, exception.Message);
        }
    }

    private static (Verdict Verdict, string? Reason) VerdictOf(
        CompiledSubmission submission, TestLedger ledger, List<(SessionEnd End, string Reason)> incidents)
    {
        var tests = ledger.Tests;
        if (incidents.Find(incident => incident.End == SessionEnd.Faulted) is { Reason: not null } fault)
        {
            return (Verdict.GraderFault, fault.Reason);
        }

        if (ledger.IsAnnounced && tests.IsEmpty)
        {
            return (Verdict.NoTests, $"{submission.TestTypeName} holds no test.");
        }

        if (ledger.IsAnnounced && !tests.Select(test => test.Method).Distinct().Order(StringComparer.Ordinal).SequenceEqual(submission.TestMethods))
        {
            return (Verdict.GraderFault, $"The worker announced other tests than {submission.TestTypeName} holds.");
        }

        if (incidents.Find(incident => incident.End == SessionEnd.Crashed) is { Reason: not null } crash)
        {
            return (Verdict.Crash, crash.Reason);
        }

        if (incidents.Find(incident => incident.End == SessionEnd.TimedOut) is { Reason: not null } timeout)
        {
            return (Verdict.Timeout, timeout.Reason);
        }

        if (!ledger.IsAnnounced || tests.Any(test => test.Outcome == TestOutcome.NotRun))
        {
            return (Verdict.GraderFault, "The worker ended its work before every announced test had run.");
        }

        var passed = tests.Count(test => test.Outcome == TestOutcome.Passed);
        return passed == tests.Length ? (Verdict.Pass, null) : (Verdict.Fail, $"{tests.Length - passed} of {tests.Length} tests failed.");
    }

    private async Task EnsureWorkerAsync(ImmutableArray<string> runtimeAssemblies, CancellationToken cancellation)
    {
        if (_worker is { IsAlive: true } && _workerAssemblies.SequenceEqual(runtimeAssemblies))
        {
            return;
        }

        DropWorker();
        _worker = await WorkerProcess.StartAsync(_limits, cancellation).ConfigureAwait(false);
        _workerAssemblies = runtimeAssemblies;
        _workerIsFresh = true;
    }

    private void DropWorker()
    {
        _worker?.Dispose();
        _worker = null;
    }
}
