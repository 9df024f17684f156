using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class DivisibilityNeverTestedTests
{
    private const string Rest = """
        var (q, k, v) = (x * wq, x * wk, x * wv);
        var joined = x.Clone();
        for (var h = 0; h < heads; h++)
        {
            Matrix<double> Head(Matrix<double> m) => m.SubMatrix(0, m.RowCount, h * width, width);
            joined.SetSubMatrix(0, h * width, Attend(Head(q), Head(k), Head(v), mask).Output);
        }

        return joined * wo;
        """;

    [Theory]
    [InlineData("var width = [|x.ColumnCount / heads|];")]
    [InlineData("if (heads < 1) throw new ArgumentException(\"positive\", nameof(heads)); var d = wq.RowCount; var width = [|d / heads|];")]
    [InlineData("var width = Width(x.ColumnCount, heads); static int Width(int d, int parts) => [|d / parts|];")]
    public Task Reports_a_width_that_is_only_divided(string code) => Verify.Reports("KATA1011", KataSource.WithBody("SelfAttention", "Forward", code + Rest));

    [Theory]
    [InlineData("the remainder is tested", "if (x.ColumnCount % heads != 0) throw new ArgumentException(\"divide\", nameof(heads)); var width = x.ColumnCount / heads;")]
    [InlineData("the remainder is tested elsewhere", "Check(x.ColumnCount, heads); var width = x.ColumnCount / heads; static void Check(int d, int h) { if (h < 1 || d % h > 0) throw new ArgumentException(\"divide\"); }")]
    [InlineData("the product is compared", "var width = x.ColumnCount / heads; if (width * heads != x.ColumnCount) throw new ArgumentException(\"divide\", nameof(heads));")]
    [InlineData("both at once", "var width = Math.DivRem(x.ColumnCount, heads, out var rest); if (rest != 0) throw new ArgumentException(\"divide\", nameof(heads));")]
    public Task Is_silent_when(string what, string code)
    {
        Assert.NotEmpty(what);
        return Verify.IsSilent(KataSource.WithBody("SelfAttention", "Forward", code + Rest));
    }
}
