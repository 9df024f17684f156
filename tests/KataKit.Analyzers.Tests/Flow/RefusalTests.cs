using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>What the interpreter does not model makes it give up the method as a whole.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("try { Math.Exp(1); } finally { }", "try")]
    [InlineData("try { Math.Exp(1); } catch (Exception) { }", "try")]
    [InlineData("again: Math.Exp(1); if (mask is null) goto again;", "goto")]
    [InlineData("switch (queries.RowCount) { case 1: goto case 2; case 2: break; }", "goto")]
    [InlineData("async Task Wait() { await Task.Delay(1); } Wait().Wait();", "await")]
    [InlineData("IEnumerable<int> Count() { yield return 1; } Math.Exp(Count().First());", "an iterator")]
    [InlineData("dynamic z = 1; Math.Exp((double)z.Length);", "dynamic")]
    [InlineData("Action a = () => { try { } finally { } }; a();", "try")]
    public Task A_method_with_a_construct_that_is_not_modelled(string body, string reason)
        => Probe.Knows_in_attend(body, ["refused: " + reason]);

    [Fact]
    public Task A_helper_that_is_refused_does_not_refuse_its_caller()
        => Probe.Knows_in_attend(
            "Math.Exp(Two()); Math.Exp(3);", ["?", "3"], "private static double Two() { try { return 2; } finally { } }");

    [Fact]
    public async Task Unfinished_code_is_refused()
    {
        var runs = await KataRuns.Of(KataSource.Attend("Math.Exp(notDeclared); return null!;"));
        runs.Single(x => x.Member == "Attend").Outcome.Refusal.Should().Be("code that does not compile yet");
    }
}
