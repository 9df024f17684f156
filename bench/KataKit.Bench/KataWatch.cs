using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using KataKit.Journal;

namespace KataKit.Bench;

/// <summary>The <c>kata</c> command as a learner has it running: it watches a kata and shows a verdict for each save, here over a pipe.</summary>
internal sealed partial class KataWatch : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly LearnersFolder _learner;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _shown = new();

    private KataWatch(LearnersFolder learner, Process process)
    {
        (_learner, _process) = (learner, process);
        Machine.ReadLines(process, Look);
    }

    /// <summary>Starts the command and waits until it has graded what stands there.</summary>
    /// <param name="learner">The learner's folder; its journal is the one that is written.</param>
    /// <param name="command">The command and its arguments.</param>
    public static async Task<KataWatch> StartAsync(LearnersFolder learner, params string[] command)
    {
        var watch = new KataWatch(learner, Process.Start(learner.Kata(command))!);
        await watch.ShownAsync(AttemptStore.HashOf(learner.Source));
        return watch;
    }

    /// <summary>The processes in which it lets answers run.</summary>
    public IReadOnlyList<Process> Workers => Machine.WorkersOf(_process.Id);

    /// <summary>Saves an answer and waits for the verdict on this very text.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> SaveAsync(KnownAnswer answer)
    {
        var watch = Stopwatch.StartNew();
        _learner.Save(answer);
        await ShownAsync(AttemptStore.HashOf(_learner.Source));
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Waits until the verdict on a text is shown.</summary>
    /// <param name="attempt">The name of the text.</param>
    /// <exception cref="InvalidOperationException">It is not; the message has what was shown last.</exception>
    public async Task ShownAsync(string attempt)
    {
        var shown = Shown(attempt[..8]).Task;
        if (await Task.WhenAny(shown, _process.WaitForExitAsync(), Task.Delay(Limit)) != shown)
        {
            throw new InvalidOperationException($"No verdict on {attempt}. The command said last: {string.Join(Environment.NewLine, _lines.TakeLast(20))}");
        }
    }

    /// <summary>Kills the command as <c>kill -9</c> does.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"\.cs ([0-9a-f]{8})$")]
    private static partial Regex Head();

    private TaskCompletionSource Shown(string attempt) => _shown.GetOrAdd(attempt, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Look(string line)
    {
        _lines.Enqueue(line);
        if (Head().Match(line) is { Success: true } match)
        {
            Shown(match.Groups[1].Value).TrySetResult();
        }
    }
}
