using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Specs;

/// <summary>
/// Attention written as sums over indices, straight from the formula and unlike any answer one would hand in: no product of a library,
/// no maximum taken off, no normalising pass. Fit for logits of order 1 to 100, slow, and easy to check by eye.
/// </summary>
internal static class AttentionOracle
{
    /// <summary>
    /// Attention weights from <c>wᵢⱼ = 1 / Σₗ exp(sᵢₗ − sᵢⱼ)</c>, the sum over the keys that query i may attend to: softmax with the
    /// numerator divided out.
    /// </summary>
    /// <param name="queries"><c>seq_q × d_k</c>.</param>
    /// <param name="keys"><c>seq_k × d_k</c>.</param>
    /// <param name="mask"><c>seq_q × seq_k</c>, or <see langword="null"/>.</param>
    /// <returns><c>seq_q × seq_k</c>.</returns>
    public static Matrix<double> Weights(Matrix<double> queries, Matrix<double> keys, bool[,]? mask)
    {
        var scores = Product(queries, keys.Transpose()) / Math.Sqrt(queries.ColumnCount);

        bool Open(int i, int j) => mask is null || mask[i, j];

        double Weight(int i, int j)
        {
            var sum = 0.0;
            for (var l = 0; l < keys.RowCount; l++)
            {
                sum += Open(i, l) ? Math.Exp(scores[i, l] - scores[i, j]) : 0;
            }

            return 1 / sum;
        }

        return Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount, (i, j) => Open(i, j) ? Weight(i, j) : 0);
    }

    /// <summary>Attention output <c>oᵢc = Σⱼ wᵢⱼ vⱼc</c>.</summary>
    /// <param name="queries"><c>seq_q × d_k</c>.</param>
    /// <param name="keys"><c>seq_k × d_k</c>.</param>
    /// <param name="values"><c>seq_k × d_v</c>.</param>
    /// <param name="mask"><c>seq_q × seq_k</c>, or <see langword="null"/>.</param>
    /// <returns><c>seq_q × d_v</c>.</returns>
    public static Matrix<double> Output(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask)
        => Product(Weights(queries, keys, mask), values);

    /// <summary>Multi-head attention: every entry of the joined heads looked up by its column's head.</summary>
    /// <param name="case">The arguments of <see cref="Contracts.ISelfAttention.Forward"/>.</param>
    /// <returns><c>seq × d_model</c>.</returns>
    public static Matrix<double> Forward(ForwardCase @case)
    {
        var (queries, keys, values) = (Product(@case.X, @case.Wq), Product(@case.X, @case.Wk), Product(@case.X, @case.Wv));
        var width = @case.X.ColumnCount / @case.Heads;
        var heads = Enumerable.Range(0, @case.Heads)
            .Select(head => Output(Block(queries, head, width), Block(keys, head, width), Block(values, head, width), @case.Mask))
            .ToList();
        var joined = Matrix<double>.Build.Dense(@case.X.RowCount, @case.X.ColumnCount, (i, c) => heads[c / width][i, c % width]);
        return Product(joined, @case.Wo);
    }

    /// <summary>The matrix product as a sum for each entry.</summary>
    /// <param name="left"><c>n × k</c>.</param>
    /// <param name="right"><c>k × m</c>.</param>
    /// <returns><c>n × m</c>.</returns>
    public static Matrix<double> Product(Matrix<double> left, Matrix<double> right)
    {
        double Entry(int i, int j)
        {
            var sum = 0.0;
            for (var c = 0; c < left.ColumnCount; c++)
            {
                sum += left[i, c] * right[c, j];
            }

            return sum;
        }

        return Matrix<double>.Build.Dense(left.RowCount, right.ColumnCount, Entry);
    }

    private static Matrix<double> Block(Matrix<double> projected, int head, int width)
        => Matrix<double>.Build.Dense(projected.RowCount, width, (i, c) => projected[i, (head * width) + c]);
}
