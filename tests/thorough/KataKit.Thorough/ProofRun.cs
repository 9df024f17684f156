using System.Collections.Concurrent;

namespace KataKit.Thorough;

/// <summary>Works through proofs, as many at a time as there are jobs, and remembers each that holds at once.</summary>
/// <param name="sources">What proofs depend on.</param>
/// <param name="cache">What is known.</param>
/// <param name="jobs">How many at a time.</param>
/// <param name="budget">After this time no proof is begun.</param>
internal sealed class ProofRun(Sources sources, ProofCache cache, int jobs, TimeSpan budget)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Works through proofs.</summary>
    /// <returns>How many hold, fail, were known to hold, and are left.</returns>
    public async Task<(int Passed, int Failed, int Cached, int Left)> RunAsync(IReadOnlyList<Proof> proofs, CancellationToken cancellation)
    {
        var open = proofs.Select(proof => (Proof: proof, Key: sources.KeyOf(proof))).Where(proof => !cache.Holds(proof.Key)).ToList();
        var cached = proofs.Count - open.Count;
        var progress = new Progress(proofs.Count, cached);
        var idle = new ConcurrentBag<Tools>();
        using var slots = new SemaphoreSlim(jobs);
        var running = new List<Task>();
        var begun = 0;
        try
        {
            foreach (var (proof, key) in open)
            {
                // Whoever runs alone takes every slot: it waits for those before it, and those after it wait.
                for (var i = 0; i < (proof.RunsAlone ? jobs : 1); i++)
                {
                    await slots.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                if (cancellation.IsCancellationRequested || progress.Elapsed > budget)
                {
                    break;
                }

                begun++;
                running.RemoveAll(task => task.IsCompleted);
                running.Add(Task.Run(() => OneAsync(proof, key, progress, idle, slots, cancellation), CancellationToken.None));
            }

            await EndAsync(Task.WhenAll(running), cancellation).ConfigureAwait(false);
        }
        finally
        {
            progress.Clear();
            foreach (var tools in idle)
            {
                tools.Dispose();
            }
        }

        return (progress.Passed, progress.Failed, cached, open.Count - progress.Passed - progress.Failed);
    }

    // Who breaks a run off does not wait for a proof that takes minutes: it will be proven from its start.
    private static async Task EndAsync(Task running, CancellationToken cancellation)
    {
        try
        {
            await running.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(running, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    private async Task OneAsync(Proof proof, string key, Progress progress, ConcurrentBag<Tools> idle, SemaphoreSlim slots, CancellationToken cancellation)
    {
        var tools = idle.TryTake(out var found) ? found : new Tools();
        try
        {
            progress.Begin(proof);
            var outcome = await OutcomeAsync(proof, tools, cancellation).ConfigureAwait(false);
            if (outcome is null)
            {
                return;
            }

            if (outcome.Problems.Count == 0)
            {
                cache.Remember(key, proof, outcome);
            }

            progress.End(proof, outcome);
        }
        finally
        {
            idle.Add(tools);
            slots.Release(proof.RunsAlone ? jobs : 1);
        }
    }

    // A proof that was broken off says nothing; one that throws does not hold.
    private static async Task<Checked?> OutcomeAsync(Proof proof, Tools tools, CancellationToken cancellation)
    {
        try
        {
            return await proof.CheckAsync(tools, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return new Checked(0, [exception.ToString()]);
        }
    }
}
