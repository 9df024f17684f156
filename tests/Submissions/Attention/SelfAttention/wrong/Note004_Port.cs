// mistake: Note004 the interview note's layer: scaled by the embedding size after the head split, one head_dim x head_dim projection shared by all heads, closed keys filled with -1e20
// zh: 面试笔记里的那一层：分头之后仍按嵌入维度缩放，所有头共用一个 head_dim x head_dim 的投影，被遮住的键填 -1e20
// fails: Forward_scales_by_the_head_dimension
// rule: KATA1001
// at: scaled[q, k] = energy[h, q, k]
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var attention = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
        for (int q = 0; q < logits.RowCount; q++)
        {
            double max = double.NegativeInfinity;
            for (int k = 0; k < logits.ColumnCount; k++)
                max = Math.Max(max, logits[q, k]);
            if (double.IsNegativeInfinity(max))
                continue;

            double sum = 0;
            for (int k = 0; k < logits.ColumnCount; k++)
            {
                attention[q, k] = Math.Exp(logits[q, k] - max);
                sum += attention[q, k];
            }

            for (int k = 0; k < logits.ColumnCount; k++)
                attention[q, k] /= sum;
        }

        return attention;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.ColumnCount != queries.ColumnCount)
            throw new ArgumentException("Keys and queries need one embedding size", nameof(keys));
        if (values.RowCount != keys.RowCount)
            throw new ArgumentException("Values and keys need one length", nameof(values));
        CheckMask(mask, queries.RowCount, keys.RowCount);

        var energy = queries * keys.Transpose();
        if (mask != null)
            energy.MapIndexedInplace((q, k, e) => mask[q, k] ? e : -1e20, Zeros.Include);
        var attention = Softmax(energy / Math.Pow(queries.ColumnCount, 1.0 / 2));
        return new AttentionResult(attention, attention * values);
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
        int embedSize = x.ColumnCount;
        CheckProjection(wq, embedSize, nameof(wq));
        CheckProjection(wk, embedSize, nameof(wk));
        CheckProjection(wv, embedSize, nameof(wv));
        CheckProjection(wo, embedSize, nameof(wo));
        if (heads <= 0)
            throw new ArgumentException("There must be at least one head", nameof(heads));
        int headDim = embedSize / heads;
        if (headDim * heads != embedSize)
            throw new ArgumentException("Embedding size needs to be divisible by heads", nameof(heads));
        int length = x.RowCount;
        CheckMask(mask, length, length);

        // Split the embedding into heads pieces.
        double[,,] pieces = new double[length, heads, headDim];
        for (int n = 0; n < length; n++)
            for (int h = 0; h < heads; h++)
                for (int d = 0; d < headDim; d++)
                    pieces[n, h, d] = x[n, h * headDim + d];

        double[,,] values = Linear(pieces, wv);
        double[,,] keys = Linear(pieces, wk);
        double[,,] queries = Linear(pieces, wq);

        // nqhd,nkhd->nhqk
        double[,,] energy = new double[heads, length, length];
        for (int h = 0; h < heads; h++)
            for (int q = 0; q < length; q++)
                for (int k = 0; k < length; k++)
                    for (int d = 0; d < headDim; d++)
                        energy[h, q, k] += queries[q, h, d] * keys[k, h, d];

        if (mask != null)
        {
            for (int h = 0; h < heads; h++)
                for (int q = 0; q < length; q++)
                    for (int k = 0; k < length; k++)
                        if (!mask[q, k])
                            energy[h, q, k] = -1e20;
        }

        // nhql,nlhd->nqhd, heads joined
        var joined = Matrix<double>.Build.Dense(length, heads * headDim);
        for (int h = 0; h < heads; h++)
        {
            var scaled = Matrix<double>.Build.Dense(length, length);
            for (int q = 0; q < length; q++)
                for (int k = 0; k < length; k++)
                    scaled[q, k] = energy[h, q, k] / Math.Pow(embedSize, 1.0 / 2);

            var attention = Softmax(scaled);
            for (int q = 0; q < length; q++)
                for (int l = 0; l < length; l++)
                    for (int d = 0; d < headDim; d++)
                        joined[q, h * headDim + d] += attention[q, l] * values[l, h, d];
        }

        return joined * wo;
    }

    // One head_dim x head_dim layer for all heads: the upper left block of the projection.
    private static double[,,] Linear(double[,,] pieces, Matrix<double> weight)
    {
        int length = pieces.GetLength(0), heads = pieces.GetLength(1), headDim = pieces.GetLength(2);
        double[,,] result = new double[length, heads, headDim];
        for (int n = 0; n < length; n++)
            for (int h = 0; h < heads; h++)
                for (int o = 0; o < headDim; o++)
                    for (int i = 0; i < headDim; i++)
                        result[n, h, o] += pieces[n, h, i] * weight[i, o];
        return result;
    }

    private static void CheckProjection(Matrix<double> weight, int embedSize, string name)
    {
        ArgumentNullException.ThrowIfNull(weight, name);
        if (weight.RowCount != embedSize || weight.ColumnCount != embedSize)
            throw new ArgumentException("A projection must be embed_size x embed_size", name);
    }

    private static void CheckMask(bool[,]? mask, int queryLength, int keyLength)
    {
        if (mask != null && (mask.GetLength(0) != queryLength || mask.GetLength(1) != keyLength))
            throw new ArgumentException("The mask must be query_len x key_len", nameof(mask));
    }
}
