using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs;

/// <summary>One call of <see cref="Contracts.ISelfAttention.Forward"/>, generated.</summary>
/// <param name="X"><c>seq × d_model</c>.</param>
/// <param name="Wq"><c>d_model × d_model</c>.</param>
/// <param name="Wk"><c>d_model × d_model</c>.</param>
/// <param name="Wv"><c>d_model × d_model</c>.</param>
/// <param name="Wo"><c>d_model × d_model</c>.</param>
/// <param name="Heads">A divisor of <c>d_model</c>.</param>
/// <param name="Mask"><c>seq × seq</c>, or <see langword="null"/>.</param>
internal sealed record ForwardCase(
    Matrix<double> X, Matrix<double> Wq, Matrix<double> Wk, Matrix<double> Wv, Matrix<double> Wo, int Heads, bool[,]? Mask)
{
    /// <summary>Calls of 1 to 5 tokens and 1 to 3 heads of 1 to 3 columns; two in three carry a mask.</summary>
    public static readonly Gen<ForwardCase> Inputs =
        from tokens in Gen.Choose(1, 5)
        from heads in Gen.Choose(1, 3)
        from headDimension in Gen.Choose(1, 3)
        from sample in Of(tokens, heads, headDimension)
        select sample;

    /// <summary>The number of columns of one head.</summary>
    public int HeadDimension => X.ColumnCount / Heads;

    /// <summary>The sizes alone, for a property that breaks whatever the numbers are.</summary>
    public string Sizes => $"{X.RowCount} tokens and {Heads} head(s) of {HeadDimension} column(s), filled with any numbers";

    /// <summary>Calls of a given size.</summary>
    /// <param name="tokens">The length of the sequence.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="headDimension">The number of columns of one head.</param>
    /// <returns>The generator.</returns>
    public static Gen<ForwardCase> Of(int tokens, int heads, int headDimension)
        => from x in AttentionSamples.Matrices(tokens, heads * headDimension)
           from weights in AttentionSamples.Matrices(heads * headDimension, heads * headDimension).ArrayOf(4)
           from mask in AttentionSamples.Masks(tokens, tokens)
           select new ForwardCase(x, weights[0], weights[1], weights[2], weights[3], heads, mask);

    /// <summary>The same call with the last token or the last head's columns left out.</summary>
    /// <returns>The smaller calls.</returns>
    public IEnumerable<ForwardCase> Smaller()
    {
        var (tokens, width) = (X.RowCount, X.ColumnCount - HeadDimension);
        if (tokens > 1)
        {
            yield return this with { X = X.RemoveRow(tokens - 1), Mask = AttentionSamples.Corner(Mask, tokens - 1, tokens - 1) };
        }

        if (Heads > 1)
        {
            Matrix<double> Cut(Matrix<double> projection) => projection.SubMatrix(0, width, 0, width);
            yield return new ForwardCase(X.SubMatrix(0, tokens, 0, width), Cut(Wq), Cut(Wk), Cut(Wv), Cut(Wo), Heads - 1, Mask);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
        => $"{Heads} head(s), x {AttentionSamples.Show(X)}, wq {AttentionSamples.Show(Wq)}, wk {AttentionSamples.Show(Wk)}, "
            + $"wv {AttentionSamples.Show(Wv)}, wo {AttentionSamples.Show(Wo)}, mask {AttentionSamples.Show(Mask)}";
}
