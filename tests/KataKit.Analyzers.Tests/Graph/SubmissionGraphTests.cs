using FluentAssertions;
using KataKit.Analyzers.Tests.Corpus;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>The graphs of all the evidence: nothing is refused, and their size stays small.</summary>
public sealed class SubmissionGraphTests(ITestOutputHelper output)
{
    private const int MostEvents = 6_000;

    public static TheoryData<string> Katas() => [.. KataFile.Katas];

    [Theory]
    [MemberData(nameof(Katas))]
    public void Every_submission_has_a_graph(string kata)
    {
        var refused = new List<string>();
        foreach (var file in KataFile.All.Where(x => x.Kata == kata))
        {
            foreach (var graph in GraphProbe.OfFile(file.Source))
            {
                refused.AddRange(graph.Refusal is { } reason ? [$"{file.Name}.{graph.Entry.Name}: {reason}"] : []);
                graph.Events.Length.Should().BeLessThan(MostEvents, "{0}.{1} is a small program", file.Name, graph.Entry.Name);
                _ = graph.Result?.ToString();
            }
        }

        output.WriteLine(string.Join("\n", refused));
        refused.Should().BeEmpty();
    }
}
