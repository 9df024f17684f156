using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>The graphs of all the evidence: nothing is refused, and their size stays small.</summary>
public sealed class SubmissionGraphTests(ITestOutputHelper output)
{
    private const int MostEvents = 6_000;

    public static TheoryData<string> Katas() => [.. Directory.GetDirectories(Path.Combine(KataSource.Root(), "solutions")).Select(x => Path.GetFileName(x)!).Where(x => char.IsUpper(x[0]))];

    [Theory]
    [MemberData(nameof(Katas))]
    public void Every_submission_has_a_graph(string kata)
    {
        var refused = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(KataSource.Root(), "tests", "Submissions", kata), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            foreach (var graph in GraphProbe.OfFile(File.ReadAllText(file)))
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
