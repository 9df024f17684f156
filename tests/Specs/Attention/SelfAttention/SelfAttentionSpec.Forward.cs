using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.AttentionSamples;

namespace KataKit.Specs;

/// <content>Forward: projections, scale, output projection, order of the tokens.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    [Fact]
    public void Forward_projects_attends_in_each_head_and_joins()
    {
        // By hand: 3 tokens, d_model 4, 2 heads of 2 columns, scores divided by √2. The tokens are unit vectors (the third one the sum
        // of two), so Q, K and V are rows of the projections:
        //   Q = √2·(1 0 | 1 0), √2·(0 1 | 0 1), √2·(1 1 | 1 1)
        //   K = (ln 2, 0 | ln 5, 0), (0, ln 3 | 0, ln 3), (ln 4, 0 | 0, ln 6)
        // Scores of head 0: (ln 2, 0, ln 4), (0, ln 3, 0), (ln 2, ln 3, ln 4), weights 2:1:4, 1:3:1, 2:3:4.
        // Scores of head 1: (ln 5, 0, 0), (0, ln 3, ln 6), (ln 5, ln 3, ln 6), weights 5:1:1, 1:3:6, 5:3:6.
        var (root, ln) = (Math.Sqrt(2), (Func<double, double>)Math.Log);
        var x = Rows(new double[,] { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 1 } });
        var wq = Rows(new[,] { { root, 0, root, 0 }, { 0, root, 0, root }, { root, 0, 1, 3 }, { 0, root, root - 1, root - 3 } });
        var wk = Rows(new[,] { { ln(2), 0, ln(5), 0 }, { 0, ln(3), 0, ln(3) }, { 1, -1, 2, ln(6) }, { ln(4) - 1, 1, -2, 0 } });
        var wv = Rows(new double[,] { { 7, 0, 0, 3 }, { 0, 5, 1, 0 }, { 1, 1, 2, 0 }, { -1, 2, 0, -4 } });
        var wo = Rows(new double[,] { { 1, 0, 0, 2 }, { 0, 0, 1, 0 }, { 0, 3, 0, 0 }, { 1, 0, 0, 0 } });

        // V = (7 0 | 0 3), (0 5 | 1 0), (0 3 | 2 −4). Head 0 gives (14, 17)/7, (7, 18)/5, (14, 27)/9; head 1 (3, 11)/7, (15, −21)/10,
        // (15, −9)/14. wo turns a joined row (a b c d) into (a+d, 3c, b, 2a).
        Matrix<double> Projected(params (double A, double B, double C, double D)[] joined)
            => Matrix<double>.Build.DenseOfRows(joined.Select(row => new[] { row.A + row.D, 3 * row.C, row.B, 2 * row.A }));
        Close.To(
            Forward(new ForwardCase(x, wq, wk, wv, wo, Heads: 2, Mask: null)),
            Projected(
                (14 / 7.0, 17 / 7.0, 3 / 7.0, 11 / 7.0),
                (7 / 5.0, 18 / 5.0, 15 / 10.0, -21 / 10.0),
                (14 / 9.0, 27 / 9.0, 15 / 14.0, -9 / 14.0)),
            "project x, attend in each head's columns, join the heads side by side, multiply by wo");
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(4, 9)]
    public void Forward_scales_by_the_head_dimension(int heads, int headDimension)
    {
        // Three tokens that are unit vectors, so that rows 0, 1, 2 of wq, wk, wv are their queries, keys and values. Every query is all
        // ones and key j of head h sums to (h + 1)·j / heads; the values of a head are unit vectors, so the output shows the weights.
        var width = heads * headDimension;
        var x = Matrix<double>.Build.Dense(3, width, (token, c) => token == c ? 1 : 0);
        var wq = Matrix<double>.Build.Dense(width, width, 1);
        var wk = Matrix<double>.Build.Dense(width, width, (token, c) => token * ((c / headDimension) + 1.0) / heads / headDimension);
        var wv = Matrix<double>.Build.Dense(width, width, (token, c) => token == c % headDimension ? 1 : 0);
        var output = Forward(new ForwardCase(x, wq, wk, wv, Matrix<double>.Build.DenseIdentity(width), heads, Mask: null));
        for (var head = 0; head < heads; head++)
        {
            var (first, second) = (output[0, head * headDimension], output[0, (head * headDimension) + 1]);
            if (first <= 0 || second <= 0)
            {
                throw new SpecFailureException(
                    $"with values that are unit vectors, the first columns of head {head} must show its weights, which are positive. "
                        + "Before the scale can be judged, each head must attend in its own block of columns");
            }

            Close.To(
                Math.Log(second / first) / ((head + 1.0) / heads),
                1 / Math.Sqrt(headDimension),
                $"with {heads} heads of {headDimension} columns, scores must be scaled by the length of one head's query, "
                    + $"1 / √{headDimension}, once and before the softmax: the dot product ran over {headDimension} numbers, not over d_model = {width}. "
                    + $"The factor that the weights of head {head} show is another");
        }
    }

    [Fact]
    public void Forward_agrees_with_the_formula_written_as_sums()
        => Property.Holds(
            "multi-head attention follows the formula for every number of tokens and heads, with and without a mask",
            seed: 41,
            ForwardCase.Inputs,
            sample => sample.ToString(),
            sample => Close.To(Forward(sample), AttentionOracle.Forward(sample), "outputs [token, column] must follow the formula"),
            sample => sample.Smaller());

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 3)]
    [InlineData(6, 1)]
    public void Forward_takes_one_head_several_heads_and_heads_of_one_column(int heads, int headDimension)
        => Property.Holds(
            $"d_model 6 splits into {heads} head(s) of {headDimension} column(s)",
            seed: 42,
            ForwardCase.Of(tokens: 4, heads, headDimension),
            sample => sample.ToString(),
            sample => Close.To(Forward(sample), AttentionOracle.Forward(sample), "outputs [token, column] must follow the formula"),
            sample => sample.Smaller(),
            cases: 10);

    [Fact]
    public void Forward_with_one_head_is_plain_attention()
        => Property.Holds(
            "one head is attention over the whole width, then wo",
            seed: 43,
            ForwardCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var attended = AttentionOracle.Output(
                    AttentionOracle.Product(sample.X, sample.Wq),
                    AttentionOracle.Product(sample.X, sample.Wk),
                    AttentionOracle.Product(sample.X, sample.Wv),
                    sample.Mask);
                Close.To(
                    Forward(sample with { Heads = 1 }),
                    AttentionOracle.Product(attended, sample.Wo),
                    "with one head the output must be softmax(x·wq·(x·wk)ᵀ / √d_model)·(x·wv)·wo");
            },
            sample => sample.Smaller());

    [Fact]
    public void Forward_of_a_single_token_is_its_value_projected()
        => Property.Holds(
            "a token alone attends to itself with weight 1, whatever wq and wk are",
            seed: 44,
            ForwardCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var token = sample.X.SubMatrix(0, 1, 0, sample.X.ColumnCount);
                Close.To(
                    Forward(sample with { X = token, Mask = null }),
                    AttentionOracle.Product(AttentionOracle.Product(token, sample.Wv), sample.Wo),
                    "a token is a row, so its output must be x·wv·wo: nothing transposed, nothing added");
            },
            sample => sample.Smaller());

    [Fact]
    public void Forward_multiplies_the_joined_heads_by_the_output_projection()
        => Property.Holds(
            "wo is the last step, and linear",
            seed: 45,
            ForwardCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var joined = Forward(sample with { Wo = Matrix<double>.Build.DenseIdentity(sample.X.ColumnCount) });
                Close.To(
                    Forward(sample),
                    AttentionOracle.Product(joined, sample.Wo),
                    "the output must be (what wo = identity gives)·wo, all heads joined before it");
            },
            sample => sample.Smaller());

    [Fact]
    public void Forward_asks_with_wq_and_is_answered_through_wk()
    {
        // Token 0 asks for what token 1 offers; nobody asks for token 0. Exchanging wq and wk turns the question round.
        var x = Rows(new double[,] { { 1, 0 }, { 0, 1 } });
        var asks = Rows(new[,] { { Math.Sqrt(2), 0 }, { 0, 0 } });
        var offers = Rows(new[,] { { 0, 0 }, { Math.Log(3), 0 } });
        var values = Rows(new double[,] { { 4, 0 }, { 0, 8 } });
        Close.To(
            Forward(new ForwardCase(x, asks, offers, values, Matrix<double>.Build.DenseIdentity(2), Heads: 1, Mask: null)),
            Rows(new double[,] { { 1, 6 }, { 2, 4 } }),
            "the asking token's row must come from wq and the offering token's row from wk");
    }

    [Fact]
    public void Forward_moves_with_its_tokens()
        => Property.Holds(
            "self-attention without positions is equivariant: tokens in another order give the same rows in that order",
            seed: 46,
            ForwardCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var output = Forward(sample);
                foreach (var order in Orders(sample.X.RowCount))
                {
                    var mask = sample.Mask is { } old ? Mask(order.Length, order.Length, (i, j) => old[order[i], order[j]]) : null;
                    Close.To(
                        Forward(sample with { X = Reorder(sample.X, order), Mask = mask }),
                        Reorder(output, order),
                        $"tokens in the order {string.Join(", ", order)} must give the rows in that order");
                }
            },
            sample => sample.Smaller());

    [Fact]
    public void Forward_survives_scores_of_ten_thousand()
    {
        // Head dimension 1: scores are products of a query and a key, 100·100 and (for the second token) 100·99.99 = 9 999 in each head.
        var x = Rows(new[,] { { 100, 100 }, { 99.99, 99.99 } });
        var identity = Matrix<double>.Build.DenseIdentity(2);
        var wv = Rows(new[,] { { 0.01, 0 }, { 0, 0 } });
        var near = 1 / (1 + Math.Exp(-1));
        var far = 1 / (1 + Math.Exp(-0.9999));
        var output = Forward(new ForwardCase(x, identity, identity, wv, identity, Heads: 2, Mask: null));
        Close.To(
            output,
            Rows(new[,] { { near + (0.9999 * (1 - near)), 0 }, { far + (0.9999 * (1 - far)), 0 } }),
            "large scores must be handled like small ones");
    }
}
