using FsCheck;
using FsCheck.Fluent;

namespace KataKit.Specs;

/// <summary>A forward and a backward call that belong together.</summary>
/// <param name="Call">The forward call.</param>
/// <param name="Upstream">An upstream gradient, of the output's shape.</param>
internal sealed record GradientCase(PoolingCase Call, double[,,] Upstream)
{
    /// <summary>Inputs with many equal maxima.</summary>
    public static readonly Gen<GradientCase> WithTies = Of(PoolingCase.WithTies);

    /// <summary>Inputs without equal values, where the gradient of the loss is defined.</summary>
    public static readonly Gen<GradientCase> Distinct = Of(PoolingCase.Distinct);

    /// <summary>Smaller forward calls, the upstream gradient cut to the outputs that they still have.</summary>
    /// <returns>The smaller cases.</returns>
    public IEnumerable<GradientCase> Smaller()
        => Call.Smaller().Select(smaller =>
        {
            var output = PoolingOracle.Argmax(smaller);
            return new GradientCase(
                smaller,
                PoolingSamples.Fill(output.GetLength(0), output.GetLength(1), output.GetLength(2), (c, i, j) => Upstream[c, i, j]));
        });

    /// <inheritdoc/>
    public override string ToString() => $"{Call}, upstream {PoolingSamples.Show(Upstream)}";

    private static Gen<GradientCase> Of(Gen<PoolingCase> calls)
        => from call in calls
           from upstream in call.Upstreams()
           select new GradientCase(call, upstream);
}
