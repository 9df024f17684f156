using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.General;

public sealed class IntegerQuotientTests
{
    [Theory]
    [InlineData("x = a + [|1 / 3|] * (b - a);")]
    [InlineData("for (int i = 0; i < samples; i++) x = Math.Min(x, f(a + [|i / (samples - 1)|] * (b - a)));")]
    [InlineData("for (int i = 0; i < samples; i++) x += Math.Pow(2, [|i / samples|]);")]
    [InlineData("x = Math.Sqrt([|1 / samples|]);")]
    [InlineData("var counts = new List<int> { 1, 2 }; x = [|counts.Sum() / counts.Count|];")]
    [InlineData("x = (double)([|(samples - 1) / maximum|]);")]
    [InlineData("x = [|(int)(b - a) / 255|];")]
    [InlineData("var scaled = Logits * Math.Sqrt([|1 / samples|]); for (int i = 0; i < scaled.RowCount; i++) x += Enumerable.Range(0, scaled.ColumnCount).Sum(j => scaled[i, j]);")]
    [InlineData("float share = [|1 / samples|]; x = share;")]
    public Task Reports_a_quotient_that_becomes_real(string code) => Verify.Reports("KATA0003", Source(code));

    [Theory]
    [InlineData("one side is real", "x = a + 1.0 / 3 * (b - a) + (double)samples / maximum + samples / 2.0;")]
    [InlineData("pairs of an index, as positional encodings count them", "for (int i = 0; i < samples; i++) x += Math.Pow(10000, 2 * (i / 2) / (double)samples) + 2.0 * (i / 2) / samples;")]
    [InlineData("half a count", "x = a * (samples / 2);")]
    [InlineData("a cast that shows that a whole number is meant", "x = (double)(samples / 10);")]
    [InlineData("the quotient also bounds a loop", "for (int i = 0; i < samples / maximum; i++) x += i; x /= Math.Sqrt(samples / maximum);")]
    [InlineData("the quotient sizes an array", "var share = new double[samples / maximum]; x = share.Length + Math.Sqrt(samples / maximum);")]
    [InlineData("the remainder was ruled out", "if (samples % maximum != 0) throw new ArgumentException(\"whole\", nameof(samples)); x = Math.Sqrt(samples / maximum);")]
    [InlineData("row and column of a flat index", "for (int i = 0; i < samples; i++) x += (double)(i / maximum) - (double)(i % maximum);")]
    [InlineData("a quotient without a fraction", "x = 256 / 2;")]
    [InlineData("kept in an integer first", "int groups = samples / maximum; x = groups * 0.5;")]
    [InlineData("never becomes real", "int middle = samples / maximum; if (middle > 1) x = a;")]
    public Task Is_silent_when(string what, string code)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(Source(code));
    }

    private static string Source(string code) => GeneralSource.Body(code);
}
