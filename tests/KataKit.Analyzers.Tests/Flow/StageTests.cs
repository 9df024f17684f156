using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>The steps of a softmax and of centring: what is known of exponentials, their sums and shares, and of data less their mean.</summary>
public sealed class StageTests
{
    private const string Exponentials = "var e = queries.PointwiseExp();";

    [Theory]
    [InlineData("Math.Exp(queries[0, 0])", "exp(data[queries])")]
    [InlineData("Math.Exp(queries[0, 0] - queries.Row(0).Maximum())", "exp(data[queries])")]
    [InlineData("Math.Exp(queries[0, 0] / 2)", "exp(1/2 · data[queries])")]
    [InlineData("Math.Exp(Math.Exp(queries[0, 0]))", "?")]
    [InlineData("Math.Exp(queries[0, 0] + keys[0, 0])", "?")]
    public Task The_exponential_of_data_is_known(string value, string expected)
        => Probe.Knows_last_in_attend($"var probe = {value}; Math.Exp(probe);", expected);

    [Theory]
    [InlineData("e.RowSums()[0]", "total(exp(data[queries]) over d_k)")]
    [InlineData("e.ColumnSums()[0]", "total(exp(data[queries]) over seq_q)")]
    [InlineData("e.Row(0).Sum()", "total(exp(data[queries]) over d_k)")]
    [InlineData("e.Column(0).Sum()", "total(exp(data[queries]) over seq_q)")]
    [InlineData("e.ToArray().Cast<double>().Sum()", "?")]
    [InlineData("1 / e.Row(0).Sum()", "1 / total(exp(data[queries]) over d_k)")]
    [InlineData("e[0, 0] / e.Row(0).Sum()", "softmax(data[queries] over d_k)")]
    [InlineData("1 / e.Row(0).Sum() * e[0, 0]", "softmax(data[queries] over d_k)")]
    [InlineData("e[0, 0] / (e.Row(0).Sum() + 1e-9)", "?")]
    [InlineData("e[0, 0] / keys.PointwiseExp().Row(0).Sum()", "?")]
    [InlineData("e.NormalizeRows(1)[0, 0]", "softmax(data[queries] over d_k)")]
    [InlineData("e.NormalizeColumns(1)[0, 0]", "softmax(data[queries] over seq_q)")]
    [InlineData("e.NormalizeRows(2)[0, 0]", "?")]
    [InlineData("(e.Row(0) / e.Row(0).Sum())[0]", "softmax(data[queries] over d_k)")]
    [InlineData("(e.Row(0) / e.Row(0).Sum() / Math.Sqrt(queries.ColumnCount))[0]", "1/√d_k · softmax(data[queries] over d_k)")]
    [InlineData("Softmax(queries)[0, 0]", "softmax(data[queries] over d_k)")]
    [InlineData("(Softmax(queries) * values)[0, 0]", "?")]
    public Task Totals_and_shares_of_exponentials_are_known_by_their_axis(string value, string expected)
        => Probe.Knows_last_in_attend($"{Exponentials} Math.Exp({value});", expected);

    [Theory]
    [InlineData("for (var c = 0; c < d; c++) s += Math.Exp(queries[0, c]);", "total(exp(data[queries]) over d_k)")]
    [InlineData("for (var i = 0; i < n; i++) s += Math.Exp(queries[i, 0]);", "total(exp(data[queries]) over seq_q)")]
    [InlineData("for (var c = 0; c < d; c++) s = Math.Exp(queries[0, c]);", "exp(data[queries])")]
    [InlineData("for (var c = 0; c < d; c++) if (c > 2) s += Math.Exp(queries[0, c]);", "?")]
    [InlineData("for (var c = 0; c < d; c++) { if (s > 3) break; s += Math.Exp(queries[0, c]); }", "?")]
    [InlineData("for (var c = 0; c < d; c++) s += Math.Exp(queries[c, c]);", "?")]
    [InlineData("for (var c = 0; c < d; c++) s += queries[0, c];", "sum(data[queries] over d_k)")]
    [InlineData("for (var i = 0; i < n; i++) s += queries[i, 0];", "sum(data[queries] over seq_q)")]
    [InlineData("for (var i = 0; i < n; i++) s += queries[i, 0] / n;", "1/seq_q · sum(data[queries] over seq_q)")]
    [InlineData("for (var i = 0; i < n; i++) s -= queries[i, 0];", "?")]
    [InlineData("for (var i = 0; i < n; i++) { s = 0; s += queries[i, 0]; }", "?")]
    public Task Sums_over_a_counter_are_known_by_its_range(string loop, string expected)
        => Probe.Knows_last_in_attend($"int n = queries.RowCount, d = queries.ColumnCount; var s = 0.0; {loop} Math.Exp(s);", expected);

    [Theory]
    [InlineData("queries[0, 0] - queries.Column(0).Sum() / queries.RowCount", "(data[queries] less 1/seq_q · sum over seq_q)")]
    [InlineData("queries[0, 0] + -queries.Column(0).Sum() / queries.RowCount", "(data[queries] less 1/seq_q · sum over seq_q)")]
    [InlineData("queries[0, 0] - queries.Row(0).Average()", "(data[queries] less 1/d_k · sum over d_k)")]
    [InlineData("queries[0, 0] - keys.Row(0).Average()", "?")]
    [InlineData("(queries.Row(0) - queries.ColumnSums() / queries.RowCount)[0]", "(data[queries] less 1/seq_q · sum over seq_q)")]
    [InlineData("queries[0, 0] - 2 * queries.Column(0).Sum()", "(data[queries] less 2 · sum over seq_q)")]
    public Task Data_less_their_sum_are_known(string value, string expected)
        => Probe.Knows_last_in_attend($"Math.Exp({value});", expected);
}
