using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class DivisibilityNeverTestedFixTests
{
    [Fact]
    public Task Rejects_a_remainder_in_front_of_the_division()
        => Verify.Fixes_to(
            Source("var d = x.ColumnCount;\n        var width = d / heads;"),
            Source("var d = x.ColumnCount;\n        if (d % heads != 0)\n        {\n            throw new ArgumentException(\"The number of heads must divide the width.\", nameof(heads));\n        }\n\n        var width = d / heads;"));

    [Fact]
    public async Task Is_not_offered_in_a_helper_that_does_not_know_the_parameter()
        => (await Verify.FixedText(Source("var width = Width(x.ColumnCount, heads); static int Width(int d, int parts) => d / parts;"))).Should().BeNull("the contract's parameter is elsewhere");

    private static string Source(string code)
        => KataSource.WithBody("SelfAttention", "Forward", "        " + code + """

            var (q, k, v) = (x * wq, x * wk, x * wv);
            var joined = x.Clone();
            for (var h = 0; h < heads; h++)
            {
                Matrix<double> Head(Matrix<double> m) => m.SubMatrix(0, m.RowCount, h * width, width);
                joined.SetSubMatrix(0, h * width, Attend(Head(q), Head(k), Head(v), mask).Output);
            }

            return joined * wo;
            """);
}
