using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>However a loop is written, a dot product over the whole axis is one, and a part of it is not.</summary>
public sealed class LoopTests
{
    private const string Dot = "dot[queries | keys over d_k]";

    /// <summary>Loops that turn d_k times: <c>c</c> runs over the columns, <c>s</c> sums.</summary>
    [Theory]
    [InlineData("for (var c = 0; c < d; c++) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 0; d > c; ++c) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 0; c <= d - 1; c += 1) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 0; c != d; c = c + 1) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 0; !(c >= d); c = 1 + c) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 0; d - c > 0; c++) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 1; c <= d; c++) s += queries[0, c - 1] * keys[0, c - 1];")]
    [InlineData("for (var c = d - 1; c >= 0; c--) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = d - 1; c > -1; c -= 1) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = d; c > 0; c--) s += queries[0, c - 1] * keys[0, c - 1];")]
    [InlineData("for (var c = d - 1; c != -1; c--) s += queries[0, c] * keys[0, c];")]
    [InlineData("for (var c = 7; c < d + 7; c++) s += queries[0, c - 7] * keys[0, c - 7];")]
    [InlineData("var c = 0; while (c < d) { s += queries[0, c] * keys[0, c]; c++; }")]
    [InlineData("var c = 0; while (true) { if (c == d) break; s += queries[0, c] * keys[0, c]; c++; }")]
    [InlineData("for (var c = 0; ; c++) { if (c >= d) break; s += queries[0, c] * keys[0, c]; }")]
    [InlineData("foreach (var c in Enumerable.Range(0, d)) s += queries[0, c] * keys[0, c];")]
    public Task Every_loop_over_the_axis_is_a_dot_product(string loop)
        => Knows(loop, Dot);

    [Theory]
    [InlineData("for (var c = 0; c < d; c++) { s += queries[0, c] * keys[0, c]; if (s > 8) break; }", "it may stop early")]
    [InlineData("for (var c = 0; c < d; c++) { if (c == 3) break; s += queries[0, c] * keys[0, c]; }", "it stops early")]
    [InlineData("for (var c = 0; c < d; c++) { if (c == 3) continue; s += queries[0, c] * keys[0, c]; }", "one turn is skipped")]
    [InlineData("for (var c = 0; c < d; c++) { if (mask![0, c]) c++; s += queries[0, c] * keys[0, c]; }", "the counter may jump")]
    [InlineData("for (var c = 0; c < d; c++) { s += queries[0, c] * keys[0, c]; c++; }", "the counter takes two steps")]
    [InlineData("for (var c = 1; c < d; c++) s += queries[0, c] * keys[0, c];", "d_k - 1 is not a single term")]
    [InlineData("for (var c = 0; c < d; c += int.Parse(\"2\")) s += queries[0, c] * keys[0, c];", "the step is not known")]
    [InlineData("for (var c = 1; c < d; c *= 2) s += queries[0, c] * keys[0, c];", "the step is not constant")]
    [InlineData("for (var c = 0; c < d && d > 0; c++) s += queries[0, c] * keys[0, c];", "a condition of two parts may fail by either")]
    [InlineData("for (var c = 0; c < d && s < 8; c++) s += queries[0, c] * keys[0, c];", "it may stop early")]
    [InlineData("for (var c = 0; c < d; c++) { if (mask![0, c]) break; s += queries[0, c] * keys[0, c]; }", "it may stop early, before it adds")]
    [InlineData("for (var c = 0; c < d; c += 2) s += queries[0, c] * keys[0, c];", "every other number: how many is not a single term")]
    [InlineData("for (var c = 0; c < d; c++) s += c * queries[0, c] * keys[0, c];", "a factor that changes from turn to turn")]
    [InlineData("for (var c = 0; c < d && c < 8; c++) s += queries[0, c] * keys[0, c];", "which limit is nearer is not known")]
    public Task A_loop_of_unknown_length_is_not_judged(string loop, string reason)
        => Knows(loop, "?", reason);

    private static Task Knows(string loop, string expected, string reason = "")
        => Probe.Knows_in_attend($"var d = queries.ColumnCount; var s = 0.0;\n{loop}\nMath.Exp(s); // {reason}", [expected]);
}
