using KataKit.Contracts;
using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>What a layer remembers between forward and backward, and whose the arrays are.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    private static readonly PoolingWindow Overlapping = Window((2, 2), (1, 1));

    /// <summary>Upstream gradients for <see cref="ThreeByFour"/> under <see cref="Overlapping"/>.</summary>
    private static double[,,] SixGradients => Image(new double[,] { { 1, 20, 300 }, { 4000, 50_000, 600_000 } });

    /// <summary>Where <see cref="SixGradients"/> go: the 9 and the 11 are the maxima of two windows each.</summary>
    private static double[,,] SixRouted => Image(new double[,] { { 0, 21, 0, 0 }, { 4000, 0, 0, 300 }, { 0, 0, 650_000, 0 } });

    [Fact]
    public void Forward_leaves_its_input_alone()
    {
        var input = ThreeByFour;
        var first = Forward(new TKata(), input, Window((1, 1), (1, 1)));
        CloseVolume.To(input, ThreeByFour, "Forward must not write to the input", Exact);

        // The output of 1 × 1 windows equals the input, and tempts one to hand the input itself back.
        Array.Clear(first.Output);
        CloseVolume.To(input, ThreeByFour, "Forward must return an array of its own: clearing the output cleared the input", Exact);
    }

    [Fact]
    public void Forward_results_of_two_calls_are_apart()
    {
        var layer = new TKata();
        var first = Forward(layer, ThreeByFour, Overlapping);
        var (output, argmax) = ((double[,,])first.Output.Clone(), (int[,,])first.Argmax.Clone());
        Forward(layer, Map(ThreeByFour, value => -value), Overlapping);
        Pool(Map(ThreeByFour, value => 2 - value), Overlapping);
        CloseVolume.To(first.Output, output, "a later call must not write into the output of an earlier one", Exact);
        SamePositions(first.Argmax, argmax, 4, "a later call must not write into the positions of an earlier one");
    }

    [Fact]
    public void Backward_does_not_see_what_is_written_into_the_input_afterwards()
    {
        // Buffers are used again: by the time of the backward pass the input may hold the next image.
        var layer = new TKata();
        var input = ThreeByFour;
        Forward(layer, input, Overlapping);
        Array.Copy(Map(ThreeByFour, value => -value), input, input.Length);
        CloseVolume.To(
            Backward(layer, SixGradients),
            SixRouted,
            "the gradient belongs to the input as it was in Forward, not to what its array holds by the time of Backward",
            Sums);
    }

    [Fact]
    public void Backward_does_not_see_what_is_written_into_the_results()
    {
        // An activation applied in place changes the output; an un-pooling layer may turn the positions into its own.
        var layer = new TKata();
        var result = Forward(layer, ThreeByFour, Overlapping);
        Array.Clear(result.Output);
        CloseVolume.To(Backward(layer, SixGradients), SixRouted, "the output may be changed in place before Backward", Sums);
        Array.Clear(result.Argmax);
        CloseVolume.To(Backward(layer, SixGradients), SixRouted, "the positions may be changed too: the layer keeps its own", Sums);
    }

    [Fact]
    public void Backward_calls_do_not_add_up()
    {
        var layer = new TKata();
        Forward(layer, ThreeByFour, Overlapping);
        for (var call = 1; call <= 3; call++)
        {
            CloseVolume.To(Backward(layer, SixGradients), SixRouted, $"call {call} of Backward after one Forward", Sums);
        }

        Forward(layer, ThreeByFour, Overlapping);
        CloseVolume.To(Backward(layer, SixGradients), SixRouted, "Backward after Forward was called again", Sums);
    }

    [Fact]
    public void Backward_results_of_two_calls_are_apart()
    {
        var layer = new TKata();
        Forward(layer, ThreeByFour, Overlapping);
        var first = Backward(layer, SixGradients);
        Backward(layer, Map(SixGradients, value => -value));
        CloseVolume.To(first, SixRouted, "a later call must not write into the gradient of an earlier one", Sums);
        Array.Clear(first);
        CloseVolume.To(Backward(layer, SixGradients), SixRouted, "clearing a gradient must not show in the next one", Sums);
    }

    [Fact]
    public void Backward_leaves_the_upstream_gradient_alone()
    {
        var layer = new TKata();
        Forward(layer, ThreeByFour, Overlapping);
        var upstream = SixGradients;
        Backward(layer, upstream);
        CloseVolume.To(upstream, SixGradients, "Backward must not write to the upstream gradient", Exact);

        // 1 × 1 windows: the gradient equals the upstream gradient, and tempts one to hand that back.
        Forward(layer, Map(SixGradients, value => -value), Window((1, 1), (1, 1)));
        Array.Clear(Backward(layer, upstream));
        CloseVolume.To(
            upstream, SixGradients, "Backward must return an array of its own: clearing the result cleared the upstream gradient", Exact);
    }

    [Fact]
    public void Backward_follows_the_latest_forward()
    {
        var layer = new TKata();
        Forward(layer, Fill(2, 5, 6, (c, r, w) => 50.0 + (c * r) - w), Window((2, 3), (1, 2), (1, 0)));
        Backward(layer, Fill(2, 6, 2, (_, _, _) => 99.0));
        Forward(layer, ThreeByFour, Overlapping);
        CloseVolume.To(Backward(layer, SixGradients), SixRouted, "Backward after a forward pass of a larger input", Sums);

        // The same input under another window, then another input under that window: nothing of the passes before is left.
        var rows = Window((1, 3), (1, 1));
        var upstream = Image(new double[,] { { 1, 20 }, { 300, 4000 }, { 50_000, 600_000 } });
        Forward(layer, ThreeByFour, rows);
        CloseVolume.To(
            Backward(layer, upstream),
            Image(new double[,] { { 0, 21, 0, 0 }, { 300, 0, 0, 4000 }, { 0, 0, 650_000, 0 } }),
            "Backward after a forward pass with another window",
            Sums);
        Forward(layer, Map(ThreeByFour, value => -value), rows);
        CloseVolume.To(
            Backward(layer, upstream),
            Image(new double[,] { { 0, 0, 1, 20 }, { 0, 4300, 0, 0 }, { 0, 50_000, 0, 600_000 } }),
            "Backward after a forward pass of another input",
            Sums);
    }

    [Fact]
    public void Backward_of_one_layer_does_not_depend_on_another()
    {
        var (layer, other) = (new TKata(), new TKata());
        Forward(layer, ThreeByFour, Overlapping);
        Forward(other, Map(ThreeByFour, value => -value), Overlapping);
        Backward(other, Map(SixGradients, value => value + 7));
        CloseVolume.To(Backward(layer, SixGradients), SixRouted, "two layers know nothing of each other", Sums);
    }

    [Fact]
    public void Backward_follows_the_latest_forward_that_did_not_throw()
    {
        var layer = new TKata();
        Forward(layer, ThreeByFour, Overlapping);
        var small = Image(new double[,] { { 9, 1 } });
        var whole = Window((1, 1), (1, 1));
        (string Blamed, string Call, Action Try)[] rejected =
        [
            ("input", "an input without columns", () => layer.Forward(new double[1, 3, 0], Window((2, 2), (1, 1), (1, 1)))),
            ("input", "null for 'input'", () => layer.Forward(null!, whole)),
            ("window", "null for 'window'", () => layer.Forward(small, null!)),
            ("window", "a kernel of 2 × 2 for an input of 1 × 2", () => layer.Forward(small, Overlapping)),
            ("window", "a stride of 0 columns", () => layer.Forward(small, Window((1, 1), (1, 0)))),
            ("window", "a padding of 1 column for a kernel of 1", () => layer.Forward(ThreeByFour, Window((1, 1), (1, 1), (0, 1)))),
            ("upstream", "an upstream gradient of 1 × 1 × 2", () => layer.Backward(small)),
        ];
        foreach (var (blamed, call, attempt) in rejected)
        {
            Rejects.Argument(blamed, call, attempt);
            CloseVolume.To(Backward(layer, SixGradients), SixRouted, $"{call} is rejected and must leave the layer as it was", Sums);
        }
    }
}
