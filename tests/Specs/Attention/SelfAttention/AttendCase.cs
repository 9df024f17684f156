using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs;

/// <summary>One call of <see cref="Contracts.ISelfAttention.Attend"/>, generated: every axis has a length of its own.</summary>
/// <param name="Queries"><c>seq_q × d_k</c>.</param>
/// <param name="Keys"><c>seq_k × d_k</c>.</param>
/// <param name="Values"><c>seq_k × d_v</c>.</param>
/// <param name="Mask"><c>seq_q × seq_k</c>, or <see langword="null"/>.</param>
internal sealed record AttendCase(Matrix<double> Queries, Matrix<double> Keys, Matrix<double> Values, bool[,]? Mask)
{
    /// <summary>Calls of 1 to 5 queries, 1 to 5 keys, queries of 1 to 6 numbers and values of 1 to 4; two in three carry a mask.</summary>
    public static readonly Gen<AttendCase> Inputs =
        from lengths in Gen.Choose(1, 5).ArrayOf(2)
        from keyDimension in Gen.Choose(1, 6)
        from valueDimension in Gen.Choose(1, 4)
        from queries in AttentionSamples.Matrices(lengths[0], keyDimension)
        from keys in AttentionSamples.Matrices(lengths[1], keyDimension)
        from values in AttentionSamples.Matrices(lengths[1], valueDimension)
        from mask in AttentionSamples.Masks(lengths[0], lengths[1])
        select new AttendCase(queries, keys, values, mask);

    /// <summary>The same call with one query, or one key and its value, less.</summary>
    /// <returns>The smaller calls.</returns>
    public IEnumerable<AttendCase> Smaller()
    {
        var (queries, keys) = (Queries.RowCount, Keys.RowCount);
        if (queries > 1)
        {
            yield return this with { Queries = Queries.RemoveRow(queries - 1), Mask = AttentionSamples.Corner(Mask, queries - 1, keys) };
        }

        if (keys > 1)
        {
            yield return new AttendCase(
                Queries, Keys.RemoveRow(keys - 1), Values.RemoveRow(keys - 1), AttentionSamples.Corner(Mask, queries, keys - 1));
        }
    }

    /// <inheritdoc/>
    public override string ToString()
        => $"queries {AttentionSamples.Show(Queries)}, keys {AttentionSamples.Show(Keys)}, values {AttentionSamples.Show(Values)}, "
            + $"mask {AttentionSamples.Show(Mask)}";
}
