// mistake: ATT1 scaled by the model width after splitting heads, jagged arrays and a local function that captures the width
// zh: 分头之后仍按模型宽度缩放，用的是交错数组和捕获了该宽度的局部函数
// fails: Forward_scales_by_the_head_dimension
// rule: KATA1001
// at: return dot / Math.Sqrt(width);
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        double[][] rows = logits.ToRowArrays();
        foreach (double[] row in rows)
        {
            SoftmaxInPlace(row);
        }

        return ToMatrix(rows, logits.ColumnCount);
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.ColumnCount != queries.ColumnCount)
        {
            throw new ArgumentException("A key must be as long as a query.", nameof(keys));
        }

        if (values.RowCount != keys.RowCount)
        {
            throw new ArgumentException("There must be as many values as keys.", nameof(values));
        }

        if (mask is not null && (mask.GetLength(0), mask.GetLength(1)) != (queries.RowCount, keys.RowCount))
        {
            throw new ArgumentException("The mask does not fit the queries and keys.", nameof(mask));
        }

        var (weights, output) = AttendRows(queries.ToRowArrays(), keys.ToRowArrays(), values.ToRowArrays(), values.ColumnCount, mask, Dot);
        return new AttentionResult(ToMatrix(weights, keys.RowCount), ToMatrix(output, values.ColumnCount));
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
        int width = x.ColumnCount;

        void CheckProjection(Matrix<double> projection, string name)
        {
            ArgumentNullException.ThrowIfNull(projection, name);
            if ((projection.RowCount, projection.ColumnCount) != (width, width))
            {
                throw new ArgumentException("A projection must keep the width of the tokens.", name);
            }
        }

        CheckProjection(wq, nameof(wq));
        CheckProjection(wk, nameof(wk));
        CheckProjection(wv, nameof(wv));
        CheckProjection(wo, nameof(wo));
        if (heads <= 0 || width % heads != 0)
        {
            throw new ArgumentException("The heads must split the width evenly.", nameof(heads));
        }

        if (mask is not null && (mask.GetLength(0), mask.GetLength(1)) != (seq, seq))
        {
            throw new ArgumentException("The mask must be square in the tokens.", nameof(mask));
        }

        double[][] queries = (x * wq).ToRowArrays();
        double[][] keys = (x * wk).ToRowArrays();
        double[][] values = (x * wv).ToRowArrays();
        int headWidth = width / heads;
        double[][] joined = NewRows(seq, width);

        double Score(double[] query, double[] key)
        {
            double dot = 0;
            for (int c = 0; c < headWidth; c++)
            {
                dot += query[c] * key[c];
            }

            return dot / Math.Sqrt(width);
        }

        for (int head = 0; head < heads; head++)
        {
            int start = head * headWidth;
            double[][] Slice(double[][] rows) => Array.ConvertAll(rows, row => row[start..(start + headWidth)]);
            double[][] output = AttendRows(Slice(queries), Slice(keys), Slice(values), headWidth, mask, Score).Output;
            for (int t = 0; t < seq; t++)
            {
                Array.Copy(output[t], 0, joined[t], start, headWidth);
            }
        }

        return ToMatrix(joined, width) * wo;
    }

    private static (double[][] Weights, double[][] Output) AttendRows(
        double[][] queries, double[][] keys, double[][] values, int valueWidth, bool[,]? mask, Func<double[], double[], double> score)
    {
        double[][] weights = NewRows(queries.Length, keys.Length);
        double[][] output = NewRows(queries.Length, valueWidth);
        for (int i = 0; i < queries.Length; i++)
        {
            for (int j = 0; j < keys.Length; j++)
            {
                if (mask is not null && !mask[i, j])
                {
                    weights[i][j] = double.NegativeInfinity;
                    continue;
                }

                weights[i][j] = score(queries[i], keys[j]);
            }

            SoftmaxInPlace(weights[i]);
            for (int j = 0; j < keys.Length; j++)
            {
                for (int c = 0; c < valueWidth; c++)
                {
                    output[i][c] += weights[i][j] * values[j][c];
                }
            }
        }

        return (weights, output);
    }

    private static double Dot(double[] query, double[] key)
    {
        double dot = 0;
        for (int c = 0; c < query.Length; c++)
        {
            dot += query[c] * key[c];
        }

        return dot / Math.Sqrt(query.Length);
    }

    private static void SoftmaxInPlace(double[] row)
    {
        double max = double.NegativeInfinity;
        foreach (double z in row)
        {
            max = Math.Max(max, z);
        }

        if (max == double.NegativeInfinity)
        {
            Array.Clear(row);
            return;
        }

        double total = 0;
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = Math.Exp(row[j] - max);
            total += row[j];
        }

        for (int j = 0; j < row.Length; j++)
        {
            row[j] /= total;
        }
    }

    private static double[][] NewRows(int count, int length)
    {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++)
        {
            rows[i] = new double[length];
        }

        return rows;
    }

    private static Matrix<double> ToMatrix(double[][] rows, int columns)
        => Matrix<double>.Build.Dense(rows.Length, columns, (i, j) => rows[i][j]);
}
