using FluentAssertions;
using KataKit.Analyzers.Flow;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>Lengths that conflict, in <c>Attend(queries[seq_q d_k], keys[seq_k d_k], values[seq_k d_v], mask[seq_q seq_k])</c>.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("_ = queries * keys;", "d_k seq_k")]
    [InlineData("_ = queries.Transpose() * keys;", "seq_q seq_k")]
    [InlineData("_ = queries.TransposeAndMultiply(values);", "d_k d_v")]
    [InlineData("_ = queries.TransposeThisAndMultiply(values);", "seq_q seq_k")]
    [InlineData("_ = keys - values;", "d_k d_v")]
    [InlineData("_ = queries.PointwiseMultiply(keys);", "seq_q seq_k")]
    [InlineData("_ = queries * values.Row(0);", "d_k d_v")]
    [InlineData("_ = queries.Append(queries) * keys.Transpose();", "2·d_k d_k")]
    [InlineData("for (var i = 0; i < queries.RowCount; i++) _ = keys[i, 0];", "seq_k seq_q")]
    [InlineData("for (var c = 0; c < values.ColumnCount; c++) _ = keys[0, c];", "d_k d_v")]
    [InlineData("for (var c = 0; c < values.ColumnCount; c++) _ = keys.Column(c);", "d_k d_v")]
    [InlineData("foreach (var i in Enumerable.Range(0, queries.RowCount)) _ = keys[i, 0];", "seq_k seq_q")]
    [InlineData("_ = Enumerable.Range(0, queries.RowCount).Select(i => keys[i, 0]).Sum();", "seq_k seq_q")]
    [InlineData("var k = keys.ToRowArrays(); for (var i = 0; i < queries.RowCount; i++) _ = k[i][0];", "seq_k seq_q")]
    [InlineData("var i = 0; while (i < queries.RowCount) { _ = keys[i, 0]; i++; }", "seq_k seq_q")]
    [InlineData("for (var i = queries.RowCount - 1; i >= 0; i--) _ = keys[i, 0];", "seq_k seq_q")]
    public async Task Different_dimensions_conflict(string body, string expected)
        => (await ConflictsOf(body)).Should().Equal(expected);

    [Theory]
    [InlineData("_ = queries * keys.Transpose() * values;")]
    [InlineData("_ = queries * 2 + queries;")]
    [InlineData("_ = values.Row(0) * values.Row(1);")]
    [InlineData("_ = queries * Matrix<double>.Build.Dense(int.Parse(\"3\"), 2);")]
    [InlineData("_ = queries * Matrix<double>.Build.Dense(3, 2);")]
    [InlineData("if (queries.RowCount == keys.RowCount) _ = queries + keys;")]
    [InlineData("for (var i = 1; i < queries.RowCount; i++) _ = keys[i, 0];")]
    [InlineData("for (var i = 0; i < queries.RowCount; i += 2) _ = keys[i, 0];")]
    [InlineData("for (var i = 0; i < queries.RowCount; i++) _ = keys[i / 2, 0];")]
    [InlineData("for (var i = 0; i < queries.RowCount && i < 3; i++) _ = keys[i, 0];")]
    [InlineData("for (var i = 0; i < queries.RowCount; i++) { if (i >= keys.RowCount) continue; _ = keys[i, 0]; }")]
    [InlineData("for (var i = 0; i < queries.RowCount; i++) { if (i == 3) break; _ = keys[i, 0]; }")]
    [InlineData("for (var i = 0; i < queries.RowCount; i++) if (Known(i)) _ = keys[i, 0]; bool Known(int i) => i.ToString().Length < 2;")]
    [InlineData("var list = new List<double>(); for (var i = 0; i < queries.RowCount; i++) list.Add(i); for (var i = 0; i < list.Count; i++) _ = keys[i, 0];")]
    public async Task What_may_be_equal_does_not(string body)
        => (await ConflictsOf(body)).Should().BeEmpty();

    [Fact]
    public async Task What_the_code_compares_is_told()
    {
        var outcome = await OutcomeOf("var same = queries.RowCount == keys.RowCount; if ((queries.ColumnCount, 1) != (values.ColumnCount, 1)) { }");
        outcome.Compared.Select(x => $"{x.Left} {x.Right}").Should().Equal("seq_q seq_k", "d_k d_v");
    }

    private static async Task<IReadOnlyList<string>> ConflictsOf(string body)
        => [.. (await OutcomeOf(body)).Events.Select(x => x.Conflict).OfType<ShapeConflict>().Select(x => $"{x.LeftLength} {x.RightLength}")];

    private static async Task<Outcome> OutcomeOf(string body)
    {
        var source = KataSource.Attend(body + " return null!;");
        (await KataCompilation.Errors(KataCompilation.Document(source))).Should().BeEmpty();
        var outcome = (await KataRuns.Of(source)).Single(x => x.Member == "Attend").Outcome;
        outcome.Refusal.Should().BeNull();
        return outcome;
    }
}
