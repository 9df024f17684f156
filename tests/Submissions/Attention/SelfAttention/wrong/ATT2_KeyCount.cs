// mistake: ATT2 scaled by the number of keys, not by the length of a query
// fails: Attend_scales_by_the_length_of_a_query
// rule: KATA1001
// at: scores[i, j] /= Math.Sqrt(seqK);
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        if (logits is null) throw new ArgumentNullException(nameof(logits));

        int n = logits.RowCount, m = logits.ColumnCount;
        var p = Matrix<double>.Build.Dense(n, m);
        for (int i = 0; i < n; i++)
        {
            double max = double.NegativeInfinity;
            bool anyNaN = false;
            for (int j = 0; j < m; j++)
            {
                if (double.IsNaN(logits[i, j])) anyNaN = true;
                if (logits[i, j] > max) max = logits[i, j];
            }

            if (double.IsNegativeInfinity(max) && !anyNaN) continue;

            double sum = 0;
            for (int j = 0; j < m; j++)
            {
                p[i, j] = Math.Exp(logits[i, j] - max);
                sum += p[i, j];
            }

            for (int j = 0; j < m; j++) p[i, j] /= sum;
        }

        return p;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        if (queries is null) throw new ArgumentNullException(nameof(queries));
        if (keys is null) throw new ArgumentNullException(nameof(keys));
        if (values is null) throw new ArgumentNullException(nameof(values));
        int seqQ = queries.RowCount, seqK = keys.RowCount, dk = queries.ColumnCount, dv = values.ColumnCount;
        if (keys.ColumnCount != dk) throw new ArgumentException("keys must be as long as queries", nameof(keys));
        if (values.RowCount != seqK) throw new ArgumentException("one value per key", nameof(values));
        if (mask is not null && (mask.GetLength(0) != seqQ || mask.GetLength(1) != seqK))
            throw new ArgumentException("mask must be seq_q x seq_k", nameof(mask));

        var scores = Matrix<double>.Build.Dense(seqQ, seqK);
        for (int i = 0; i < seqQ; i++)
        {
            for (int j = 0; j < seqK; j++)
            {
                double dot = 0;
                for (int c = 0; c < dk; c++) dot += queries[i, c] * keys[j, c];
                scores[i, j] = dot;
            }
        }

        for (int i = 0; i < seqQ; i++)
        {
            for (int j = 0; j < seqK; j++)
            {
                scores[i, j] /= Math.Sqrt(seqK);
                if (mask is not null && !mask[i, j]) scores[i, j] = double.NegativeInfinity;
            }
        }

        var weights = Softmax(scores);
        var output = Matrix<double>.Build.Dense(seqQ, dv);
        for (int i = 0; i < seqQ; i++)
        {
            for (int c = 0; c < dv; c++)
            {
                double sum = 0;
                for (int j = 0; j < seqK; j++) sum += weights[i, j] * values[j, c];
                output[i, c] = sum;
            }
        }

        return new AttentionResult(weights, output);
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
        if (x is null) throw new ArgumentNullException(nameof(x));
        int seq = x.RowCount, dModel = x.ColumnCount;
        foreach (var (w, name) in new[] { (wq, nameof(wq)), (wk, nameof(wk)), (wv, nameof(wv)), (wo, nameof(wo)) })
        {
            if (w is null) throw new ArgumentNullException(name);
            if (w.RowCount != dModel || w.ColumnCount != dModel) throw new ArgumentException("must be d_model x d_model", name);
        }

        if (heads < 1) throw new ArgumentOutOfRangeException(nameof(heads), heads, "at least one head");
        if (dModel % heads != 0) throw new ArgumentException("heads must divide d_model", nameof(heads));
        if (mask is not null && (mask.GetLength(0) != seq || mask.GetLength(1) != seq))
            throw new ArgumentException("mask must be seq x seq", nameof(mask));

        Matrix<double> q = x * wq, k = x * wk, v = x * wv;
        int dHead = dModel / heads;
        var concat = Matrix<double>.Build.Dense(seq, dModel);
        for (int h = 0; h < heads; h++)
        {
            int from = h * dHead;
            var qh = Matrix<double>.Build.Dense(seq, dHead);
            var kh = Matrix<double>.Build.Dense(seq, dHead);
            var vh = Matrix<double>.Build.Dense(seq, dHead);
            for (int t = 0; t < seq; t++)
            {
                for (int c = 0; c < dHead; c++)
                {
                    qh[t, c] = q[t, from + c];
                    kh[t, c] = k[t, from + c];
                    vh[t, c] = v[t, from + c];
                }
            }

            var head = Attend(qh, kh, vh, mask).Output;
            for (int t = 0; t < seq; t++)
            {
                for (int c = 0; c < dHead; c++) concat[t, from + c] = head[t, c];
            }
        }

        return concat * wo;
    }
}
