// mistake: ATT1 scaled by the model width after splitting heads, the scale comes out of a private method
// fails: Forward_scales_by_the_head_dimension
// rule: KATA1001
// at: private static Matrix<double> Scores(Matrix<double> q, Matrix<double> k, int width) => Scale(width) * (q * k.Transpose());
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        double[] normalisers = new double[logits.RowCount];
        for (int i = 0; i < normalisers.Length; i++)
        {
            normalisers[i] = LogSumExp(logits, i);
        }

        // exp(-inf - -inf) would be NaN where a row holds nothing: there the normaliser is replaced by 0.
        double Normaliser(int i) => normalisers[i] == double.NegativeInfinity ? 0 : normalisers[i];
        return logits.MapIndexed((i, _, z) => Math.Exp(z - Normaliser(i)), Zeros.Include);
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.ColumnCount != queries.ColumnCount)
        {
            throw new ArgumentException("Queries and keys must have one length.", nameof(keys));
        }

        if (values.RowCount != keys.RowCount)
        {
            throw new ArgumentException("Keys and values come in pairs.", nameof(values));
        }

        RequireMask(mask, queries.RowCount, keys.RowCount);
        Matrix<double> weights = Softmax(Scores(queries, keys, queries.ColumnCount) + Bias(mask, queries.RowCount, keys.RowCount));
        return new AttentionResult(weights, weights * values);
    }

    public static Matrix<double> Forward(
        Matrix<double> x,
        Matrix<double> wq,
        Matrix<double> wk,
        Matrix<double> wv,
        Matrix<double> wo,
        int heads,
        bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequireProjection(wq, x.ColumnCount, nameof(wq));
        RequireProjection(wk, x.ColumnCount, nameof(wk));
        RequireProjection(wv, x.ColumnCount, nameof(wv));
        RequireProjection(wo, x.ColumnCount, nameof(wo));
        if (heads <= 0 || x.ColumnCount % heads != 0)
        {
            throw new ArgumentException($"{heads} heads do not split {x.ColumnCount} columns.", nameof(heads));
        }

        RequireMask(mask, x.RowCount, x.RowCount);
        int length = x.ColumnCount / heads;
        Matrix<double> bias = Bias(mask, x.RowCount, x.RowCount);
        Matrix<double> output = Matrix<double>.Build.Dense(x.RowCount, 0);
        for (int start = 0; start < x.ColumnCount; start += length)
        {
            Matrix<double> q = Columns(x * wq, start, length);
            Matrix<double> k = Columns(x * wk, start, length);
            Matrix<double> v = Columns(x * wv, start, length);
            output = output.Append(Softmax(Scores(q, k, x.ColumnCount) + bias) * v);
        }

        return output * wo;
    }

    private static double LogSumExp(Matrix<double> logits, int row)
    {
        double max = double.NegativeInfinity;
        for (int j = 0; j < logits.ColumnCount; j++)
        {
            max = Math.Max(max, logits[row, j]);
        }

        if (double.IsInfinity(max))
        {
            // Nothing takes part, or +inf, whose softmax is NaN.
            return max > 0 ? double.NaN : max;
        }

        double sum = 0;
        for (int j = 0; j < logits.ColumnCount; j++)
        {
            sum += Math.Exp(logits[row, j] - max);
        }

        return max + Math.Log(sum);
    }

    private static Matrix<double> Scores(Matrix<double> q, Matrix<double> k, int width) => Scale(width) * (q * k.Transpose());

    private static double Scale(int length) => 1 / Math.Sqrt(length);

    private static Matrix<double> Bias(bool[,]? mask, int rows, int columns)
        => Matrix<double>.Build.Dense(rows, columns, (i, j) => mask is null || mask[i, j] ? 0 : double.NegativeInfinity);

    private static Matrix<double> Columns(Matrix<double> matrix, int start, int length)
        => matrix.SubMatrix(0, matrix.RowCount, start, length);

    private static void RequireProjection(Matrix<double> w, int size, string name)
    {
        ArgumentNullException.ThrowIfNull(w, name);
        if (w.RowCount != size || w.ColumnCount != size)
        {
            throw new ArgumentException($"{name} must be {size} by {size}.", name);
        }
    }

    private static void RequireMask(bool[,]? mask, int rows, int columns)
    {
        if (mask is null)
        {
            return;
        }

        if (mask.GetLength(0) != rows || mask.GetLength(1) != columns)
        {
            throw new ArgumentException($"The mask must be {rows} by {columns}.", nameof(mask));
        }
    }
}
