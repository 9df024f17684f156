using KataKit.Contracts;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.AttentionSamples;

namespace KataKit.Specs;

/// <content>Attend without a mask: scores, scale, weights, output, shapes.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    /// <summary>
    /// Two queries over three keys, by hand. A query is four numbers long, so a raw dot product is divided by 2. The first query picks
    /// 2·ln 1, 2·ln 2, 2·ln 5 out of the keys and the second 2·ln 3, 2·ln 1, 2·ln 4, so that the weights are 1 : 2 : 5 and 3 : 1 : 4.
    /// The keys' last two numbers meet zeros.
    /// </summary>
    private static readonly AttendCase ByHand = new(
        Queries: Rows(new double[,] { { 1, 0, 0, 0 }, { 0, 1, 0, 0 } }),
        Keys: Rows(new[,]
        {
            { 2 * Math.Log(1), 2 * Math.Log(3), 3, -1 },
            { 2 * Math.Log(2), 2 * Math.Log(1), -2, 4 },
            { 2 * Math.Log(5), 2 * Math.Log(4), 1, 1 },
        }),
        Values: Rows(new double[,] { { 8, 0 }, { 0, 16 }, { -8, 24 } }),
        Mask: null);

    [Fact]
    public void Attend_weighs_the_values_by_the_softmax_of_the_scores()
    {
        var result = Attend(ByHand);
        Close.To(
            result.Weights,
            Rows(new[,] { { 1 / 8.0, 2 / 8.0, 5 / 8.0 }, { 3 / 8.0, 1 / 8.0, 4 / 8.0 } }),
            "the weights of a query must be the softmax of its scores q·k / √d_k, one for each key");

        // (1·8 + 2·0 − 5·8) / 8 = −4 and (2·16 + 5·24) / 8 = 19; (3·8 − 4·8) / 8 = −1 and (16 + 4·24) / 8 = 14.
        Close.To(
            result.Output,
            Rows(new double[,] { { -4, 19 }, { -1, 14 } }),
            "the output of a query must be the sum of the values, each times its weight");
    }

    [Theory]
    [InlineData(4, 2, 3)]
    [InlineData(9, 5, 2)]
    [InlineData(16, 3, 6)]
    [InlineData(2, 7, 4)]
    [InlineData(1, 3, 3)]
    public void Attend_scales_by_the_length_of_a_query(int keyDimension, int seqQ, int seqK)
    {
        // Key j dots with every query to j + 1, so the quotient of two neighbouring weights is e to the power of the scale in use.
        var queries = Matrix<double>.Build.Dense(seqQ, keyDimension, 1);
        var keys = Matrix<double>.Build.Dense(seqK, keyDimension, (j, _) => (j + 1.0) / keyDimension);
        var weights = Finite(TKata.Attend(queries, keys, Matrix<double>.Build.Dense(seqK, 3, 1))).Weights;
        for (var i = 0; i < seqQ; i++)
        {
            Close.To(
                Math.Log(weights[i, 1] / weights[i, 0]),
                1 / Math.Sqrt(keyDimension),
                $"a dot product over {keyDimension} numbers ({seqQ} queries, {seqK} keys) must be scaled by 1 / √{keyDimension}, once and "
                    + $"before the softmax; the factor that the weights of query {i} show is another");
        }
    }

    [Fact]
    public void Attend_weights_of_each_query_sum_to_one()
        => Property.Holds(
            "attention shares out one whole among the keys of each query",
            seed: 21,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample => SumToOne(Attend(sample with { Mask = null }).Weights, "the weights of query"),
            sample => sample.Smaller());

    [Fact]
    public void Attend_agrees_with_the_formula_written_as_sums()
        => Property.Holds(
            "softmax(Q·Kᵀ / √d_k)·V holds for every shape and mask",
            seed: 22,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var result = Attend(sample);
                Close.To(
                    result.Weights,
                    AttentionOracle.Weights(sample.Queries, sample.Keys, sample.Mask),
                    "weights [query, key] must follow the formula");
                Close.To(
                    result.Output,
                    AttentionOracle.Output(sample.Queries, sample.Keys, sample.Values, sample.Mask),
                    "outputs [query, value column] must follow the formula");
            },
            sample => sample.Smaller());

    [Fact]
    public void Attend_compares_each_query_with_every_key()
    {
        // Only query 0 and key 1 have anything in common: 2·ln 3 over a length of 4 gives a score of ln 3, all other scores are 0.
        // As many queries as keys, so that a score stored for the wrong pair fits all the same.
        var result = Finite(TKata.Attend(
            Rows(new double[,] { { 1, 0, 0, 0 }, { 0, 0, 1, 0 } }),
            Rows(new double[,] { { 0, 1, 0, 0 }, { 2 * Math.Log(3), 0, 0, 1 } }),
            Rows(new double[,] { { 4 }, { 0 } })));
        Close.To(
            result.Weights,
            Rows(new[,] { { 0.25, 0.75 }, { 0.5, 0.5 } }),
            "row i of the weights must hold query i against every key, and be a distribution over the keys");
        Close.To(
            result.Output,
            Rows(new double[,] { { 1 }, { 2 } }),
            "row i of the output must sum over the keys with the weights of query i");
    }

    [Fact]
    public void Attend_output_is_the_returned_weights_times_the_values()
        => Property.Holds(
            "the returned weights are the ones that made the output",
            seed: 23,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var result = Attend(sample);
                Close.To(result.Output, AttentionOracle.Product(result.Weights, sample.Values), "the output must equal weights · values");
            },
            sample => sample.Smaller());

    [Fact]
    public void Attend_does_not_care_for_the_order_of_the_keys()
        => Property.Holds(
            "attention looks at a set of keys: without positions, order carries no meaning",
            seed: 24,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var result = Attend(sample);
                foreach (var order in Orders(sample.Keys.RowCount))
                {
                    var reordered = Attend(new AttendCase(
                        sample.Queries,
                        Reorder(sample.Keys, order),
                        Reorder(sample.Values, order),
                        sample.Mask is { } mask ? Mask(sample.Queries.RowCount, order.Length, (i, j) => mask[i, order[j]]) : null));
                    Close.To(
                        reordered.Output,
                        result.Output,
                        "moving keys, their values and their mask columns together must not move the output");
                    Close.To(
                        reordered.Weights,
                        Matrix<double>.Build.Dense(result.Weights.RowCount, order.Length, (i, j) => result.Weights[i, order[j]]),
                        "the weights must move with their keys");
                }
            },
            sample => sample.Smaller());

    [Fact]
    public void Attend_answers_each_query_on_its_own()
        => Property.Holds(
            "a query's answer does not depend on the other queries",
            seed: 25,
            AttendCase.Inputs,
            sample => sample.ToString(),
            sample =>
            {
                var result = Attend(sample);
                for (var i = 0; i < sample.Queries.RowCount; i++)
                {
                    var row = i;
                    var alone = Attend(sample with
                    {
                        Queries = sample.Queries.SubMatrix(i, 1, 0, sample.Queries.ColumnCount),
                        Mask = sample.Mask is { } mask ? Mask(1, sample.Keys.RowCount, (_, j) => mask[row, j]) : null,
                    });
                    var (weights, output) = (result.Weights.Row(i).ToArray(), result.Output.Row(i).ToArray());
                    Close.To(weights, alone.Weights.Row(0).ToArray(), $"query {i} must get the same weights as if it were asked alone");
                    Close.To(output, alone.Output.Row(0).ToArray(), $"query {i} must get the same output as if it were asked alone");
                }
            },
            sample => sample.Smaller());

    [Fact]
    public void Attend_over_one_key_returns_its_value()
    {
        var result = Finite(TKata.Attend(
            Rows(new double[,] { { 1, -2 }, { 30, 4 }, { 0, 0 } }),
            Rows(new double[,] { { 5, -6 } }),
            Rows(new double[,] { { 7, 8, -9, 10 } })));
        Close.To(result.Weights, Matrix<double>.Build.Dense(3, 1, 1), "the only key must get all the weight of each of the 3 queries");
        Close.To(
            result.Output,
            Rows(new double[,] { { 7, 8, -9, 10 }, { 7, 8, -9, 10 }, { 7, 8, -9, 10 } }),
            "each query must be answered with the only value, and the output must be as wide as a value, not as a query");
    }

    [Fact]
    public void Attend_survives_scores_of_ten_thousand()
    {
        // Scores after scaling: ±10 000 and, one key on, ln 3 less. d_k = 4, so the raw dot products are twice as large.
        var result = Finite(TKata.Attend(
            Rows(new double[,] { { 100, 0, 1, 0 }, { -100, 0, 1, 0 } }),
            Rows(new[,] { { 200, 0, 2 * Math.Log(3), 0 }, { 200, 9, 0, 5 } }),
            Rows(new double[,] { { 4 }, { 8 } })));
        Close.To(result.Weights, Rows(new[,] { { 0.75, 0.25 }, { 0.75, 0.25 } }), "large scores must be handled like small ones");
        Close.To(result.Output, Rows(new double[,] { { 5 }, { 5 } }), "large scores must be handled like small ones");
    }

    /// <summary>Two orders, a rotation and a swap; repeated, they make every order there is.</summary>
    private static int[][] Orders(int count)
    {
        var swap = Enumerable.Range(0, count).ToArray();
        if (count > 1)
        {
            (swap[0], swap[1]) = (1, 0);
        }

        return [[.. Enumerable.Range(0, count).Select(i => (i + 1) % count)], swap];
    }

    private static Matrix<double> Reorder(Matrix<double> rows, int[] order)
        => Matrix<double>.Build.Dense(order.Length, rows.ColumnCount, (i, j) => rows[order[i], j]);
}
