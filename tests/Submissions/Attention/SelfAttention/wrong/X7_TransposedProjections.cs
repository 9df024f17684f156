// mistake: X7 projections multiplied as if they were stored transposed (the layout of a linear layer in other frameworks)
// fails: Forward_of_a_single_token_is_its_value_projected
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var result = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
        int row = 0;
        while (row < logits.RowCount)
        {
            var taking = new List<int>();
            for (int column = 0; column < logits.ColumnCount; column++)
            {
                if (!double.IsNegativeInfinity(logits[row, column])) taking.Add(column);
            }

            var shares = Shares(taking.ConvertAll(column => logits[row, column]));
            bool spoilt = shares.Exists(double.IsNaN);
            for (int column = 0; column < logits.ColumnCount && spoilt; column++) result[row, column] = double.NaN;
            for (int t = 0; t < taking.Count; t++) result[row, taking[t]] = shares[t];
            row++;
        }

        return result;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.ColumnCount != queries.ColumnCount) throw new ArgumentException("keys do not match queries", nameof(keys));
        if (values.RowCount != keys.RowCount) throw new ArgumentException("values do not match keys", nameof(values));
        CheckMask(mask, queries.RowCount, keys.RowCount);
        var whole = new Window(0, queries.ColumnCount);
        var weights = Weights(queries, keys, whole, mask);
        return new AttentionResult(weights, Mix(weights, values, new Window(0, values.ColumnCount)));
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
        int model = x.ColumnCount;
        CheckProjection(wq, model, nameof(wq));
        CheckProjection(wk, model, nameof(wk));
        CheckProjection(wv, model, nameof(wv));
        CheckProjection(wo, model, nameof(wo));
        if (heads <= 0) throw new ArgumentOutOfRangeException(nameof(heads));
        var (size, rest) = Math.DivRem(model, heads);
        if (rest != 0) throw new ArgumentException("heads must divide the model width", nameof(heads));
        CheckMask(mask, x.RowCount, x.RowCount);

        var q = x.TransposeAndMultiply(wq);
        var k = x.TransposeAndMultiply(wk);
        var v = x.TransposeAndMultiply(wv);
        var joined = Matrix<double>.Build.Dense(x.RowCount, model);
        int head = 0;
        while (head < heads)
        {
            var window = new Window(head * size, size);
            joined.SetSubMatrix(0, window.Start, Mix(Weights(q, k, window, mask), v, window));
            head++;
        }

        return joined.TransposeAndMultiply(wo);
    }

    private sealed record Window(int Start, int Length)
    {
        public double Scale => Math.Sqrt(1.0 / Length);
    }

    private static Matrix<double> Weights(Matrix<double> q, Matrix<double> k, Window window, bool[,]? mask)
    {
        var weights = Matrix<double>.Build.Dense(q.RowCount, k.RowCount);
        for (int i = 0; i < q.RowCount; i++)
        {
            var visible = new List<int>();
            for (int j = 0; j < k.RowCount; j++)
            {
                if (mask is null || mask[i, j]) visible.Add(j);
            }

            var scores = new List<double>();
            foreach (int j in visible)
            {
                double dot = 0;
                int c = window.Start;
                while (c < window.Start + window.Length)
                {
                    dot += q[i, c] * k[j, c];
                    c++;
                }

                scores.Add(dot * window.Scale);
            }

            var shares = Shares(scores);
            for (int t = 0; t < visible.Count; t++) weights[i, visible[t]] = shares[t];
        }

        return weights;
    }

    private static Matrix<double> Mix(Matrix<double> weights, Matrix<double> v, Window window)
    {
        var mixed = Matrix<double>.Build.Dense(weights.RowCount, window.Length);
        for (int i = 0; i < weights.RowCount; i++)
        {
            for (int j = 0; j < weights.ColumnCount; j++)
            {
                if (weights[i, j] == 0) continue;
                for (int c = 0; c < window.Length; c++) mixed[i, c] += weights[i, j] * v[j, window.Start + c];
            }
        }

        return mixed;
    }

    private static List<double> Shares(List<double> scores)
    {
        if (scores.Count == 0) return scores;
        double max = scores.Max();
        var powers = scores.ConvertAll(s => Math.Exp(s - max));
        double sum = powers.Sum();
        return powers.ConvertAll(p => p / sum);
    }

    private static void CheckProjection(Matrix<double> w, int model, string name)
    {
        ArgumentNullException.ThrowIfNull(w, name);
        if (w.RowCount != model || w.ColumnCount != model) throw new ArgumentException("projection must be square", name);
    }

    private static void CheckMask(bool[,]? mask, int rows, int columns)
    {
        if (mask is not null && (mask.GetLength(0) != rows || mask.GetLength(1) != columns))
            throw new ArgumentException("mask has another shape", nameof(mask));
    }
}
