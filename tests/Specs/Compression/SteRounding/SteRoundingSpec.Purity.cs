using KataKit.Specs.Checking;
using Xunit;

namespace KataKit.Specs;

/// <content>Inputs stay as they are, results belong to the caller.</content>
public abstract partial class SteRoundingSpec<TKata>
{
    /// <summary>Numbers that fake quantisation by <see cref="Symmetric"/> leaves as they are: one is tempted to hand the input back.</summary>
    private static readonly double[] OnGrid = [0.5, -1, 3.5, 0];

    /// <summary>Off the grid and beyond the range.</summary>
    private static readonly double[] OffGrid = [0.3, -1.1, 5, -4.2];

    [Fact]
    public void Quantize_leaves_its_input_alone()
    {
        var values = (double[])OffGrid.Clone();
        TKata.Quantize(values, Symmetric);
        Close.To(values, OffGrid, "Quantize must not write to its input", Exact);
    }

    [Fact]
    public void Quantize_results_of_two_calls_are_apart()
    {
        var first = TKata.Quantize([0.5, -1], Symmetric);
        TKata.Quantize([3, 2], Symmetric);
        Close.To(Numbers(first), [1, -2], "a later call must not write into the result of an earlier one", Exact);
    }

    [Fact]
    public void Dequantize_leaves_its_input_alone()
    {
        int[] codes = [1, -2, 7];
        var first = TKata.Dequantize(codes, Symmetric);
        TKata.Dequantize([3, 3, 3], Symmetric);
        Close.To(Numbers(codes), [1, -2, 7], "Dequantize must not write to its input", Exact);
        Close.To(first, [0.5, -1, 3.5], "a later call must not write into the result of an earlier one", Exact);
    }

    [Fact]
    public void FakeQuantize_leaves_its_input_alone()
        => LeavesInputsAlone((values, _) => TKata.FakeQuantize(values, Symmetric), "FakeQuantize");

    [Fact]
    public void Backward_leaves_its_inputs_alone()
        => LeavesInputsAlone((values, upstream) => TKata.Backward(values, upstream, Symmetric), "Backward");

    [Fact]
    public void Backward_takes_one_array_for_both_inputs()
    {
        double[] both = [0.3, 5, -1];
        Close.To(TKata.Backward(both, both, Symmetric), [0.3, 0, -1], "values and upstream may be the same array", Exact);
        Close.To(both, [0.3, 5, -1], "Backward must not write to its inputs", Exact);
    }

    [Fact]
    public void Step_leaves_its_inputs_alone()
    {
        LeavesInputsAlone((weights, upstream) => TKata.Step(weights, upstream, Symmetric, 0.1), "Step");
        LeavesInputsAlone((weights, upstream) => TKata.Step(weights, upstream, Symmetric, 0), "Step with a learning rate of 0");
    }

    [Fact]
    public void ScaleGradient_leaves_its_inputs_alone()
    {
        var values = (double[])OffGrid.Clone();
        double[] upstream = [1, -2, 3, 4];
        var first = TKata.ScaleGradient(values, upstream, Symmetric);
        Close.To(values, OffGrid, "ScaleGradient must not write to its values", Exact);
        Close.To(upstream, [1, -2, 3, 4], "ScaleGradient must not write to the upstream gradient", Exact);
        Close.To(TKata.ScaleGradient(values, upstream, Symmetric), first, "the same arguments must give the same a second time", Exact);
    }

    private static void LeavesInputsAlone(Func<double[], double[], double[]> call, string member)
    {
        foreach (var before in new[] { OnGrid, OffGrid })
        {
            var values = (double[])before.Clone();
            double[] upstream = [1, -2, 3, 4];
            var result = call(values, upstream) ?? throw new SpecFailureException($"{member} must not return null.");
            Close.To(values, before, $"{member} must not write to its values", Exact);
            Close.To(upstream, [1, -2, 3, 4], $"{member} must not write to the upstream gradient", Exact);

            var kept = (double[])result.Clone();
            call([1.5, 1.5, 1.5, 1.5], [9, 9, 9, 9]);
            Close.To(result, kept, $"a later call of {member} must not write into the result of an earlier one", Exact);

            Array.Clear(result);
            var because = $"{member} must return an array of its own: clearing the result cleared";
            Close.To(values, before, $"{because} the values", Exact);
            Close.To(upstream, [1, -2, 3, 4], $"{because} the upstream gradient", Exact);
        }
    }
}
