using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>What is summed, onto what, and by which loop.</summary>
public sealed class AccumulationTests
{
    [Theory]
    [InlineData("s += a;")]
    [InlineData("s = s + a;")]
    [InlineData("s = a + s;")]
    [InlineData("var t = a; s += t;")]
    [InlineData("s = Math.FusedMultiplyAdd(queries[0, c], keys[0, c], s);")]
    public Task A_sum_of_products_is_a_dot_product(string turn)
        => Probe.Knows_in_attend(
            $"var s = 0.0; for (var c = 0; c < queries.ColumnCount; c++) {{ {turn.Replace("a;", "queries[0, c] * keys[0, c];", StringComparison.Ordinal).Replace("a +", "queries[0, c] * keys[0, c] +", StringComparison.Ordinal)} }} Math.Exp(s);",
            ["dot[queries | keys over d_k]"]);

    [Theory]
    [InlineData("s = queries[0, c] * keys[0, c];", "overwritten: only the last product is left")]
    [InlineData("s = 0; s += queries[0, c] * keys[0, c];", "the sum begins anew in each turn")]
    [InlineData("s -= queries[0, c] * keys[0, c];", "subtraction is not followed")]
    [InlineData("if (mask![0, c]) s += queries[0, c] * keys[0, c];", "some products are left out")]
    [InlineData("if (c % 2 == 0) s += queries[0, c] * keys[0, c];", "some products are left out")]
    [InlineData("s += mask![0, c] ? queries[0, c] * keys[0, c] : 0;", "some products are left out")]
    [InlineData("s += queries[0, c] * keys[0, c]; s += queries[0, c] * keys[0, c];", "each product counts twice")]
    [InlineData("s += queries[0, c] * keys[0, 0];", "one factor stands still")]
    [InlineData("s += queries[0, 0] * keys[0, 0];", "both factors stand still")]
    [InlineData("s += queries[0, c] * keys[0, c] * values[0, c];", "three factors")]
    [InlineData("s += (queries[0, c] * keys[0, c]) + 1;", "a constant in each turn")]
    [InlineData("s += queries[0, c] * keys[0, c]; if (c == 2) s = 0;", "the sum may begin anew")]
    [InlineData("switch (c) { case 3: break; default: s += queries[0, c] * keys[0, c]; break; }", "some products are left out")]
    [InlineData("s += queries[0, c] * keys[0, c]; s /= 2;", "earlier products are divided more often")]
    public Task Anything_else_is_not(string turn, string reason)
        => Probe.Knows_in_attend(
            $"var s = 0.0; for (var c = 0; c < queries.ColumnCount; c++) {{ {turn} }} Math.Exp(s); // {reason}", ["?"]);

    [Theory]
    [InlineData("1.0")]
    [InlineData("queries[0, 0]")]
    [InlineData("double.NegativeInfinity")]
    [InlineData("double.Parse(\"0\")")]
    public Task A_sum_that_does_not_begin_at_zero_is_not_a_dot_product(string first)
        => Probe.Knows_in_attend(
            $"var s = {first}; for (var c = 0; c < queries.ColumnCount; c++) s += queries[0, c] * keys[0, c]; Math.Exp(s);", ["?"]);

    [Theory]
    [InlineData("s += queries[0, c] * keys[0, c] / 4;", "1/4 · dot[queries | keys over d_k]")]
    [InlineData("s += queries[0, c] / 2 * keys[0, c] / 2;", "1/4 · dot[queries | keys over d_k]")]
    [InlineData("s += keys[0, c] * (-2.0 * queries[0, c]);", "-2 · dot[keys | queries over d_k]")]
    [InlineData("s += queries[0, c] * keys[0, c] / Math.Sqrt(queries.ColumnCount);", "1/√d_k · dot[queries | keys over d_k]")]
    public Task A_factor_of_every_product_scales_the_sum(string turn, string expected)
        => Probe.Knows_in_attend($"var s = 0.0; for (var c = 0; c < queries.ColumnCount; c++) {turn} Math.Exp(s);", [expected]);

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) for (var j = 0; j < m; j++) for (var c = 0; c < d; c++)")]
    [InlineData("for (var j = 0; j < m; j++) for (var i = 0; i < n; i++) for (var c = 0; c < d; c++)")]
    [InlineData("for (var c = 0; c < d; c++) for (var i = 0; i < n; i++) for (var j = 0; j < m; j++)")]
    [InlineData("for (var i = 0; i < n; i++) for (var c = 0; c < d; c++) for (var j = 0; j < m; j++)")]
    public Task The_order_of_the_loops_does_not_matter(string loops)
        => Probe.Knows_in_attend($$"""
            var (n, m, d) = (queries.RowCount, keys.RowCount, queries.ColumnCount);
            var s = new double[n, m];
            {{loops}} s[i, j] += queries[i, c] * keys[j, c];
            for (var i = 0; i < n; i++) for (var j = 0; j < m; j++) Math.Exp(s[i, j]);
            """, ["dot[queries | keys over d_k]"]);

    [Theory]
    [InlineData("h * hd", "dot[x | x over d_model/heads]")]
    [InlineData("hd * h", "dot[x | x over d_model/heads]")]
    [InlineData("h * (x.ColumnCount / heads)", "dot[x | x over d_model/heads]")]
    [InlineData("0", "dot[x | x over d_model/heads]")]
    public Task A_block_of_columns_is_an_axis_of_its_own(string start, string expected)
        => Probe.Knows_in_forward($$"""
            var hd = x.ColumnCount / heads;
            for (var h = 0; h < heads; h++)
            {
                var s = 0.0;
                for (var c = 0; c < hd; c++) s += x[0, {{start}} + c] * x[1, c + {{start}}];
                Math.Exp(s);
            }
            """, [expected]);

    [Fact]
    public Task A_sum_over_heads_and_columns_is_not_the_dot_product_of_a_head()
        => Probe.Knows_in_forward("""
            var hd = x.ColumnCount / heads;
            var s = 0.0;
            for (var h = 0; h < heads; h++)
                for (var c = 0; c < hd; c++) s += x[0, (h * hd) + c] * x[1, (h * hd) + c];
            Math.Exp(s);
            """, ["?"]);

    [Fact]
    public Task A_loop_from_one_block_start_to_the_next()
        => Probe.Knows_in_forward("""
            var hd = x.ColumnCount / heads;
            for (var h = 0; h < heads; h++)
            {
                var s = 0.0;
                for (var c = h * hd; c < (h + 1) * hd; c++) s += x[0, c] * x[1, c];
                Math.Exp(s);
            }
            """, ["dot[x | x over d_model/heads]"]);

    [Fact]
    public Task A_loop_in_a_library_method_is_a_loop()
        => Probe.Knows_in_attend(
            "var s = 0.0; Parallel.For(0, queries.ColumnCount, c => s += queries[0, c] * keys[0, c]); Math.Exp(s);", ["dot[queries | keys over d_k]"]);

    [Theory]
    [InlineData("var c = 0; foreach (var a in queries.Row(0)) { s += a * keys[0, c]; c++; }", "a position and a counter side by side are not related")]
    [InlineData("foreach (var c in new[] { 0, 1, 2 }) s += queries[0, c] * keys[0, c];", "positions that come from data")]
    public Task Loops_that_are_not_related_to_their_indices(string loop, string reason)
        => Probe.Knows_in_attend($"var s = 0.0; {loop} Math.Exp(s); // {reason}", ["?"]);

    [Fact]
    public Task A_sum_is_no_dot_product_before_its_loop_ends()
        => Probe.Knows_in_attend(
            "var s = 0.0; for (var c = 0; c < queries.ColumnCount; c++) { s += queries[0, c] * keys[0, c]; Math.Exp(s / 2); }", ["?"]);
}
