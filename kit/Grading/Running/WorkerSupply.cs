using System.Collections.Immutable;

namespace KataKit.Grading.Running;

/// <summary>
/// The workers of one grader: one that is kept from answer to answer, and a spare that is started and warmed up while others work, so that
/// nobody waits for the start of a process or its JIT compiler.
/// </summary>
internal sealed class WorkerSupply(GradingLimits limits) : IDisposable
{
    /// <summary>So many tests of the warm-up have compiled what all tests share.</summary>
    private const int WarmUpTests = 25;
    private const int MostStarts = 20;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _closing = new();
    private WorkerProcess? _kept;
    private Task<WorkerProcess>? _spare;
    private RuntimeFiles? _spareFiles;
    private bool _hasTaken;

    /// <summary>A trusted answer that new workers run to become warm; none where <see langword="null"/>.</summary>
    public CompiledSubmission? WarmUp { get; set; }

    /// <summary>Starts a worker, if there is neither one that is kept nor a spare.</summary>
    public void Prepare(ImmutableArray<string> runtimeAssemblies)
    {
        if (_kept is null)
        {
            PrepareSpare(runtimeAssemblies);
        }
    }

    /// <summary>Starts the spare, if there is none.</summary>
    public void PrepareSpare(ImmutableArray<string> runtimeAssemblies)
    {
        var files = RuntimeFiles.Of(runtimeAssemblies);
        if (_spare is { IsFaulted: false, IsCanceled: false } && files.Equals(_spareFiles))
        {
            return;
        }

        DropSpare();
        _spareFiles = files;
        _spare = Task.Run(() => StartAsync(files, WarmUp, _closing.Token));
    }

    /// <summary>Takes the kept worker, or a new one.</summary>
    /// <param name="runtimeAssemblies">What the worker must find.</param>
    /// <param name="mustBeNew">Whether the answer wants a worker that has served nobody.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The worker, and whether it is new.</returns>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public async Task<(WorkerProcess Worker, bool IsNew)> TakeAsync(
        ImmutableArray<string> runtimeAssemblies, bool mustBeNew, CancellationToken cancellation)
    {
        var files = RuntimeFiles.Of(runtimeAssemblies);
        if (!mustBeNew && _kept is { } kept)
        {
            _kept = null;
            if (kept.IsAlive && kept.Files.Equals(files))
            {
                return (kept, false);
            }

            kept.Dispose();
        }

        return (await TakeSpareAsync(files, cancellation).ConfigureAwait(false) ?? await StartAsync(files, cancellation).ConfigureAwait(false), true);
    }

    /// <summary>Gives a worker back that can serve another answer, unless it has served enough of them.</summary>
    public void Keep(WorkerProcess worker)
    {
        if (_kept is not null || ++worker.Served >= limits.AnswersPerWorker)
        {
            worker.Dispose();
            return;
        }

        _kept = worker;
    }

    public void Dispose()
    {
        _closing.Cancel();
        _kept?.Dispose();
        _kept = null;
        DropSpare();
    }

    private async Task<WorkerProcess?> TakeSpareAsync(RuntimeFiles files, CancellationToken cancellation)
    {
        if (_spare is not { } spare || !files.Equals(_spareFiles))
        {
            return null;
        }

        try
        {
            var worker = await spare.WaitAsync(cancellation).ConfigureAwait(false);
            _spare = null;
            if (worker.IsAlive)
            {
                // One that was needed now may be needed again before this answer is graded; but the first is needed in any case.
                if (_hasTaken)
                {
                    PrepareSpare(files.Paths);
                }

                _hasTaken = true;
                return worker;
            }

            worker.Dispose();
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            // Starting one for the answer that waits either works or says what is wrong.
            _spare = null;
        }

        return null;
    }

    private async Task<WorkerProcess> StartAsync(RuntimeFiles files, CancellationToken cancellation)
    {
        for (var start = 1; ; start++)
        {
            try
            {
                return await WorkerProcess.StartAsync(files, limits, cancellation).ConfigureAwait(false);
            }
            catch (WorkerStartException exception) when (exception.WasKilled && start < MostStarts)
            {
                // Whoever killed it meant something else, or memory was short for a moment.
            }
        }
    }

    private async Task<WorkerProcess> StartAsync(RuntimeFiles files, CompiledSubmission? warmUp, CancellationToken cancellation)
    {
        var worker = await WorkerProcess.StartAsync(files, limits, cancellation).ConfigureAwait(false);
        if (warmUp?.Image is null || !warmUp.RuntimeAssemblies.SequenceEqual(files.Paths))
        {
            return worker;
        }

        try
        {
            var session = new GradingSession(worker, new TestLedger(outputLimit: 0), limits);
            var outcome = await session.RunAsync(warmUp, WarmUpTime, cancellation, [.. Enumerable.Range(0, WarmUpTests)]).ConfigureAwait(false);
            if (outcome.End == SessionEnd.Completed)
            {
                return worker;
            }
        }
        catch
        {
            worker.Dispose();
            throw;
        }

        // A cold worker is better than one in which something went wrong.
        worker.Dispose();
        return await WorkerProcess.StartAsync(files, limits, cancellation).ConfigureAwait(false);
    }

    private void DropSpare()
    {
        _ = _spare?.ContinueWith(spare => spare.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        _spare = null;
    }
}
