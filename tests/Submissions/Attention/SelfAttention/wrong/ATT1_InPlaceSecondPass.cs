// mistake: ATT1 scaled by the model width after splitting heads, in a second pass over the stored scores
// fails: Forward_scales_by_the_head_dimension
// rule: KATA1001
// at: s[i, j] /= Math.Sqrt(d);
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        double[,] a = logits.ToArray();
        NormaliseRows(a);
        return Matrix<double>.Build.DenseOfArray(a);
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.ColumnCount != queries.ColumnCount)
            throw new ArgumentException("length of a key", nameof(keys));
        if (values.RowCount != keys.RowCount)
            throw new ArgumentException("number of values", nameof(values));
        if (mask != null && (mask.GetLength(0) != queries.RowCount || mask.GetLength(1) != keys.RowCount))
            throw new ArgumentException("shape of the mask", nameof(mask));

        double[,] scores = (queries * keys.Transpose()).ToArray();
        double divisor = Math.Sqrt(keys.ColumnCount);
        for (int i = 0; i < scores.GetLength(0); i++)
            for (int j = 0; j < scores.GetLength(1); j++)
                scores[i, j] = mask == null || mask[i, j] ? scores[i, j] / divisor : double.NegativeInfinity;
        NormaliseRows(scores);
        var weights = Matrix<double>.Build.DenseOfArray(scores);
        return new AttentionResult(weights, weights * values);
    }

    public static Matrix<double> Forward(
        Matrix<double> x, Matrix<double> wq, Matrix<double> wk, Matrix<double> wv, Matrix<double> wo, int heads, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        int n = x.RowCount;
        int d = x.ColumnCount;
        RequireSize(wq, d, nameof(wq));
        RequireSize(wk, d, nameof(wk));
        RequireSize(wv, d, nameof(wv));
        RequireSize(wo, d, nameof(wo));
        if (heads <= 0 || d % heads != 0)
            throw new ArgumentException("number of heads", nameof(heads));
        if (mask != null && (mask.GetLength(0) != n || mask.GetLength(1) != n))
            throw new ArgumentException("shape of the mask", nameof(mask));

        double[,] q = (x * wq).ToArray(), k = (x * wk).ToArray(), v = (x * wv).ToArray();
        double[,] joined = new double[n, d];
        int hd = d / heads;
        for (int o = 0; o < d; o += hd)
        {
            double[,] s = new double[n, n];
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    for (int c = o; c < o + hd; c++)
                        s[i, j] += q[i, c] * k[j, c];

            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    s[i, j] /= Math.Sqrt(d);

            if (mask != null)
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                        if (!mask[i, j])
                            s[i, j] = double.NegativeInfinity;
            }

            NormaliseRows(s);
            for (int i = 0; i < n; i++)
                for (int c = o; c < o + hd; c++)
                    for (int j = 0; j < n; j++)
                        joined[i, c] += s[i, j] * v[j, c];
        }

        return Matrix<double>.Build.DenseOfArray(joined) * wo;
    }

    private static void RequireSize(Matrix<double> w, int d, string name)
    {
        ArgumentNullException.ThrowIfNull(w, name);
        if (w.RowCount != d || w.ColumnCount != d)
            throw new ArgumentException("size of a projection", name);
    }

    private static void NormaliseRows(double[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        for (int i = 0; i < n; i++)
        {
            double max = double.NegativeInfinity;
            for (int j = 0; j < m; j++)
                max = Math.Max(max, a[i, j]);

            double sum = 0;
            for (int j = 0; j < m; j++)
            {
                a[i, j] = max == double.NegativeInfinity ? 0 : Math.Exp(a[i, j] - max);
                sum += a[i, j];
            }

            for (int j = 0; j < m && sum != 0; j++)
                a[i, j] /= sum;
        }
    }
}
