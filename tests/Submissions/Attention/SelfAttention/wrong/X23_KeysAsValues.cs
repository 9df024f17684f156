// mistake: X23 values are projected with wk: copied line, one letter not changed
// fails: Forward_of_a_single_token_is_its_value_projected
// rule: KATA0011
// at: Matrix<double> wv,
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var result = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
        for (var i = 0; i < logits.RowCount; i++)
        {
            var running = new Running();
            for (var j = 0; j < logits.ColumnCount; j++)
            {
                running.Add(logits[i, j]);
            }

            for (var j = 0; j < logits.ColumnCount; j++)
            {
                result[i, j] = running.Share(logits[i, j]);
            }
        }

        return result;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        Guard(keys.ColumnCount != queries.ColumnCount, "keys", "one key must be as long as one query");
        Guard(values.RowCount != keys.RowCount, "values", "one value for each key");
        Guard(!Covers(mask, queries.RowCount, keys.RowCount), "mask", "one entry for each query and key");

        var weights = Matrix<double>.Build.Dense(queries.RowCount, keys.RowCount);
        var output = Matrix<double>.Build.Dense(queries.RowCount, values.ColumnCount);
        for (var i = 0; i < queries.RowCount; i++)
        {
            var query = queries.Row(i);
            var running = new Running();
            var scores = new double[keys.RowCount];
            var mixed = Vector<double>.Build.Dense(values.ColumnCount);
            for (var j = 0; j < keys.RowCount; j++)
            {
                scores[j] = mask is null || mask[i, j]
                    ? query.DotProduct(keys.Row(j)) / Math.Sqrt(query.Count)
                    : double.NegativeInfinity;
                if (double.IsNegativeInfinity(scores[j]))
                {
                    continue;
                }

                // What was summed so far was relative to the old maximum.
                var shrink = running.Add(scores[j]);
                mixed = (mixed * shrink) + (values.Row(j) * running.Power(scores[j]));
            }

            for (var j = 0; j < keys.RowCount; j++)
            {
                weights[i, j] = running.Share(scores[j]);
            }

            if (running.Sum > 0)
            {
                output.SetRow(i, mixed / running.Sum);
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
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(wq);
        ArgumentNullException.ThrowIfNull(wk);
        ArgumentNullException.ThrowIfNull(wv);
        ArgumentNullException.ThrowIfNull(wo);
        bool Misshapen(Matrix<double> w) => w.RowCount != x.ColumnCount || w.ColumnCount != x.ColumnCount;
        Guard(Misshapen(wq), "wq", "must be d_model x d_model");
        Guard(Misshapen(wk), "wk", "must be d_model x d_model");
        Guard(Misshapen(wv), "wv", "must be d_model x d_model");
        Guard(Misshapen(wo), "wo", "must be d_model x d_model");
        Guard(heads < 1 || x.ColumnCount % heads != 0, "heads", "must be a divisor of d_model");
        Guard(!Covers(mask, x.RowCount, x.RowCount), "mask", "one entry for each pair of tokens");

        var step = x.ColumnCount / heads;
        Matrix<double>[] Split(Matrix<double> projected)
            => [.. Enumerable.Range(0, heads).Select(h => projected.SubMatrix(0, projected.RowCount, h * step, step))];
        var (q, k, v) = (Split(x * wq), Split(x * wk), Split(x * wk));
        var outputs = new Matrix<double>[1, heads];
        Parallel.For(0, heads, h => outputs[0, h] = Attend(q[h], k[h], v[h], mask).Output);
        return Matrix<double>.Build.DenseOfMatrixArray(outputs) * wo;
    }

    private static bool Covers(bool[,]? mask, int rows, int columns)
        => mask is null || (mask.GetLength(0) == rows && mask.GetLength(1) == columns);

    private static void Guard(bool broken, string parameter, string rule)
    {
        if (broken)
        {
            throw new ArgumentException(rule, parameter);
        }
    }

    private sealed class Running
    {
        private double maximum = double.NegativeInfinity;

        public double Sum { get; private set; }

        public double Add(double score)
        {
            if (double.IsNegativeInfinity(score))
            {
                return 1;
            }

            var higher = Math.Max(maximum, score);
            var shrink = double.IsNegativeInfinity(maximum) ? 0 : Math.Exp(maximum - higher);
            Sum = double.IsNegativeInfinity(maximum) ? Math.Exp(score - higher) : (Sum * shrink) + Math.Exp(score - higher);
            maximum = higher;
            return shrink;
        }

        public double Power(double score) => Math.Exp(score - maximum);

        public double Share(double score) => double.IsNegativeInfinity(maximum) ? 0 : Power(score) / Sum;
    }
}
