// mistake: X29 Forward reads a mask of another shape as far as it goes
// fails: Forward_rejects_a_mask_of_another_shape
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var p = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
        for (int i = 0; i < logits.RowCount; i++)
        {
            double[] row = logits.Row(i).ToArray();
            WriteSoftmax(row);
            for (int j = 0; j < row.Length; j++)
            {
                p[i, j] = row[j];
            }
        }

        return p;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (queries.ColumnCount != keys.ColumnCount) throw new ArgumentException("d_k differs", nameof(keys));
        if (keys.RowCount != values.RowCount) throw new ArgumentException("seq_k differs", nameof(values));
        if (mask is not null && (mask.GetLength(0) != queries.RowCount || mask.GetLength(1) != keys.RowCount))
            throw new ArgumentException("not seq_q x seq_k", nameof(mask));

        var keysT = keys.Transpose();
        var weights = Matrix<double>.Build.Dense(queries.RowCount, keysT.ColumnCount);
        for (int i = 0; i < queries.RowCount; i++)
        {
            var row = (keysT.LeftMultiply(queries.Row(i)) / Math.Sqrt(keysT.RowCount)).ToArray();
            for (int j = 0; j < row.Length; j++)
            {
                if (mask is not null && !mask[i, j]) row[j] = double.NegativeInfinity;
            }

            WriteSoftmax(row);
            weights.SetRow(i, row);
        }

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
        int seq = x.RowCount;
        int d = x.ColumnCount;
        Check(wq, nameof(wq));
        Check(wk, nameof(wk));
        Check(wv, nameof(wv));
        Check(wo, nameof(wo));
        if (heads < 1 || d % heads > 0) throw new ArgumentException("d_model must be a multiple of heads", nameof(heads));

        var (q, k, v) = (x * wq, x * wk, x * wv);
        int hd = d / heads;
        var context = Matrix<double>.Build.Dense(seq, d);
        for (int h = 0; h < heads; h++)
        {
            int off = h * hd;
            for (int i = 0; i < seq; i++)
            {
                var row = new double[seq];
                for (int j = 0; j < seq; j++)
                {
                    double s = 0;
                    for (int c = 0; c < hd; c++) s += q[i, off + c] * k[j, off + c];
                    s /= Math.Sqrt(d / heads);
                    row[j] = mask is null || mask[i, j] ? s : double.NegativeInfinity;
                }

                WriteSoftmax(row);
                for (int c = 0; c < hd; c++)
                {
                    double sum = 0;
                    for (int j = 0; j < seq; j++) sum += row[j] * v[j, off + c];
                    context[i, off + c] = sum;
                }
            }
        }

        return context * wo;

        void Check(Matrix<double> w, string name)
        {
            ArgumentNullException.ThrowIfNull(w, name);
            if (w.RowCount != d || w.ColumnCount != d) throw new ArgumentException("not d_model x d_model", name);
        }
    }

    private static void WriteSoftmax(double[] row)
    {
        double max = double.NegativeInfinity;
        for (int j = 0; j < row.Length; j++)
        {
            if (row[j] > max || double.IsNaN(row[j])) max = row[j];
        }

        if (max == double.NegativeInfinity)
        {
            Array.Fill(row, 0);
            return;
        }

        double sum = 0;
        for (int j = 0; j < row.Length; j++) sum += row[j] = Math.Exp(row[j] - max);
        for (int j = 0; j < row.Length; j++) row[j] = row[j] / sum;
    }
}
