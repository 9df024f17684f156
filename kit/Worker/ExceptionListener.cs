using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace KataKit.Worker;

/// <summary>
/// Remembers of the exceptions of a test what its result does not tell: the data of failed comparisons, for xunit reports exceptions as
/// text, without them; and whether memory ran out, for a test may have caught that and told something else.
/// </summary>
internal sealed class ExceptionListener : IDisposable
{
    private readonly ConcurrentDictionary<string, FailureData> _failures = new();
    private volatile bool _ranOutOfMemory;

    public ExceptionListener() => AppDomain.CurrentDomain.FirstChanceException += Remember;

    /// <summary>Whether an <see cref="OutOfMemoryException"/> was thrown, wherever it went.</summary>
    public bool RanOutOfMemory => _ranOutOfMemory;

    /// <summary>Forgets all, for the next test.</summary>
    public void Clear()
    {
        _failures.Clear();
        _ranOutOfMemory = false;
    }

    /// <summary>What the exception with this message carried.</summary>
    public FailureData Of(string message) => _failures.GetValueOrDefault(message);

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Remember;

    private void Remember(object? sender, FirstChanceExceptionEventArgs args)
    {
        if (args.Exception is OutOfMemoryException)
        {
            _ranOutOfMemory = true;
        }
        else if (FailureData.Of(args.Exception) is { } data)
        {
            _failures[args.Exception.Message] = data;
        }
    }
}
