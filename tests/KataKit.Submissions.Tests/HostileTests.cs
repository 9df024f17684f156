using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>
/// Hostile answers get the verdicts that they name: the guard says so of all of them here; of a process of its own and of the sandbox a few are
/// run here, and all in <c>tests/thorough</c>, as <c>hostile/…</c>.
/// </summary>
[Collection(HostileCollection.Name)]
public sealed class HostileTests(HostileGraders graders)
{
    private const int LeastFiles = 30;

    public static TheoryData<string> All => [.. HostileAnswer.All.Select(answer => answer.Name)];

    [Theory]
    [InlineData("ExitZero")]
    [InlineData("PrintsAVerdict")]
    public async Task A_process_of_its_own_is_enough_to_tell_the_verdict(string name)
        => Assert.Empty(await Get(name).CheckPlainAsync(graders));

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_guard_refuses_what_escapes_and_nothing_else(string name)
        => Assert.Empty(await Get(name).CheckGuardedAsync(graders));

    [SandboxTheory]
    [InlineData("ReadsOtherFiles")]
    public async Task The_sandbox_holds(string name)
        => Assert.Empty(await Get(name).CheckSandboxedAsync(graders));

    [Fact]
    public void There_are_enough_of_them()
        => Assert.True(HostileAnswer.All.Count >= LeastFiles, $"There are {HostileAnswer.All.Count} hostile files; there should be {LeastFiles}.");

    [Fact]
    public void They_all_answer_the_kata_that_they_name()
        => Assert.All(HostileAnswer.All.Where(answer => answer.Header.Verdict != Verdict.BuildError), answer => Assert.Equal(
            answer.Header.Kata, Evidence.Catalogue.Recognise(answer.Source)?.Name));

    private static HostileAnswer Get(string name) => HostileAnswer.All.Single(answer => answer.Name == name);
}

/// <summary>They use up what they can get, so nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostileCollection : ICollectionFixture<HostileGraders>
{
    public const string Name = "Hostile";
}

/// <summary>A theory that needs the sandbox, and is skipped with the reason where there is none.</summary>
public sealed class SandboxTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<string?> Reason = new(Bubblewrap.WhyUnavailable);

    public SandboxTheoryAttribute() => Skip = Reason.Value;
}
