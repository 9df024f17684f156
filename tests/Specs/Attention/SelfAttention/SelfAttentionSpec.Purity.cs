using FluentAssertions;
using KataKit.Specs.Checking;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static KataKit.Specs.AttentionSamples;

namespace KataKit.Specs;

/// <content>Inputs stay as they are, results belong to the caller.</content>
public abstract partial class SelfAttentionSpec<TKata>
{
    [Fact]
    public void Softmax_leaves_its_input_alone()
    {
        var logits = Rows(new[,] { { 1, -2, 3 }, { double.NegativeInfinity, 5, -6 } });
        var before = logits.Clone();
        var shares = TKata.Softmax(logits);
        Close.To(logits, before, "Softmax must not write to its input", Exact);
        shares.Clear();
        Close.To(logits, before, "Softmax must return a matrix of its own: clearing the result cleared the input", Exact);
    }

    [Fact]
    public void Softmax_results_of_two_calls_are_apart()
    {
        var first = TKata.Softmax(Rows(new double[,] { { 1, 2 } }));
        var before = first.Clone();
        TKata.Softmax(Rows(new double[,] { { 9, 7 } }));
        Close.To(first, before, "a later call must not write into the result of an earlier one", Exact);
    }

    [Fact]
    public void Attend_leaves_its_inputs_alone()
    {
        // One key and one value as wide as a query: the output equals the value, and tempts one to hand the value itself back.
        var queries = Rows(new double[,] { { 1, 2 } });
        var keys = Rows(new double[,] { { 3, 4 } });
        var values = Rows(new double[,] { { 5, 6 } });
        var before = (Queries: queries.Clone(), Keys: keys.Clone(), Values: values.Clone());
        var mask = new[,] { { true } };
        var result = TKata.Attend(queries, keys, values, mask);
        void Untouched(string how)
        {
            Close.To(queries, before.Queries, $"{how} the queries", Exact);
            Close.To(keys, before.Keys, $"{how} the keys", Exact);
            Close.To(values, before.Values, $"{how} the values", Exact);
        }

        Untouched("Attend must not write to");
        mask[0, 0].Should().BeTrue("Attend must not write to the mask");
        result.Weights.Clear();
        Close.To(result.Output, before.Values, "the weights and the output must be two matrices: clearing one cleared the other", Exact);
        result.Output.Clear();
        Untouched("Attend must return matrices of its own: clearing the results cleared");
    }

    [Fact]
    public void Attend_leaves_the_mask_alone()
    {
        var mask = (bool[,])PartlyOpen.Clone();
        TKata.Attend(ByHand.Queries, ByHand.Keys, ByHand.Values, mask);
        mask.Should().BeEquivalentTo(PartlyOpen, "Attend must not write to the mask");
    }

    [Fact]
    public void Attend_results_of_two_calls_are_apart()
    {
        var first = TKata.Attend(ByHand.Queries, ByHand.Keys, ByHand.Values);
        var before = (Weights: first.Weights.Clone(), Output: first.Output.Clone());
        TKata.Attend(ByHand.Queries * 2, ByHand.Keys, ByHand.Values * 3, PartlyOpen);
        Close.To(first.Weights, before.Weights, "a later call must not write into the weights of an earlier one", Exact);
        Close.To(first.Output, before.Output, "a later call must not write into the output of an earlier one", Exact);
    }

    [Fact]
    public void Forward_leaves_its_inputs_alone()
    {
        // All projections the identity, one token, one head: the output equals x, and tempts one to hand x itself back.
        var x = Rows(new double[,] { { 1, -2 } });
        var projections = Enumerable.Range(0, 4).Select(_ => Matrix<double>.Build.DenseIdentity(2)).ToArray();
        var mask = new[,] { { true } };
        var output = TKata.Forward(x, projections[0], projections[1], projections[2], projections[3], 1, mask);
        void Untouched(string how)
        {
            Close.To(x, Rows(new double[,] { { 1, -2 } }), $"{how} x", Exact);
            foreach (var projection in projections)
            {
                Close.To(projection, Matrix<double>.Build.DenseIdentity(2), $"{how} a projection", Exact);
            }
        }

        Untouched("Forward must not write to");
        mask[0, 0].Should().BeTrue("Forward must not write to the mask");
        output.Clear();
        Untouched("Forward must return a matrix of its own: clearing the result cleared");
    }

    [Fact]
    public void Forward_leaves_larger_inputs_alone()
        => Property.Holds(
            "Forward reads its inputs and no more",
            seed: 61,
            ForwardCase.Of(tokens: 3, heads: 2, headDimension: 2),
            sample => sample.Sizes,
            sample =>
            {
                var before = sample with
                {
                    X = sample.X.Clone(),
                    Wq = sample.Wq.Clone(),
                    Wk = sample.Wk.Clone(),
                    Wv = sample.Wv.Clone(),
                    Wo = sample.Wo.Clone(),
                    Mask = Corner(sample.Mask, 3, 3),
                };
                TKata.Forward(sample.X, sample.Wq, sample.Wk, sample.Wv, sample.Wo, sample.Heads, sample.Mask);
                Close.To(sample.X, before.X, "Forward must not write to x", Exact);
                Close.To(sample.Wq, before.Wq, "Forward must not write to wq", Exact);
                Close.To(sample.Wk, before.Wk, "Forward must not write to wk", Exact);
                Close.To(sample.Wv, before.Wv, "Forward must not write to wv", Exact);
                Close.To(sample.Wo, before.Wo, "Forward must not write to wo", Exact);
                sample.Mask.Should().BeEquivalentTo(before.Mask, "Forward must not write to the mask");
            },
            cases: 10);

    [Fact]
    public void Forward_results_of_two_calls_are_apart()
    {
        var identity = Matrix<double>.Build.DenseIdentity(2);
        var x = Rows(new double[,] { { 1, -2 }, { 3, 4 } });
        var first = TKata.Forward(x, identity, identity, identity, identity, 2);
        var before = first.Clone();
        TKata.Forward(x * 2, identity, identity, identity, identity, 1);
        Close.To(first, before, "a later call must not write into the result of an earlier one", Exact);
    }
}
