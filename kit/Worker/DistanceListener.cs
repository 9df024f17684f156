using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace KataKit.Worker;

/// <summary>
/// Remembers how far off the failed comparisons of a test were. xunit reports exceptions as text, without their data, so the distance is
/// read when the exception is thrown and found again by its message.
/// </summary>
internal sealed class DistanceListener : IDisposable
{
    private const string ExceptionType = "KataKit.Specs.Checking.SpecFailureException";
    private const string DataKey = "KataKit.Tolerances";

    private readonly ConcurrentDictionary<string, double> _distances = new();

    public DistanceListener() => AppDomain.CurrentDomain.FirstChanceException += Remember;

    /// <summary>Forgets all, for the next test.</summary>
    public void Clear() => _distances.Clear();

    /// <summary>The distance that the exception with this message carried; <see langword="null"/> where there was none.</summary>
    public double? Of(string message) => _distances.TryGetValue(message, out var distance) ? distance : null;

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Remember;

    private void Remember(object? sender, FirstChanceExceptionEventArgs args)
    {
        if (args.Exception.GetType().FullName == ExceptionType && args.Exception.Data[DataKey] is double distance)
        {
            _distances[args.Exception.Message] = distance;
        }
    }
}
