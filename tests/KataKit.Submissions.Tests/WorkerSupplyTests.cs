using System.Collections.Immutable;
using KataKit.Grading;
using KataKit.Grading.Running;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Which worker serves the next answer.</summary>
public sealed class WorkerSupplyTests : IDisposable
{
    private static readonly ImmutableArray<string> Assemblies = KataBuild.Read(KataCatalogue.Find(AppContext.BaseDirectory).Katas[0]).RuntimeAssemblies;

    private readonly WorkerSupply _supply = new(new GradingLimits { AnswersPerWorker = 3 });

    public void Dispose() => _supply.Dispose();

    [Fact]
    public async Task A_worker_serves_so_many_answers_and_then_another_takes_its_place()
    {
        var isNew = new List<bool>();
        for (var answer = 0; answer < 7; answer++)
        {
            isNew.Add(await ServeAsync());
        }

        Assert.Equal([true, false, false, true, false, false, true], isNew);
    }

    [Fact]
    public async Task Workers_for_answers_that_want_their_own_do_not_count()
    {
        var isNew = new List<bool> { await ServeAsync() };
        var (own, ownIsNew) = await _supply.TakeAsync(Assemblies, mustBeNew: true, CancellationToken.None);
        isNew.Add(await ServeAsync());
        _supply.Keep(own);
        isNew.AddRange([await ServeAsync(), await ServeAsync()]);

        Assert.True(ownIsNew);
        Assert.Equal([true, false, false, true], isNew);
    }

    private async Task<bool> ServeAsync()
    {
        var (worker, isNew) = await _supply.TakeAsync(Assemblies, mustBeNew: false, CancellationToken.None);
        _supply.Keep(worker);
        return isNew;
    }
}
