using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using KataKit.Grading.Protocol;

namespace KataKit.Grading.Running;

/// <summary>
/// A worker process and the channel to it: a named pipe that takes one connection, whose handle no child of the worker inherits.
/// The exit code never makes a verdict; an answer can choose it.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptErrorBytes = 4096;
    private const int KeptErrorLines = 3;
    private const int ReadBytes = 16 << 10;
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    /// <summary>A process whose channel is closed is about to end; on a busy machine that is seen late.</summary>
    private static readonly TimeSpan LastBreath = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly BufferedStream _replies;
    private readonly GradingLimits _limits;
    private readonly StringBuilder _errorText = new();
    private readonly Task _standardError;
    private long _droppedBytes;
    private TimeSpan? _processorTimeBefore;

    private WorkerProcess(Process process, NamedPipeServerStream pipe, RuntimeFiles files, GradingLimits limits)
    {
        _process = process;
        _pipe = pipe;
        _replies = new BufferedStream(pipe, ReadBytes);
        _limits = limits;
        Files = files;
        _standardError = DrainAsync(process.StandardError.BaseStream, Keep);
        _ = DrainAsync(process.StandardOutput.BaseStream, _ => { });
        process.StandardInput.Close();
    }

    /// <summary>Whether the process still runs.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Whether the process has ended in the way in which one ends that is killed from outside, as by the system when memory is short.</summary>
    public bool IsKilled => _process.WaitForExit(LastBreath) && _process.ExitCode == (OperatingSystem.IsWindows() ? -1 : 128 + 9);

    /// <summary>The assemblies that it was started for.</summary>
    public RuntimeFiles Files { get; }

    /// <summary>The answers that it has served.</summary>
    public int Served { get; set; }

    /// <summary>How much it has written to its handles so far; all of it was dropped.</summary>
    public long DroppedBytes => Interlocked.Read(ref _droppedBytes);

    /// <summary>Starts a worker and waits until it has connected.</summary>
    /// <exception cref="WorkerStartException">It did not connect in time, or ended before.</exception>
    public static async Task<WorkerProcess> StartAsync(RuntimeFiles files, GradingLimits limits, CancellationToken cancellation)
    {
        var pipeName = "katakit-" + Guid.NewGuid().ToString("N")[..16];
        var pipe = new NamedPipeServerStream(
            pipeName, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        WorkerProcess? worker = null;
        try
        {
            var start = WorkerCommand.For(pipeName, files.Paths, limits);
            worker = new WorkerProcess(Process.Start(start)!, pipe, files, limits);
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
    public void Send(RunRequest request)
    {
        _processorTimeBefore = null;
        request.WriteTo(_pipe);
    }

    /// <summary>Waits for the next reply to a request, however long it takes; <see cref="Dispose"/> puts an end to it.</summary>
    /// <returns>The reply; <see langword="null"/> where the worker has closed the channel, as a process that ends does.</returns>
    /// <exception cref="InvalidDataException">The channel carried something other than a reply.</exception>
    public Reply? Receive(Guid token)
    {
        try
        {
            return Frame.Read(_replies) is { } body ? ReplyFormat.Decode(body, token) : null;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Looks at what the worker has used since the request was sent.</summary>
    /// <returns>What it used too much of; <see langword="null"/> where it keeps to its limits.</returns>
    public Overuse? LookForOveruse()
    {
        var use = ProcessUse.Of(_process);
        _processorTimeBefore ??= use.ProcessorTime;
        return use.Bytes > _limits.ProcessBytes ? Overuse.Memory
            : use.Processes > _limits.Processes ? Overuse.Processes
            : use.ProcessorTime - _processorTimeBefore > _limits.ProcessorTime ? Overuse.ProcessorTime
            : null;
    }

    /// <summary>What the dying process wrote to its standard error, without the stack: for example <c>Stack overflow.</c></summary>
    public async Task<string?> LastWordsAsync()
    {
        await Task.WhenAny(_standardError, Task.Delay(LastWords)).ConfigureAwait(false);
        return WordsSoFar();
    }

    /// <summary>The same, of a process that may still be at it: it takes the runtime seconds to print a deep stack.</summary>
    public string? WordsSoFar()
    {
        string text;
        lock (_errorText)
        {
            text = _errorText.ToString();
        }

        var lines = text
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
            var why = ending.IsCompletedSuccessfully ? "it ended at once" : $"no connection after {_limits.StartTime.TotalSeconds} s";
            throw new WorkerStartException($"The worker process did not start: {words ?? why}", ending.IsCompletedSuccessfully && IsKilled);
        }

        await giveUp.CancelAsync().ConfigureAwait(false);
    }

    private void Keep(ReadOnlyMemory<byte> bytes)
    {
        lock (_errorText)
        {
            var count = Math.Min(bytes.Length, KeptErrorBytes - _errorText.Length);
            _errorText.Append(Encoding.UTF8.GetString(bytes.Span[..Math.Max(0, count)]));
        }
    }

    private async Task DrainAsync(Stream stream, Action<ReadOnlyMemory<byte>> keep)
    {
        var buffer = new byte[4096];
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            Interlocked.Add(ref _droppedBytes, count);
            keep(buffer.AsMemory(0, count));
        }
    }
}
