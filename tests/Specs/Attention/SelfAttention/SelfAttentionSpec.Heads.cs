using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.AttentionSamples;

namespace KataKit.Specs;

/// <content>Forward: which columns belong to which head, and the mask in every head.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    [Fact]
    public void Forward_gives_each_head_its_own_block_of_columns()
        => Property.Holds(
            "head h owns the columns h·d … h·d + d − 1 of the projections and of the joined output",
            seed: 51,
            ForwardCase.Of(tokens: 3, heads: 3, headDimension: 2),
            sample => sample.Sizes,
            sample =>
            {
                var plain = sample with { Wo = Matrix<double>.Build.DenseIdentity(6), Mask = null };
                var output = Forward(plain);
                for (var head = 0; head < 3; head++)
                {
                    Matrix<double> Changed(Matrix<double> projection)
                        => projection.MapIndexed((_, c, w) => c / 2 == head ? 1.5 - w : w, Zeros.Include);
                    var changed = Forward(plain with { Wq = Changed(plain.Wq), Wk = Changed(plain.Wk), Wv = Changed(plain.Wv) });
                    for (var c = 0; c < 6; c++)
                    {
                        if (c / 2 != head)
                        {
                            Close.To(
                                changed.Column(c).ToArray(),
                                output.Column(c).ToArray(),
                                $"changing columns {head * 2} and {(head * 2) + 1} of wq, wk and wv, head {head}'s own, "
                                    + $"must leave column {c} of the joined heads alone");
                        }
                    }
                }
            });

    [Fact]
    public void Forward_does_not_care_for_the_order_of_the_heads()
        => Property.Holds(
            "heads are numbered for convenience only: exchange their columns in wq, wk, wv and their rows in wo, and nothing changes",
            seed: 52,
            ForwardCase.Of(tokens: 3, heads: 3, headDimension: 2),
            sample => sample.Sizes,
            sample =>
            {
                var output = Forward(sample);
                foreach (var order in Orders(3))
                {
                    int From(int c) => (order[c / 2] * 2) + (c % 2);
                    Matrix<double> Columns(Matrix<double> projection)
                        => Matrix<double>.Build.Dense(6, 6, (i, c) => projection[i, From(c)]);
                    Close.To(
                        Forward(sample with
                        {
                            Wq = Columns(sample.Wq),
                            Wk = Columns(sample.Wk),
                            Wv = Columns(sample.Wv),
                            Wo = Matrix<double>.Build.Dense(6, 6, (i, c) => sample.Wo[From(i), c]),
                        }),
                        output,
                        $"heads in the order {string.Join(", ", order)} must give the same output");
                }
            });

    [Fact]
    public void Forward_lets_each_head_attend_for_itself()
    {
        // Two heads of one column that disagree: head 0 of every token looks at token 0 (scores 100 to 0), head 1 at token 1.
        var x = Rows(new double[,] { { 1, 0 }, { 0, 1 } });
        var output = Forward(new ForwardCase(
            x,
            Wq: Matrix<double>.Build.Dense(2, 2, 10),
            Wk: Matrix<double>.Build.DenseIdentity(2) * 10,
            Wv: Rows(new double[,] { { 1, 2 }, { 3, 4 } }),
            Wo: Matrix<double>.Build.DenseIdentity(2),
            Heads: 2,
            Mask: null));
        Close.To(
            output,
            Rows(new double[,] { { 1, 4 }, { 1, 4 } }),
            "head 0 sees token 0 and head 1 sees token 1: each must weigh the values in its own column by its own scores");
    }

    [Fact]
    public void Forward_with_one_open_key_copies_its_value_in_every_head()
        => Property.Holds(
            "a token that may attend to just one token gets that token's value, whatever the scores are",
            seed: 53,
            ForwardCase.Of(tokens: 3, heads: 2, headDimension: 2),
            sample => sample.Sizes,
            sample =>
            {
                // Token i may look at token i + 1 alone; read by columns, the same mask would say i − 1.
                var values = AttentionOracle.Product(AttentionOracle.Product(sample.X, sample.Wv), sample.Wo);
                Close.To(
                    Forward(sample with { Mask = Mask(3, 3, (i, j) => j == (i + 1) % 3) }),
                    Reorder(values, [1, 2, 0]),
                    "mask[i, j] opens token j to token i, in every head: row i must be the projected value of token i + 1");
            });

    [Fact]
    public void Forward_with_a_causal_mask_ignores_the_future()
        => Property.Holds(
            "under a causal mask the row of token i depends on the tokens up to i",
            seed: 54,
            ForwardCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var tokens = sample.X.RowCount;
                var causal = sample with { Mask = Causal(tokens) };
                var output = Forward(causal);
                for (var now = 0; now + 1 < tokens; now++)
                {
                    var cut = now;
                    var otherFuture = Forward(causal with
                    {
                        X = sample.X.MapIndexed((i, _, entry) => i > cut ? 2 - (3 * entry) : entry, Zeros.Include),
                    });
                    Close.To(
                        otherFuture.SubMatrix(0, now + 1, 0, sample.X.ColumnCount),
                        output.SubMatrix(0, now + 1, 0, sample.X.ColumnCount),
                        $"changing the tokens after token {now} must not change the rows up to {now}");
                }
            },
            sample => sample.Smaller());

    [Fact]
    public void Forward_with_a_causal_mask_hears_the_present_and_the_past()
    {
        // Uniform attention (wq = 0): row i must be the mean of the values of the tokens 0 … i, itself included.
        var output = Forward(new ForwardCase(
            X: Rows(new double[,] { { 6, 0 }, { 0, 6 }, { 3, -12 } }),
            Wq: Matrix<double>.Build.Dense(2, 2),
            Wk: Matrix<double>.Build.DenseIdentity(2),
            Wv: Matrix<double>.Build.DenseIdentity(2),
            Wo: Matrix<double>.Build.DenseIdentity(2),
            Heads: 2,
            Mask: Causal(3)));
        Close.To(
            output,
            Rows(new double[,] { { 6, 0 }, { 3, 3 }, { 3, -2 } }),
            "with equal scores, row i must be the mean of the values of tokens 0 to i: the token itself counts, later ones do not");
    }

    [Fact]
    public void Forward_does_not_hear_padding()
        => Property.Holds(
            "a padding token, closed to every token, has no say",
            seed: 55,
            ForwardCase.Of(tokens: 4, heads: 2, headDimension: 2),
            sample => sample.Sizes,
            sample =>
            {
                var padded = sample with { Mask = Mask(4, 4, (_, j) => j < 3) };
                var alone = Forward(sample with { X = sample.X.RemoveRow(3), Mask = null });
                Close.To(
                    Forward(padded).RemoveRow(3),
                    alone,
                    "three tokens and one padding token must give the three tokens the rows that they get without padding");
            });

    [Fact]
    public void Forward_gives_zeros_to_a_token_that_may_attend_to_nothing()
        => Property.Holds(
            "the row of a token that may attend to nothing is 0, never NaN",
            seed: 56,
            ForwardCase.Of(tokens: 3, heads: 2, headDimension: 2),
            sample => sample.Sizes,
            sample =>
            {
                var output = Forward(sample with { Mask = Mask(3, 3, (i, _) => i != 1) });
                var open = Forward(sample with { Mask = null });
                Close.To(output.Row(1).ToArray(), new double[4], "token 1 may attend to nothing, its row must be 0");
                Close.To(output.RemoveRow(1), open.RemoveRow(1), "token 1 being closed must not change the rows of the others");
            });
}
