using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using static KataKit.Specs.Checking.Matrices;

namespace KataKit.Specs;

/// <summary>Generated data whose axes and variances are known: neighbouring variances are equal, or the next is at most 0.8 of the last.</summary>
/// <param name="Samples">The number of rows, at least 2; it may be smaller than the number of features.</param>
/// <param name="Offsets">The mean of each feature.</param>
/// <param name="Mirrors">Two vectors that make the axes, see <see cref="PcaSamples.Reflections"/>.</param>
/// <param name="Spectrum">The variances, largest first.</param>
/// <param name="Components">How many components to fit.</param>
internal sealed record PcaCase(int Samples, double[] Offsets, double[][] Mirrors, double[] Spectrum, int Components)
{
    private static readonly double[] Falls = [1, 0.8, 0.5, 0.5, 0.1];

    /// <summary>Data of 1 to 6 features and 2 to 9 samples.</summary>
    public static readonly Gen<PcaCase> Inputs =
        from features in Gen.Choose(1, 6)
        from samples in Gen.Choose(2, 9)
        from offsets in Gen.Choose(-40, 40).ArrayOf(features)
        from mirrors in Gen.Choose(-4, 4).ArrayOf(features).ArrayOf(2)
        from largest in Gen.Elements(0.05, 1, 40)
        from falls in Gen.Elements(Falls).ArrayOf(features)
        from components in Gen.Choose(1, features)
        select new PcaCase(
            samples,
            [.. offsets.Select(offset => (double)offset)],
            [.. mirrors.Select(mirror => mirror.Select(entry => (double)entry).ToArray())],
            SpectrumOf(largest, falls, samples - 1),
            components);

    /// <summary>The number of columns.</summary>
    public int Features => Spectrum.Length;

    /// <summary>The axes as rows, that of largest variance first.</summary>
    public Matrix<double> Axes => PcaSamples.Reflections(Features, Mirrors);

    /// <summary>The covariance that the data have but for rounding.</summary>
    public Matrix<double> Covariance => PcaSamples.CovarianceOf(Axes, Spectrum);

    /// <summary>The data, a new matrix each time.</summary>
    public Matrix<double> X => PcaSamples.Data(Samples, Entries(Offsets), Axes, Spectrum);

    /// <summary>The same data with one feature less, about the origin, or with axes that are the features.</summary>
    /// <returns>Simpler cases.</returns>
    public IEnumerable<PcaCase> Simpler()
    {
        if (Features > 1)
        {
            yield return this with { Spectrum = Spectrum[..^1], Offsets = Offsets[..^1], Components = Math.Min(Components, Features - 1) };
        }

        if (Offsets.Any(offset => offset != 0))
        {
            yield return this with { Offsets = new double[Features] };
        }

        if (Mirrors.Length > 0)
        {
            yield return this with { Mirrors = Mirrors[1..] };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"x = {Show(X)} and {Components} components";

    /// <summary>Variances that fall by the given factors; of a rank that the samples allow.</summary>
    private static double[] SpectrumOf(double largest, double[] falls, int rank)
    {
        var spectrum = new double[falls.Length];
        for (var i = 0; i < Math.Min(rank, spectrum.Length); i++)
        {
            spectrum[i] = i == 0 ? largest : spectrum[i - 1] * falls[i];
        }

        return spectrum;
    }
}
