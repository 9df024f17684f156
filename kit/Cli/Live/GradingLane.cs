using System.Threading.Channels;

namespace KataKit.Cli;

/// <summary>
/// Grades saves one after the other. A grade that is soon done is waited for, because stopping one costs a worker; one that takes long is
/// given up as soon as a newer save waits.
/// </summary>
internal sealed class GradingLane(AttemptGrader grader, TimeProvider time, ChannelWriter<PracticeSignal> signals) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private Run? _running;
    private string? _waiting;

    public bool IsBusy => _running is not null;

    /// <summary>Grades a text, now or as soon as it can.</summary>
    public void Submit(string source)
    {
        if (_running is null)
        {
            Start(source);
        }
        else
        {
            // What stood there for a moment is gone again, and need not be graded; unless its predecessor was given up for it already.
            _waiting = source == _running.Source && !_running.Cancellation.IsCancellationRequested ? null : source;
        }
    }

    /// <summary>Takes the grade that is ready, and goes on with the text that waits.</summary>
    /// <returns>The grade; <see langword="null"/> where none is ready, or it was given up.</returns>
    public async Task<GradedAttempt?> TakeAsync()
    {
        if (_running is not { Grading: { IsCompleted: true } done })
        {
            return null;
        }

        _running = null;
        if (_waiting is { } next)
        {
            _waiting = null;
            Start(next);
        }

        return done.IsCanceled ? null : await done.ConfigureAwait(false);
    }

    /// <summary>Gives up a grade that takes long while a newer text waits.</summary>
    public void GiveUpIfOvertaken()
    {
        if (_waiting is not null && _running is { } running && time.GetElapsedTime(running.Since) > Patience)
        {
            running.Cancellation.Cancel();
        }
    }

    /// <summary>Stops, and waits until nothing runs: the grader may then be used by others.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting = null;
        if (_running is { } running)
        {
            await running.Cancellation.CancelAsync().ConfigureAwait(false);
            await ((Task)running.Grading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _running = null;
        }
    }

    private void Start(string source)
    {
        var cancellation = new CancellationTokenSource();
        var grading = Task.Run(() => grader.GradeAsync(source, cancellation.Token), cancellation.Token);
        _running = new Run(source, grading, cancellation, time.GetTimestamp());
        _ = grading.ContinueWith(_ => signals.TryWrite(PracticeSignal.Graded), TaskScheduler.Default);
    }

    /// <summary>The grade that is being made.</summary>
    private sealed record Run(string Source, Task<GradedAttempt> Grading, CancellationTokenSource Cancellation, long Since);
}
