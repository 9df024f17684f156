using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class ScoreScaleFixTests
{
    private const string Forward = """
        var dModel = x.ColumnCount;
        var headDim = dModel / heads;
        {0}
        var (q, k, v) = (x * wq, x * wk, x * wv);
        Matrix<double> Head(Matrix<double> m, int h) => m.SubMatrix(0, x.RowCount, h * headDim, headDim);
        var o = x.Clone();
        for (var h = 0; h < heads; h++)
        {
            o.SetSubMatrix(0, h * headDim, Softmax(Head(q, h) * Head(k, h).Transpose() {1}) * Head(v, h));
        }

        return o * wo;
        """;

    [Theory]
    [InlineData("", "/ Math.Sqrt(dModel)", "", "/ Math.Sqrt(headDim)")]
    [InlineData("", "* Math.Pow(dModel, -0.5)", "", "* Math.Pow(headDim, -0.5)")]
    [InlineData("", "* (1.0 / Math.Sqrt(x.ColumnCount))", "", "* (1.0 / Math.Sqrt(headDim))")]
    [InlineData("var scale = Math.Sqrt(dModel);", "/ scale", "var scale = Math.Sqrt(headDim);", "/ scale")]
    public Task Puts_the_head_dimension_in_place_of_the_wrong_one(string localBefore, string scaleBefore, string localAfter, string scaleAfter)
        => Verify.Fixes_to(
            KataSource.Forward(Forward.Replace("{0}", localBefore).Replace("{1}", scaleBefore)),
            KataSource.Forward(Forward.Replace("{0}", localAfter).Replace("{1}", scaleAfter)));

    [Fact]
    public Task Divides_a_matrix_of_scores_that_are_not_scaled()
        => Verify.Fixes_to(
            KataSource.Attend("""
                if (queries.ColumnCount != keys.ColumnCount) throw new ArgumentException("shape", nameof(keys));
                var weights = Softmax(queries * keys.Transpose());
                return new AttentionResult(weights, weights * values);
                """),
            KataSource.Attend("""
                if (queries.ColumnCount != keys.ColumnCount) throw new ArgumentException("shape", nameof(keys));
                var weights = Softmax(queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount));
                return new AttentionResult(weights, weights * values);
                """));

    [Fact]
    public async Task Is_not_offered_where_no_expression_for_the_dimension_is_at_hand()
    {
        var fixedText = await Verify.FixedText(KataSource.Attend(
            "var weights = Softmax(queries * keys.Transpose() / Math.Sqrt(keys.RowCount)); return new AttentionResult(weights, weights * values);"));
        fixedText.Should().BeNull("nothing in the method is worth d_k");
    }
}
