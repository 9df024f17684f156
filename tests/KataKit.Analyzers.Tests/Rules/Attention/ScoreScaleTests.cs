using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Rules.Attention;

public sealed class ScoreScaleTests
{
    private const string Heads = "var d = x.ColumnCount; var hd = d / heads; var q = x * wq; var k = x * wk; var v = x * wv; var o = x.Clone();";

    [Fact]
    public Task Reports_the_model_width_after_the_heads_were_split()
        => Verify.Reports("KATA1001", KataSource.Forward($$"""
            {{Heads}}
            for (var h = 0; h < heads; h++)
            {
                var scores = q.SubMatrix(0, x.RowCount, h * hd, hd) * k.SubMatrix(0, x.RowCount, h * hd, hd).Transpose() / [|Math.Sqrt(d)|];
                o.SetSubMatrix(0, h * hd, Softmax(scores) * v.SubMatrix(0, x.RowCount, h * hd, hd));
            }

            return o * wo;
            """));

    [Fact]
    public Task Reports_index_loops_scaled_in_a_second_pass()
        => Verify.Reports("KATA1001", KataSource.Forward($$"""
            {{Heads}}
            var n = x.RowCount;
            for (var h = 0; h < heads; h++)
            {
                var s = new double[n, n];
                for (var i = 0; i < n; i++)
                    for (var j = 0; j < n; j++)
                        for (var c = 0; c < hd; c++)
                            s[i, j] += q[i, (h * hd) + c] * k[j, (h * hd) + c];
                for (var i = 0; i < n; i++)
                    for (var j = 0; j < n; j++)
                        s[i, j] /= [|Math.Sqrt(d)|];
                for (var i = 0; i < n; i++)
                {
                    var max = double.NegativeInfinity;
                    for (var j = 0; j < n; j++) max = Math.Max(max, s[i, j]);
                    var sum = 0.0;
                    for (var j = 0; j < n; j++) sum += s[i, j] = Math.Exp(s[i, j] - max);
                    for (var j = 0; j < n; j++)
                        for (var c = 0; c < hd; c++) o[i, (h * hd) + c] += s[i, j] / sum * v[j, (h * hd) + c];
                }
            }

            return o * wo;
            """));

    [Fact]
    public Task Reports_scores_that_are_not_scaled_at_all()
        => Verify.Reports("KATA1001", KataSource.Attend(
            "var weights = Softmax([|queries.TransposeAndMultiply(keys)|]); return new AttentionResult(weights, weights * values);"));

    [Fact]
    public Task Reports_a_scale_that_a_local_function_computes()
        => Verify.Reports("KATA1001", KataSource.Attend("""
            double Scale() => 1 / Math.Sqrt(keys.RowCount);
            var weights = Softmax(queries * keys.Transpose() * [|Scale()|]);
            return new AttentionResult(weights, weights * values);
            """));

    [Fact]
    public Task Reports_a_scale_that_is_applied_twice()
        => Verify.Reports("KATA1001", KataSource.Attend("""
            var scaled = queries / Math.Sqrt(keys.ColumnCount);
            var weights = Softmax(scaled * keys.Transpose() / [|Math.Sqrt(keys.ColumnCount)|]);
            return new AttentionResult(weights, weights * values);
            """));

    [Fact]
    public Task Reports_before_softmax_is_written()
        => Verify.Reports("KATA1001", """
            using KataKit.Contracts;
            using MathNet.Numerics.LinearAlgebra;
            public sealed class Answer : ISelfAttention
            {
                public static Matrix<double> Softmax(Matrix<double> a) => throw new NotImplementedException();
                public static AttentionResult Attend(Matrix<double> a, Matrix<double> b, Matrix<double> c, bool[,]? e = null)
                {
                    var f = Softmax(a * b.Transpose() / [|Math.Sqrt(b.RowCount)|]);
                    return new(f, f * c);
                }

                public static Matrix<double> Forward(Matrix<double> a, Matrix<double> b, Matrix<double> c, Matrix<double> e, Matrix<double> f, int g, bool[,]? h = null)
                    => throw new NotImplementedException();
            }
            """);

    [Theory]
    [InlineData("queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount)")]
    [InlineData("queries * keys.Transpose() * Math.Pow(keys.ColumnCount, -0.5)")]
    [InlineData("(queries / Math.Sqrt(queries.ColumnCount)) * keys.Transpose()")]
    [InlineData("(queries * Math.Pow(queries.ColumnCount, -0.25)) * (keys * Math.Pow(keys.ColumnCount, -0.25)).Transpose()")]
    [InlineData("(queries / Math.Sqrt(keys.RowCount)) * keys.Transpose() * Math.Sqrt((double)keys.RowCount / keys.ColumnCount)")]
    public Task Is_silent_about_the_right_scale_however_it_is_written(string scores)
        => Verify.IsSilent(KataSource.Attend($"var weights = Softmax({scores}); return new AttentionResult(weights, weights * values);"));

    [Theory]
    [InlineData("queries * keys.Transpose() / 8.0")]
    [InlineData("queries * keys.Transpose() / (Math.Sqrt(queries.ColumnCount) + 1e-9)")]
    [InlineData("(queries * keys.Transpose() / Math.Sqrt(keys.RowCount)).Map(Math.Abs)")]
    [InlineData("queries * keys.Transpose() / Math.Sqrt(mask is null ? keys.ColumnCount : keys.RowCount)")]
    [InlineData("queries * keys.Transpose() / Temperature")]
    public Task Is_silent_about_a_scale_that_it_does_not_understand(string scores)
        => Verify.IsSilent(KataSource.Attend(
            $"var weights = Softmax({scores}); return new AttentionResult(weights, weights * values);",
            "private static double Temperature { get; } = 3;"));

    [Fact]
    public Task Is_silent_about_one_head_where_the_width_is_the_head_dimension()
        => Verify.IsSilent(KataSource.Forward("""
            if (heads == 1)
            {
                return Softmax((x * wq).TransposeAndMultiply(x * wk) / Math.Sqrt(x.ColumnCount / heads)) * (x * wv) * wo;
            }

            throw new NotSupportedException();
            """));

    [Fact]
    public Task Is_silent_about_softmax_of_something_else()
        => Verify.IsSilent(KataSource.Forward("return Softmax(x * wq) * wk * wv * wo;"));

    [Fact]
    public Task Is_silent_when_try_stands_in_the_way()
        => Verify.IsSilent(KataSource.Attend("""
            try
            {
                var weights = Softmax(queries * keys.Transpose());
                return new AttentionResult(weights, weights * values);
            }
            finally
            {
            }
            """));

    [Fact]
    public async Task Is_silent_while_the_code_does_not_compile()
    {
        var found = await Findings.In(
            KataSource.Attend("var weights = Softmax(queries * keys.Transpose()); undefined(); return new AttentionResult(weights, weights * values);"),
            mustCompile: false);
        found.Should().BeEmpty("what the rest of the type means is anybody's guess");
    }

    [Fact]
    public async Task Names_both_sides_in_the_contracts_words_and_in_both_languages()
    {
        var found = (await Findings.In(KataSource.Attend(
            "var weights = Softmax(queries * keys.Transpose() / Math.Sqrt(keys.RowCount)); return new AttentionResult(weights, weights * values);")))[0];
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Should().Be(
            "The scores are scaled by 1/√seq_k, but their dot product ran over d_k: they need 1/√(d_k)");
        found.GetMessage(System.Globalization.CultureInfo.GetCultureInfo("zh-Hans")).Should().Be(
            "分数被乘以了 1/√seq_k，但点积是在 d_k 上求和的：应当乘以 1/√(d_k)");
    }
}
