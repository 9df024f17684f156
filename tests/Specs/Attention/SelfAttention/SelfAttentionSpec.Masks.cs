using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.AttentionSamples;

namespace KataKit.Specs;

/// <content>Attend with a mask: who may look at whom, and what a closed key may not do.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    private static readonly bool[,] PartlyOpen = { { true, false, true }, { false, true, true } };

    [Fact]
    public void Attend_shares_the_weight_among_the_keys_that_are_left()
    {
        // Of 1 : 2 : 5 the first query keeps 1 and 5, of 3 : 1 : 4 the second keeps 1 and 4.
        var result = Attend(ByHand with { Mask = PartlyOpen });
        Close.To(
            result.Weights,
            Rows(new[,] { { 1 / 6.0, 0, 5 / 6.0 }, { 0, 1 / 5.0, 4 / 5.0 } }),
            "true means \"may attend\": the open keys of a query must share all of its weight in the proportions they had");

        // (1·8 − 5·8) / 6 and 5·24 / 6 = 20; −4·8 / 5 and (16 + 4·24) / 5.
        Close.To(
            result.Output,
            Rows(new[,] { { -32 / 6.0, 20 }, { -32 / 5.0, 112 / 5.0 } }),
            "the output must be made of open keys' values alone");
    }

    [Fact]
    public void Attend_gives_a_closed_key_weight_exactly_zero()
        => Property.Holds(
            "a key that a query may not attend to has weight exactly 0",
            seed: 31,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var mask = sample.Mask ?? Mask(sample.Queries.RowCount, sample.Keys.RowCount, (i, j) => (i + j) % 2 == 0);
                var weights = Attend(sample with { Mask = mask }).Weights;
                for (var i = 0; i < weights.RowCount; i++)
                {
                    for (var j = 0; j < weights.ColumnCount; j++)
                    {
                        if (!mask[i, j])
                        {
                            Close.To(weights[i, j], 0, $"query {i} may not attend to key {j}, the weight must be exactly 0", Exact);
                        }
                    }
                }
            },
            sample => sample.Smaller());

    [Fact]
    public void Attend_weights_of_the_open_keys_sum_to_one()
        => Property.Holds(
            "a mask changes who shares, not how much there is to share",
            seed: 32,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                // Key 0 stays open, so that every query has something to attend to.
                var mask = Mask(
                    sample.Queries.RowCount, sample.Keys.RowCount, (i, j) => j == 0 || (sample.Mask?[i, j] ?? (i + j) % 3 != 0));
                SumToOne(Attend(sample with { Mask = mask }).Weights, "the weights of query");
            },
            sample => sample.Smaller());

    [Fact]
    public void Attend_with_one_open_key_returns_its_value()
    {
        // As many queries as keys, and query i may look at key i + 1 alone: read by columns, the same mask says i − 1.
        var result = Finite(TKata.Attend(
            Rows(new double[,] { { 1, 2 }, { 3, -4 }, { -5, 6 } }),
            Rows(new double[,] { { 2, 1 }, { 0, 1 }, { -1, 1 } }),
            Rows(new double[,] { { 10 }, { 20 }, { 30 } }),
            Mask(3, 3, (i, j) => j == (i + 1) % 3)));
        Close.To(
            result.Output,
            Rows(new double[,] { { 20 }, { 30 }, { 10 } }),
            "mask[i, j] opens key j to query i; a query with one open key must be answered with that key's value");
    }

    [Fact]
    public void Attend_does_not_hear_closed_keys()
        => Property.Holds(
            "what a closed key says or holds makes no difference",
            seed: 33,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var last = sample.Keys.RowCount - 1;
                var mask = Mask(sample.Queries.RowCount, sample.Keys.RowCount, (i, j) => j != last && (sample.Mask?[i, j] ?? true));
                var (keys, values) = (sample.Keys.Clone(), sample.Values.Clone());
                keys.SetRow(last, keys.Row(last).Multiply(-3).Add(20));
                values.SetRow(last, values.Row(last).Multiply(-7).Add(1e6));
                var before = Attend(sample with { Mask = mask });
                var after = Attend(new AttendCase(sample.Queries, keys, values, mask));
                Close.To(after.Weights, before.Weights, $"changing key {last}, closed to every query, must not change a weight");
                Close.To(
                    after.Output,
                    before.Output,
                    $"changing key {last} and its value, closed to every query, must not change the output");
            },
            sample => sample.Smaller());

    [Theory]
    [InlineData(1e2)]
    [InlineData(1e6)]
    [InlineData(1e12)]
    public void Attend_keeps_keys_closed_when_every_open_score_is_far_below_zero(double size)
    {
        // The open key's score is −size². Whatever finite number stands in for "closed", some score lies below it.
        var result = Finite(TKata.Attend(
            Rows(new[,] { { size, 0, 0, 0 } }),
            Rows(new[,] { { 0, 1, 0, 0 }, { -2 * size, 0, 0, 0 }, { 0, 0, 1, 0 } }),
            Rows(new double[,] { { 1_000 }, { 10 }, { 2_000 } }),
            new[,] { { false, true, false } }));
        Close.To(
            result.Weights,
            Rows(new double[,] { { 0, 1, 0 } }),
            "a closed key must get no weight however low the scores of the open keys are");
        Close.To(result.Output, Rows(new double[,] { { 10 } }), "a closed key's value must not leak into the output");
    }

    [Fact]
    public void Attend_gives_zeros_to_a_query_that_may_attend_to_nothing()
    {
        var result = TKata.Attend(ByHand.Queries, ByHand.Keys, ByHand.Values, new[,] { { false, false, false }, { false, true, true } });
        Close.To(
            result.Weights,
            Rows(new[,] { { 0, 0, 0 }, { 0, 1 / 5.0, 4 / 5.0 } }),
            "a query that may attend to nothing must have weights 0 (not NaN, not a uniform row), and leave other queries alone");
        Close.To(
            result.Output,
            Rows(new[,] { { 0, 0 }, { -32 / 5.0, 112 / 5.0 } }),
            "a query that may attend to nothing must have output 0, and leave other queries alone");
    }

    [Fact]
    public void Attend_with_every_key_open_is_attend_without_a_mask()
        => Property.Holds(
            "a mask that closes nothing changes nothing",
            seed: 34,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var open = Attend(sample with { Mask = Mask(sample.Queries.RowCount, sample.Keys.RowCount, (_, _) => true) });
                var plain = Attend(sample with { Mask = null });
                Close.To(open.Weights, plain.Weights, "all-true and null must give the same weights");
                Close.To(open.Output, plain.Output, "all-true and null must give the same output");
            },
            sample => sample.Smaller());
}
