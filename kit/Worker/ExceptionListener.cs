using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace KataKit.Worker;

/// <summary>
/// Remembers of the exceptions of a test what its result does not tell: how far off a failed comparison was, for xunit reports
/// exceptions as text, without their data; and whether memory ran out, for a test may have caught that and told something else.
/// </summary>
internal sealed class ExceptionListener : IDisposable
{
    private const string ExceptionType = "KataKit.Specs.Checking.SpecFailureException";
    private const string DataKey = "KataKit.Tolerances";

    private readonly ConcurrentDictionary<string, double> _distances = new();
    private volatile bool _ranOutOfMemory;

    public ExceptionListener() => AppDomain.CurrentDomain.FirstChanceException += Remember;

    /// <summary>Whether an <see cref="OutOfMemoryException"/> was thrown, wherever it went.</summary>
    public bool RanOutOfMemory => _ranOutOfMemory;

    /// <summary>Forgets all, for the next test.</summary>
    public void Clear()
    {
        _distances.Clear();
        _ranOutOfMemory = false;
    }

    /// <summary>The distance that the exception with this message carried; <see langword="null"/> where there was none.</summary>
    public double? Of(string message) => _distances.TryGetValue(message, out var distance) ? distance : null;

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Remember;

    private void Remember(object? sender, FirstChanceExceptionEventArgs args)
    {
        if (args.Exception is OutOfMemoryException)
        {
            _ranOutOfMemory = true;
        }
        else if (args.Exception.GetType().FullName == ExceptionType && args.Exception.Data[DataKey] is double distance)
        {
            _distances[args.Exception.Message] = distance;
        }
    }
}
