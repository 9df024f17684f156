using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using KataKit.Grading;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>The graphs of all the evidence: nothing is refused, and their size stays small.</summary>
public sealed class SubmissionGraphTests(ITestOutputHelper output)
{
    private const int MostEvents = 6_000;

    public static TheoryData<string> Katas() => [.. KataCatalogue.Find(KataSource.Root()).Katas.Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Katas))]
    public void Every_submission_has_a_graph(string kata)
    {
        var refused = new List<string>();
        foreach (var (name, source) in KataSource.Submissions("right", kata).Concat(KataSource.Submissions("wrong", kata)))
        {
            foreach (var graph in GraphProbe.OfFile(source))
            {
                refused.AddRange(graph.Refusal is { } reason ? [$"{name}.{graph.Entry.Name}: {reason}"] : []);
                graph.Events.Length.Should().BeLessThan(MostEvents, "{0}.{1} is a small program", name, graph.Entry.Name);
                _ = graph.Result?.ToString();
            }
        }

        output.WriteLine(string.Join("\n", refused));
        refused.Should().BeEmpty();
    }
}
