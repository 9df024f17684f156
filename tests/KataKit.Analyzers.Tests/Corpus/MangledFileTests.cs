using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Files that nobody would write make no analyzer throw or run away: two hundred here, ten thousand in <c>tests/thorough</c>, as
/// <c>mangled/…</c>.
/// </summary>
public sealed class MangledFileTests
{
    private const int Sampled = 200;

    [Fact]
    public async Task No_mangled_file_makes_an_analyzer_throw_or_run_away()
    {
        var files = FixedChoice.Of(KataFile.All, Sampled, file => file.ToString()).ToList();
        var runs = new MangledFile[files.Count];
        await Parallel.ForAsync(0, files.Count, async (i, _) => runs[i] = await MangledAnswer.AnalyzeAsync(files[i], i % MangledAnswer.FilesPerAnswer));

        runs.Select(MangledAnswer.ProblemOf).OfType<string>().Should().BeEmpty();
        runs.Should().HaveCount(Sampled);
        var counted = runs.Where(run => run.Work is not null).ToList();
        counted.Count(run => run.Work!.Compiles).Should().BeGreaterThan(counted.Count / 10, "an analyzer looks twice only at what compiles");
        runs.Count(run => run.Reports > 0).Should().BePositive("some wrong answers are still reported after they were mangled");
    }
}
