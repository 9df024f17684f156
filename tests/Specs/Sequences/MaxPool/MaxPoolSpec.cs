using KataKit.Contracts;
using KataKit.Specs.Checking;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <summary>
/// The hidden tests of the max-pool kata: <see cref="IMaxPool"/> member by member, in building order. A test is named after the last
/// member that it needs, so that red and green follow what has been written.
/// </summary>
/// <typeparam name="TKata">The answer under test.</typeparam>
public abstract partial class MaxPoolSpec<TKata>
    where TKata : IMaxPool, new()
{
    private const double None = double.NegativeInfinity;
    private const double Most = double.PositiveInfinity;

    /// <summary>For what is copied: a maximum is an entry of the input, and an array that is not to be touched stays as it was.</summary>
    private static readonly Tolerance Exact = new(0, 0);

    /// <summary>For sums of a few gradients, whatever their order; where 0 is expected, nothing else will do.</summary>
    private static readonly Tolerance Sums = new(0, 1e-12);

    /// <summary>Pools with a new layer and a copy of the input, lest an answer that writes to it change what it is compared with.</summary>
    private static MaxPoolResult Pool(double[,,] input, PoolingWindow window)
        => Forward(new TKata(), (double[,,])input.Clone(), window);

    private static MaxPoolResult Forward(TKata layer, double[,,] input, PoolingWindow window)
    {
        var result = Accepts.Call($"A window of {Show(window)} for an input of {Shape(input)}", () => layer.Forward(input, window));
        if (result.Output is null || result.Argmax is null)
        {
            throw new SpecFailureException("Forward must return both the output and the positions; one of them is null.");
        }

        return result;
    }

    /// <summary>The gradient of one input, by a layer of its own.</summary>
    private static double[,,] Gradient(double[,,] input, PoolingWindow window, double[,,] upstream)
    {
        var layer = new TKata();
        Forward(layer, (double[,,])input.Clone(), window);
        return Backward(layer, (double[,,])upstream.Clone());
    }

    private static double[,,] Backward(TKata layer, double[,,] upstream)
        => Accepts.Call($"An upstream gradient of {Shape(upstream)}, the output's shape,", () => layer.Backward(upstream));

    private static int OutputSize(int length, int kernel, int stride, int padding)
        => Accepts.Call(
            $"Length {length}, kernel {kernel}, stride {stride}, padding {padding}",
            () => TKata.OutputSize(length, kernel, stride, padding));

    private static void Pools(double[,,] input, PoolingWindow window, double[,,] output, int[,,] argmax, string because)
    {
        var result = Pool(input, window);
        CloseVolume.To(result.Output, output, because, Exact);
        SamePositions(result.Argmax, argmax, input.GetLength(2), because);
    }

    private static void SamePositions(int[,,]? actual, int[,,] expected, int width, string because)
    {
        CloseVolume.SameShape(actual, expected, $"{because}: the positions");
        for (var c = 0; c < expected.GetLength(0); c++)
        {
            for (var i = 0; i < expected.GetLength(1); i++)
            {
                for (var j = 0; j < expected.GetLength(2); j++)
                {
                    if (actual[c, i, j] != expected[c, i, j])
                    {
                        throw new SpecFailureException(
                            $"{because}: the position at [{c}, {i}, {j}] must be row {expected[c, i, j] / width}, "
                                + $"column {expected[c, i, j] % width} of an input of width {width}, "
                                + $"that is {expected[c, i, j]}; got {actual[c, i, j]}.");
                    }
                }
            }
        }
    }
}
