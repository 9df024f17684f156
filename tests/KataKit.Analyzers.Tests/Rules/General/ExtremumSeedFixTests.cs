using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class ExtremumSeedFixTests
{
    [Theory]
    [InlineData("double best = 0;", "y > best", "double best = double.NegativeInfinity;")]
    [InlineData("double best = double.MinValue;", "y < best", "double best = double.PositiveInfinity;")]
    [InlineData("var best = 0.0;", "best < y", "var best = double.NegativeInfinity;")]
    public Task Begins_at_the_infinity_that_every_value_beats(string before, string test, string after)
        => Verify.Fixes_to(Source(before, test), Source(after, test));

    private static string Source(string seed, string test)
        => GeneralSource.Body($"{seed} for (int i = 0; i < samples; i++) {{ var y = f(a + i); if ({test}) best = y; }} x = best;");
}
