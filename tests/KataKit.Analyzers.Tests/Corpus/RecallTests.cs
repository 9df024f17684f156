using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// The rules over the evidence: each wrong answer draws the rule that its header names, on the line of the mistake; one that names none draws none,
/// and right answers and the solution draw none. KataKit.Submissions.Tests says that of all the evidence, with the severities of a kata's
/// build; here, without them, it is said of solutions and some answers, and in <c>tests/thorough</c> of all, as <c>recall/…</c>.
/// </summary>
public sealed class RecallTests
{
    private const int Sampled = 40;

    [Fact]
    public async Task Rules_say_of_the_evidence_what_its_headers_say()
    {
        var files = KataFile.All.Where(file => file.Kind == "solution").Concat(FixedChoice.Of(KataFile.All, Sampled, file => file.ToString())).ToList();
        var sights = new Sight[files.Count];
        await Parallel.ForAsync(0, files.Count, async (i, _) => sights[i] = await Sight.Of(files[i]));

        sights.Select(sight => sight.Problem).OfType<string>().Should().BeEmpty();
        sights.Count(sight => sight.Fired).Should().BePositive("some of them name a rule");
    }
}
