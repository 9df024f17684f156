using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>Backward on generated inputs: what holds for all of them.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    /// <summary>A step that keeps the order of whole numbers and that doubles hold exactly.</summary>
    private const double Step = 0.25;

    [Fact]
    public void Backward_agrees_with_finite_differences()
        => Property.Holds(
            "backward is the derivative of the loss Σ upstream · output with respect to each cell of the input",
            seed: 301,
            GradientCase.Distinct,
            sample => sample.ToString(),
            sample =>
            {
                // The values are whole numbers and all differ: within ±¼ the loss is linear and its central difference exact.
                var (input, window) = sample.Call;
                double Loss(int c, int r, int w, double step)
                {
                    var moved = (double[,,])input.Clone();
                    moved[c, r, w] += step;
                    return Dot(sample.Upstream, Pool(moved, window).Output);
                }

                CloseVolume.To(
                    Gradient(input, window, sample.Upstream),
                    Fill(
                        input.GetLength(0),
                        input.GetLength(1),
                        input.GetLength(2),
                        (c, r, w) => (Loss(c, r, w, Step) - Loss(c, r, w, -Step)) / (2 * Step)),
                    "backward against (loss(x + ¼) − loss(x − ¼)) / ½");
            },
            sample => sample.Smaller(),
            cases: 50);

    [Fact]
    public void Backward_agrees_with_gathering_from_the_windows()
        => Property.Holds(
            "a cell's gradient is the sum over the windows that have their first maximum there",
            seed: 302,
            GradientCase.WithTies,
            sample => sample.ToString(),
            sample => CloseVolume.To(
                Gradient(sample.Call.Input, sample.Call.Window, sample.Upstream),
                PoolingOracle.Gradient(sample.Call, sample.Upstream),
                "the gradient gathered cell by cell",
                Sums),
            sample => sample.Smaller());

    [Fact]
    public void Backward_neither_loses_nor_makes_gradient()
        => Property.Holds(
            "each channel's gradients sum to what came in from upstream, ties or not",
            seed: 303,
            GradientCase.WithTies,
            sample => sample.ToString(),
            sample =>
            {
                var gradient = Gradient(sample.Call.Input, sample.Call.Window, sample.Upstream);
                CloseVolume.SameShape(gradient, sample.Call.Input, "the gradient");
                for (var c = 0; c < gradient.GetLength(0); c++)
                {
                    Close.To(
                        Channel(gradient, c).Cast<double>().Sum(),
                        Channel(sample.Upstream, c).Cast<double>().Sum(),
                        $"the sum of the gradient of channel {c}",
                        Sums);
                }
            },
            sample => sample.Smaller());

    [Fact]
    public void Backward_is_the_adjoint_of_forward()
        => Property.Holds(
            "Σ upstream · output = Σ gradient · input, for the output picks entries of the input and does nothing else to them",
            seed: 304,
            GradientCase.WithTies,
            sample => sample.ToString(),
            sample =>
            {
                var layer = new TKata();
                var output = Forward(layer, (double[,,])sample.Call.Input.Clone(), sample.Call.Window).Output;
                CloseVolume.SameShape(output, sample.Upstream, "the output");
                var gradient = Backward(layer, (double[,,])sample.Upstream.Clone());
                CloseVolume.SameShape(gradient, sample.Call.Input, "the gradient");
                Close.To(Dot(gradient, sample.Call.Input), Dot(sample.Upstream, output), "Σ gradient · input", Sums);
            },
            sample => sample.Smaller());

    [Fact]
    public void Backward_is_linear_in_the_upstream_gradient()
        => Property.Holds(
            "backward of 3 · u − 2 · v is 3 · backward of u − 2 · backward of v",
            seed: 305,
            GradientCase.WithTies,
            sample => sample.ToString(),
            sample =>
            {
                var layer = new TKata();
                Forward(layer, (double[,,])sample.Call.Input.Clone(), sample.Call.Window);
                var u = sample.Upstream;
                var v = Map(u, value => (value * value) - 7);
                var ofU = Backward(layer, u);
                var ofV = Backward(layer, v);
                CloseVolume.SameShape(ofU, sample.Call.Input, "the gradient of u");
                CloseVolume.SameShape(ofV, sample.Call.Input, "the gradient of v");
                var mixed = Fill(u.GetLength(0), u.GetLength(1), u.GetLength(2), (c, i, j) => (3 * u[c, i, j]) - (2 * v[c, i, j]));
                CloseVolume.To(
                    Backward(layer, mixed),
                    Fill(ofU.GetLength(0), ofU.GetLength(1), ofU.GetLength(2), (c, r, w) => (3 * ofU[c, r, w]) - (2 * ofV[c, r, w])),
                    "the gradient of the mixture",
                    Sums);
            },
            sample => sample.Smaller());
}
