using FluentAssertions;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>Constants that stand where a mask is closed, told from constants that stand anywhere.</summary>
public sealed class MaskConstantTests
{
    private const string Loop = "var s = queries * keys.Transpose(); for (var i = 0; i < s.RowCount; i++) for (var j = 0; j < s.ColumnCount; j++)";

    [Theory]
    [InlineData("s[i, j] = mask![i, j] ? s[i, j] : -7;", -7)]
    [InlineData("s[i, j] = !mask![i, j] ? -7 : s[i, j];", -7)]
    [InlineData("s[i, j] = mask![i, j] == false ? -7 : s[i, j];", -7)]
    [InlineData("s[i, j] = mask is null || mask[i, j] ? s[i, j] : -7;", -7)]
    [InlineData("s[i, j] = mask is not null && !mask[i, j] ? -7 : s[i, j];", -7)]
    [InlineData("if (mask is not null && !mask[i, j]) s[i, j] = -7;", -7)]
    [InlineData("{ if (mask![i, j]) continue; s[i, j] = -7; }", -7)]
    [InlineData("{ var open = mask![i, j]; s[i, j] = open ? s[i, j] : -7; }", -7)]
    [InlineData("s[i, j] = mask![i, j] ? s[i, j] : double.NegativeInfinity;", double.NegativeInfinity)]
    [InlineData("s[i, j] += mask![i, j] ? 0 : -7;", -7)]
    [InlineData("s[i, j] += (1 - (mask![i, j] ? 1 : 0)) * -7;", -7)]
    [InlineData("s[i, j] += (1 - Convert.ToDouble(mask![i, j])) * -7;", -7)]
    [InlineData("s[i, j] *= mask![i, j] ? 1 : 0;", 0)]
    [InlineData("s[i, j] *= Convert.ToDouble(mask![i, j]);", 0)]
    public async Task The_constant_of_closed_entries_is_known(string turn, double expected)
        => (await FillerAfter($"{Loop} {turn}")).Should().BeOfType<MaskFill>().Which.Value.Should().Be(expected);

    [Theory]
    [InlineData("s[i, j] = mask![i, j] ? -7 : s[i, j];", "it stands where the mask is open")]
    [InlineData("s[i, j] = i == j ? -7 : s[i, j];", "the mask is not asked")]
    [InlineData("s[i, j] = double.IsNaN(s[i, j]) ? -7 : s[i, j];", "the mask is not asked")]
    [InlineData("{ if (!mask![i, j]) s[i, j] = -7; if (i == j) s[i, j] = -8; }", "two constants")]
    [InlineData("{ if (!mask![i, j]) { } s[i, j] = i == j ? -7 : s[i, j]; }", "the test is over")]
    public async Task Any_other_constant_is_not(string turn, string reason)
        => (await FillerAfter($"{Loop} {turn}")).Should().NotBeOfType<MaskFill>(reason);

    [Fact]
    public async Task Zeros_that_an_array_began_with_are_no_fill()
        => (await FillerAfter("var s = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount); for (var i = 0; i < s.RowCount; i++) for (var j = 0; j < s.ColumnCount; j++) if (mask![i, j]) s[i, j] = queries[i, 0];"))
            .Should().NotBeOfType<MaskFill>("whether an element was written is not always seen");

    private static async Task<AbstractValue?> FillerAfter(string body)
    {
        var outcome = (await KataRuns.Of(KataSource.Attend(body + " Math.Exp(s[0, 0]); return null!;"))).Single(x => x.Member == "Attend").Outcome;
        outcome.Refusal.Should().BeNull();
        return (outcome.Events.Last(x => x.Kind == FlowEventKind.Exponentiated).Value as Quantity)?.Filler;
    }
}
