using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Ten thousand files that nobody would write: no analyzer throws on any of them, and none takes more work than its budget. Every answer
/// of the repository is mangled in turn; the seed is fixed, and a file is found again by its number alone.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20_17;
    private const int MangledFiles = 10_000;

    // Work is counted in every so many files: it takes a second run.
    private const int CountedEvery = 5;
    private const int MostSteps = 200_000;
    private const long MostBytes = 200_000_000;

    [Fact]
    public async Task No_mangled_file_makes_an_analyzer_throw_or_run_away()
    {
        var runs = new FuzzRun?[MangledFiles];
        var thrown = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, MangledFiles, async (number, _) =>
        {
            var (what, source) = Mangling.Mangle(KataFile.All[number % KataFile.All.Count], Seed + number);
            try
            {
                runs[number] = await FuzzRun.Of(what, source, counts: number % CountedEvery == 0);
            }
            catch (Exception exception)
            {
                thrown.Add($"{what}: {exception.InnerException ?? exception}");
            }
        });
        thrown.Should().BeEmpty("no analyzer may throw (seed {0})", Seed);

        var counted = runs.OfType<FuzzRun>().Where(x => x.Work is not null).ToList();
        output.WriteLine(Summary(runs.Count(x => x!.Reports > 0), counted));
        counted.Count(x => x.Work!.Compiles).Should().BeGreaterThan(counted.Count / 10, "an analyzer looks twice only at what compiles");
        runs.Count(x => x!.Reports > 0).Should().BePositive("some wrong answers are still reported after they were mangled");
        counted.Where(x => x.Work!.Steps > MostSteps || x.Work.Bytes > MostBytes).Select(x => x.ToString()).Should().BeEmpty("the work of an analyzer is bounded");
    }

    private static string Summary(int reported, IReadOnlyList<FuzzRun> counted)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"""
             {MangledFiles} mangled files, seed {Seed}: {reported} are reported, none made an analyzer throw.
             Work was counted in {counted.Count} of them; {counted.Count(x => x.Work!.Compiles)} of these compile.
             Most steps:
             {string.Join("\n", counted.OrderByDescending(x => x.Work!.Steps).Take(5))}
             Most memory:
             {string.Join("\n", counted.OrderByDescending(x => x.Work!.Bytes).Take(5))}
             """);
}
