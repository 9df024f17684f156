using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>The graphs of solutions and some of the evidence; of all answers in <c>tests/thorough</c>, as <c>graph/…</c>.</summary>
public sealed class SubmissionGraphTests
{
    private const int Sampled = 12;

    [Fact]
    public void A_submission_has_a_graph()
        => Sample().SelectMany(file => MethodGraphs.Check(file).Problems).Should().BeEmpty();

    private static IEnumerable<KataFile> Sample()
        => KataFile.All.Where(file => file.Kind == "solution").Concat(FixedChoice.Of(KataFile.All, Sampled, file => file.ToString()));
}
