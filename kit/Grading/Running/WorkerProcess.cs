using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using KataKit.Grading.Protocol;

namespace KataKit.Grading.Running;

/// <summary>
/// A worker process and the channel to it: a named pipe that takes one connection, whose handle no child of the worker inherits.
/// The exit code is not looked at; an answer can choose it.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptErrorBytes = 4096;
    private const int KeptErrorLines = 3;
    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly GradingLimits _limits;
    private readonly Task<string> _standardError;

    private WorkerProcess(Process process, NamedPipeServerStream pipe, GradingLimits limits)
    {
        _process = process;
        _pipe = pipe;
        _limits = limits;
        _standardError = DrainAsync(process.StandardError.BaseStream, KeptErrorBytes);
        _ = DrainAsync(process.StandardOutput.BaseStream, keep: 0);
        process.StandardInput.Close();
    }

    /// <summary>Whether the process still runs.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Starts a worker and waits until it has connected.</summary>
    /// <exception cref="InvalidOperationException">It did not connect in time.</exception>
    public static async Task<WorkerProcess> StartAsync(GradingLimits limits, CancellationToken cancellation)
    {
        var pipeName = "katakit-" + Guid.NewGuid().ToString("N")[..16];
        var pipe = new NamedPipeServerStream(
            pipeName, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        WorkerProcess? worker = null;
        try
        {
            worker = new WorkerProcess(Process.Start(WorkerCommand.For(pipeName, limits))!, pipe, limits);
            await worker.ConnectAsync(cancellation).ConfigureAwait(false);
            return worker;
        }
        catch
        {
            worker?.Dispose();
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="IOException">The worker has ended.</exception>
    public void Send(RunRequest request) => request.WriteTo(_pipe);

    /// <summary>Waits for the next reply to a request, watching the clock and the worker's memory.</summary>
    /// <exception cref="InvalidDataException">The channel carried something other than a reply.</exception>
    public async Task<Reception> ReceiveAsync(Guid token, TimeSpan limit, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var reading = Frame.ReadAsync(_pipe, cancellation);
        while (!reading.IsCompleted)
        {
            var left = limit - watch.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                return new Reception(ReceptionKind.TimedOut);
            }

            if (UsedBytes() > _limits.ProcessBytes)
            {
                return new Reception(ReceptionKind.OutOfMemory);
            }

            await Task.WhenAny(reading, Task.Delay(left < MemoryPoll ? left : MemoryPoll, CancellationToken.None)).ConfigureAwait(false);
        }

        try
        {
            return await reading.ConfigureAwait(false) is { } body
                ? new Reception(ReceptionKind.Reply, ReplyFormat.Decode(body, token))
                : new Reception(ReceptionKind.Ended);
        }
        catch (IOException)
        {
            return new Reception(ReceptionKind.Ended);
        }
    }

    /// <summary>What the dying process wrote to its standard error, without the stack: for example <c>Stack overflow.</c></summary>
    public async Task<string?> LastWordsAsync()
    {
        await Task.WhenAny(_standardError, Task.Delay(LastWords)).ConfigureAwait(false);
        if (!_standardError.IsCompletedSuccessfully)
        {
            return null;
        }

        var lines = (await _standardError.ConfigureAwait(false))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal))
            .Take(KeptErrorLines)
            .ToList();
        return lines.Count > 0 ? string.Join(' ', lines) : null;
    }

    /// <summary>Kills the worker and the processes that it has started.</summary>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself, or a child has: what cannot be killed any more need not be.
        }

        _pipe.Dispose();
        _process.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        giveUp.CancelAfter(_limits.StartTime);
        var connecting = _pipe.WaitForConnectionAsync(giveUp.Token);
        var ending = _process.WaitForExitAsync(giveUp.Token);
        await Task.WhenAny(connecting, ending).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (!connecting.IsCompletedSuccessfully)
        {
            var words = await LastWordsAsync().ConfigureAwait(false);
            throw new InvalidOperationException($"The worker process did not start: {words ?? $"no connection after {_limits.StartTime.TotalSeconds} s"}");
        }

        await giveUp.CancelAsync().ConfigureAwait(false);
    }

    private long UsedBytes()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static async Task<string> DrainAsync(Stream stream, int keep)
    {
        var kept = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            kept.Write(buffer, 0, Math.Min(count, keep - (int)kept.Length));
        }

        return Encoding.UTF8.GetString(kept.ToArray());
    }
}
