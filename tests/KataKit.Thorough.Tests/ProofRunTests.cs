using Xunit;

namespace KataKit.Thorough.Tests;

/// <summary>What a run counts, what it remembers, and what it does not.</summary>
public sealed class ProofRunTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("katakit-proofs-");
    private readonly List<string> _checked = [];

    public ProofRunTests()
    {
        Write("one/a.cs", "a");
        Write("two/b.cs", "b");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task What_holds_is_not_proven_again_until_something_changes_that_it_depends_on()
    {
        Proof[] proofs = [Good("first", "one"), Good("second", "two")];
        Assert.Equal((2, 0, 0, 0), await RunAsync(proofs));
        Assert.Equal((0, 0, 2, 0), await RunAsync(proofs));

        Write("two/deep/c.cs", "c");
        Assert.Equal((1, 0, 1, 0), await RunAsync(proofs));
        Assert.Equal(["first", "second", "second"], _checked.Order());

        // What a build leaves is no source.
        Write("two/obj/d.cs", "d");
        Assert.Equal((0, 0, 2, 0), await RunAsync(proofs));
    }

    [Fact]
    public async Task Another_circumstance_is_another_proof()
    {
        Assert.Equal((1, 0, 0, 0), await RunAsync(Good("first", "one")));
        Assert.Equal((1, 0, 0, 0), await RunAsync(Good("first", "one") with { Circumstances = "with a sandbox" }));
    }

    [Fact]
    public async Task What_fails_or_throws_is_counted_and_not_remembered()
    {
        Proof[] proofs = [Of("fails", "one", () => new Checked(1, ["no"])), Of("throws", "one", () => throw new InvalidOperationException("oops")), Good("holds", "one")];
        Assert.Equal((1, 2, 0, 0), await RunAsync(proofs));
        Assert.Equal((0, 2, 1, 0), await RunAsync(proofs));
    }

    [Fact]
    public async Task When_time_is_up_the_rest_is_left()
        => Assert.Equal((0, 0, 0, 2), await new ProofRun(new Sources(_root.FullName), Cache, jobs: 1, TimeSpan.FromTicks(-1)).RunAsync([Good("first", "one"), Good("second", "two")], CancellationToken.None));

    [Fact]
    public async Task A_run_that_is_broken_off_remembers_what_held_before()
    {
        using var end = new CancellationTokenSource();
        var hangs = new Proof("hangs", ["two"], async (_, cancellation) =>
        {
            await end.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return new Checked(1, []);
        });
        Assert.Equal((1, 0, 0, 2), await new ProofRun(new Sources(_root.FullName), Cache, jobs: 1, TimeSpan.MaxValue).RunAsync([Good("first", "one"), hangs, Good("last", "one")], end.Token));
        Assert.Equal((1, 0, 1, 0), await RunAsync(Good("first", "one"), Good("last", "one")));
    }

    [Fact]
    public async Task Nothing_runs_beside_a_proof_that_runs_alone()
    {
        var (now, most, beside) = (0, 0, 0);
        var proofs = Enumerable.Range(0, 12).Select(i => new Proof($"{i}", ["one"], async (_, _) =>
        {
            var others = Interlocked.Increment(ref now) - 1;
            most = Math.Max(most, others);
            beside += i % 4 == 0 ? others : 0;
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
            return new Checked(1, []);
        })
        { RunsAlone = i % 4 == 0 }).ToList();

        Assert.Equal((12, 0, 0, 0), await new ProofRun(new Sources(_root.FullName), Cache, jobs: 3, TimeSpan.MaxValue).RunAsync(proofs, CancellationToken.None));
        Assert.Equal(0, beside);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task An_input_that_is_not_there_is_no_proof_that_holds()
        => await Assert.ThrowsAsync<FileNotFoundException>(() => RunAsync(Good("first", "three")));

    private ProofCache Cache => new(Path.Combine(_root.FullName, "cache"));

    private Task<(int Passed, int Failed, int Cached, int Left)> RunAsync(params Proof[] proofs)
        => new ProofRun(new Sources(_root.FullName), Cache, jobs: 2, TimeSpan.MaxValue).RunAsync(proofs, CancellationToken.None);

    private Proof Good(string name, string input) => Of(name, input, () => new Checked(1, []));

    private Proof Of(string name, string input, Func<Checked> check)
        => new(name, [input], (_, _) =>
        {
            lock (_checked)
            {
                _checked.Add(name);
            }

            return Task.FromResult(check());
        });

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
