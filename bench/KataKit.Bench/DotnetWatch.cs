using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace KataKit.Bench;

/// <summary><c>dotnet watch test</c> on a kata.</summary>
internal sealed partial class DotnetWatch : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly LearnersFolder _learner;
    private readonly Process _process;
    private readonly Channel<string> _verdicts = Channel.CreateUnbounded<string>();

    private DotnetWatch(LearnersFolder learner, Process process)
    {
        (_learner, _process) = (learner, process);
        Machine.ReadLines(process, Look);
    }

    /// <summary>Starts it and waits for its first verdict.</summary>
    public static async Task<DotnetWatch> StartAsync(LearnersFolder learner)
    {
        var start = learner.Dotnet("watch", "--non-interactive", "test");
        start.WorkingDirectory = Path.Combine(start.WorkingDirectory, learner.KataFolder);
        start.Environment["DOTNET_WATCH_RESTART_ON_RUDE_EDIT"] = "1";
        var watch = new DotnetWatch(learner, Process.Start(start)!);
        await watch.VerdictAsync();
        return watch;
    }

    /// <summary>Saves an answer and waits for the verdict.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> EditAsync(KnownAnswer answer)
    {
        while (_verdicts.Reader.TryRead(out _))
        {
            // Verdicts of edits that were made for others.
        }

        var watch = Stopwatch.StartNew();
        _learner.Save(answer);
        await VerdictAsync();
        var time = watch.Elapsed.TotalMilliseconds;

        // It goes on to wait for a change only a moment later.
        await Task.Delay(TimeSpan.FromSeconds(2));
        return time;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task VerdictAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _verdicts.Reader.ReadAsync(limit.Token);
    }

    [GeneratedRegex(@"^\s*(Passed|Failed|Incomplete): \d+ of \d+ tests")]
    private static partial Regex Verdict();

    private void Look(string line)
    {
        if (Verdict().IsMatch(line))
        {
            _verdicts.Writer.TryWrite(line);
        }
    }
}
