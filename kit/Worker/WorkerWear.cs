using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace KataKit.Worker;

/// <summary>
/// Watches whether the worker lets go of the answers that it has served. Looking costs a full collection, so it is done now and then; a
/// leak of one answer does no harm, a leak of each does.
/// </summary>
internal sealed class WorkerWear
{
    private const int Interval = 64;
    private const int AllowedContexts = 4;
    private const int AllowedThreads = 40;

    private readonly List<WeakReference> _contexts = [];
    private int _served;

    /// <summary>Takes down an answer's load context, without keeping it alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Watch(AssemblyLoadContext context) => _contexts.Add(new WeakReference(context));

    /// <summary>Whether too much was left of the answers before, the last time somebody looked.</summary>
    public bool IsWorn { get; private set; }

    /// <summary>Counts one more answer, and looks now and then.</summary>
    public void Look()
    {
        if (++_served % Interval != 0)
        {
            return;
        }

        // Unloading ends after a few collections, not after the first.
        for (var i = 0; i < 4; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        _contexts.RemoveAll(context => !context.IsAlive);
        using var process = Process.GetCurrentProcess();
        IsWorn = _contexts.Count > AllowedContexts || process.Threads.Count > AllowedThreads;
    }
}
