using System.Diagnostics;
using System.Globalization;

namespace KataKit.Thorough;

/// <summary>How far a run is: one line that is written over on a terminal, and a new one every so often where there is none.</summary>
/// <param name="total">How many proofs there are.</param>
/// <param name="cached">How many of them are known to hold.</param>
internal sealed class Progress(int total, int cached)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly bool IsTerminal = !Console.IsOutputRedirected;

    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Pause;
    private int _width;

    /// <summary>How many have held, those that were known before not counted.</summary>
    public int Passed { get; private set; }

    /// <summary>How many have not.</summary>
    public int Failed { get; private set; }

    /// <summary>Since the start.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Tells that a proof has begun.</summary>
    public void Begin(Proof proof)
    {
        lock (_lock)
        {
            Show(proof.Name);
        }
    }

    /// <summary>Tells that a proof has ended.</summary>
    public void End(Proof proof, Checked outcome)
    {
        lock (_lock)
        {
            if (outcome.Problems.Count == 0)
            {
                Passed++;
            }
            else
            {
                Failed++;
                Clear();
                Console.WriteLine($"FAILED {proof.Name}\n{string.Join('\n', outcome.Problems)}\n");
            }

            Show(proof.Name);
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (IsTerminal && _width > 0)
        {
            Console.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    private void Show(string name)
    {
        if (!IsTerminal && Elapsed < _next)
        {
            return;
        }

        _next = Elapsed + Pause;
        var line = string.Create(CultureInfo.InvariantCulture, $"{Elapsed:mm\\:ss}  {cached + Passed + Failed} of {total}, {Failed} failed  {name}");
        if (!IsTerminal)
        {
            Console.WriteLine(line);
            return;
        }

        // The last column stays free: a terminal may go to the next line behind it.
        line = line.Length < Console.WindowWidth ? line : line[..Math.Max(0, Console.WindowWidth - 1)];
        Console.Write("\r" + line.PadRight(_width));
        _width = line.Length;
    }
}
