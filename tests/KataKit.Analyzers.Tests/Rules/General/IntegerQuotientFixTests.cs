using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class IntegerQuotientFixTests
{
    [Theory]
    [InlineData("1 / 3 * (b - a)", "1.0 / 3 * (b - a)")]
    [InlineData("1 / samples", "1.0 / samples")]
    [InlineData("Math.Sqrt(1 / (samples - 1))", "Math.Sqrt(1.0 / (samples - 1))")]
    [InlineData("(samples - 1) / samples", "(double)(samples - 1) / samples")]
    [InlineData("3 * samples / (samples + 1)", "(double)(3 * samples) / (samples + 1)")]
    [InlineData("samples / (samples + 1)", "(double)samples / (samples + 1)")]
    public Task Makes_the_dividend_real(string before, string after) => Verify.Fixes_to(Source(before), Source(after));

    private static string Source(string share) => GeneralSource.Body($"x = a + {share};");
}
