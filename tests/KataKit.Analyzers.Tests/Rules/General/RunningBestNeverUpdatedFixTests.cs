using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class RunningBestNeverUpdatedFixTests
{
    private const string Search = """
        var best = double.MaxValue;
        for (int i = 0; i < samples; i++)
        {
            var y = f(a + i);
            if (y < best && a + i <= b)
            {
                x = a + i;UPDATE
            }
        }
        """;

    [Fact]
    public Task Moves_the_bound_at_the_end_of_the_block()
        => Verify.Fixes_to(Source(string.Empty), Source("\n        best = y;"));

    [Fact]
    public async Task Is_not_offered_where_the_candidate_would_be_computed_twice()
    {
        var source = GeneralSource.Body("double best = double.MaxValue; for (int i = 0; i < samples; i++) { if (f(a + i) < best) { x = a + i; } }");
        (await Verify.FixedText(source)).Should().BeNull("f is called once a point");
    }

    private static string Source(string update) => GeneralSource.Body(Search.Replace("UPDATE", update));
}
