// mistake: ATT3 the scale is applied twice: to the queries, and again to the scores
// fails: Attend_scales_by_the_length_of_a_query
// rule: KATA1001
// at: var weights = Softmax(Masked(scaled * keys.Transpose() / Math.Sqrt(keys.ColumnCount), mask));
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var result = logits.Clone();
        for (int r = 0; r < result.RowCount; r++)
        {
            double peak = double.NegativeInfinity;
            for (int c = 0; c < result.ColumnCount; c++)
                peak = Math.Max(peak, result[r, c]);
            if (double.IsNegativeInfinity(peak))
                peak = 0;
            double sum = 0;
            for (int c = 0; c < result.ColumnCount; c++)
            {
                double e = Math.Exp(result[r, c] - peak);
                result[r, c] = e;
                sum += e;
            }

            if (sum == 0)
                continue;
            double inverse = 1 / sum;
            for (int c = 0; c < result.ColumnCount; c++)
                result[r, c] *= inverse;
        }

        return result;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.ColumnCount != queries.ColumnCount) throw Misfit(nameof(keys));
        if (values.RowCount != keys.RowCount) throw Misfit(nameof(values));
        if (Misfits(mask, queries.RowCount, keys.RowCount)) throw Misfit(nameof(mask));

        var scaled = queries * Math.Pow(queries.ColumnCount, -0.5);
        var weights = Softmax(Masked(scaled * keys.Transpose() / Math.Sqrt(keys.ColumnCount), mask));
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
        ArgumentNullException.ThrowIfNull(wq);
        ArgumentNullException.ThrowIfNull(wk);
        ArgumentNullException.ThrowIfNull(wv);
        ArgumentNullException.ThrowIfNull(wo);
        int model = x.ColumnCount;
        if (wq.RowCount != model || wq.ColumnCount != model) throw Misfit(nameof(wq));
        if (wk.RowCount != model || wk.ColumnCount != model) throw Misfit(nameof(wk));
        if (wv.RowCount != model || wv.ColumnCount != model) throw Misfit(nameof(wv));
        if (wo.RowCount != model || wo.ColumnCount != model) throw Misfit(nameof(wo));
        if (heads <= 0 || model % heads != 0) throw Misfit(nameof(heads));
        if (Misfits(mask, x.RowCount, x.RowCount)) throw Misfit(nameof(mask));

        int dim = model / heads;
        var q = x * wq * Math.Pow(dim, -0.5);
        var kT = (x * wk).Transpose();
        var v = x * wv;
        var context = Matrix<double>.Build.Dense(x.RowCount, model);
        for (int h = 0; h < heads; h++)
        {
            int at = h * dim;
            var scores = q.SubMatrix(0, x.RowCount, at, dim) * kT.SubMatrix(at, dim, 0, x.RowCount);
            context.SetSubMatrix(0, at, Softmax(Masked(scores, mask)) * v.SubMatrix(0, x.RowCount, at, dim));
        }

        return context * wo;
    }

    private static Matrix<double> Masked(Matrix<double> scores, bool[,]? mask)
        => mask is null ? scores : scores.MapIndexed((i, j, s) => mask[i, j] ? s : double.NegativeInfinity, Zeros.Include);

    private static bool Misfits(bool[,]? mask, int rows, int columns)
        => mask is not null && (mask.GetLength(0) != rows || mask.GetLength(1) != columns);

    private static ArgumentException Misfit(string parameter) => new("Does not fit the other arguments.", parameter);
}
