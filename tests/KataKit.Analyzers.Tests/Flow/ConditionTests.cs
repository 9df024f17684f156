using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>What holds after a choice is what holds on both ways through it.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("var z = b ? 2 : 3;", "const")]
    [InlineData("var z = b ? 2 : 2;", "2")]
    [InlineData("var z = b ? Math.Sqrt(queries.ColumnCount) : 1;", "?")]
    [InlineData("var z = b ? queries[0, 0] : queries[0, 0] / 2;", "?")]
    [InlineData("var z = b ? queries[0, 0] : keys[0, 0];", "?")]
    [InlineData("var z = b ? queries[0, 0] : queries[1, 1];", "data[queries]")]
    [InlineData("var z = b ? queries[0, 0] : double.NegativeInfinity;", "data[queries]")]
    [InlineData("var z = b ? queries[0, 0] / 2 : throw new ArgumentException();", "1/2 · data[queries]")]
    [InlineData("var z = queries[0, 0]; if (b) z /= 2;", "?")]
    [InlineData("var z = queries[0, 0]; if (b) z /= 2; else z *= 0.5;", "1/2 · data[queries]")]
    [InlineData("var z = queries[0, 0]; if (b) { z /= 2; return null!; }", "data[queries]")]
    [InlineData("var z = queries[0, 0]; if (!b) throw new ArgumentException(); z /= 2;", "1/2 · data[queries]")]
    [InlineData("double z; if (b) z = queries[0, 0]; else if (mask![0, 0]) z = queries[1, 0]; else z = 0;", "data[queries]")]
    [InlineData("var z = 1.0; switch (queries.RowCount) { case 1: z = 2; break; default: z = 2; break; }", "2")]
    [InlineData("var z = queries[0, 0]; switch (queries.RowCount) { case 1: z /= 2; break; }", "?")]
    [InlineData("var z = queries.RowCount switch { 1 => queries[0, 0] / 2, _ => queries[0, 0] };", "?")]
    [InlineData("var z = queries.RowCount switch { 1 => queries[0, 0], 2 => 0.0, _ => throw new ArgumentException() };", "data[queries]")]
    [InlineData("double? y = b ? 2.0 : null; var z = y ?? 2.0;", "?")]
    [InlineData("var z = 1.0; if (b && Set(out z)) { } ", "?")]
    [InlineData("var z = 1.0; if (false) z = 2;", "1")]
    [InlineData("var z = 1.0; while (b) { z = 2; break; }", "const")]
    public Task A_choice_of_values(string body, string expected)
        => Probe.Knows_in_attend(
            "var b = mask is null; " + body + " Math.Exp(z);", [expected], "private static bool Set(out double x) { x = double.Parse(\"3\"); return true; }");

    [Theory]
    [InlineData("if (heads == 1)")]
    [InlineData("if (1 == heads)")]
    [InlineData("if (!(heads != 1))")]
    [InlineData("if (heads == 1 && mask is null)")]
    [InlineData("if (heads != 1) throw new ArgumentException(); else")]
    public async Task A_dimension_that_a_test_has_settled_is_not_reported(string test)
        => await Verification.Verify.IsSilent(Verification.KataSource.Forward(
            $"{test} return Softmax((x * wq) * (x * wk).Transpose() / Math.Sqrt(x.ColumnCount / heads)) * (x * wv) * wo; return x;"));

    [Theory]
    [InlineData("if (heads > 1)")]
    [InlineData("if (heads != 1)")]
    [InlineData("if (heads == 1 || mask is null)")]
    public async Task A_test_that_settles_nothing_excuses_nothing(string test)
        => await Verification.Verify.Reports("KATA1001", Verification.KataSource.Forward(
            $"{test} return Softmax((x * wq) * (x * wk).Transpose() / [|Math.Sqrt(x.ColumnCount / heads)|]) * (x * wv) * wo; return x;"));
}
