using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);

        var weights = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
        for (var i = 0; i < logits.RowCount; i++)
        {
            // Softmax does not change when a constant is taken off the row; with the maximum, exp never overflows.
            var max = double.NegativeInfinity;
            for (var j = 0; j < logits.ColumnCount; j++)
            {
                max = Math.Max(max, logits[i, j]);
            }

            if (double.IsNegativeInfinity(max))
            {
                continue;
            }

            var sum = 0.0;
            for (var j = 0; j < logits.ColumnCount; j++)
            {
                weights[i, j] = Math.Exp(logits[i, j] - max);
                sum += weights[i, j];
            }

            for (var j = 0; j < logits.ColumnCount; j++)
            {
                weights[i, j] /= sum;
            }
        }

        return weights;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        Require(keys.ColumnCount == queries.ColumnCount, nameof(keys), "queries and keys must have the same number of columns");
        Require(values.RowCount == keys.RowCount, nameof(values), "there must be one value for each key");
        Require(
            mask is null || (mask.GetLength(0) == queries.RowCount && mask.GetLength(1) == keys.RowCount),
            nameof(mask),
            "the mask must have one row for each query and one column for each key");

        var scores = queries * keys.Transpose() / Math.Sqrt(queries.ColumnCount);
        if (mask is not null)
        {
            scores.MapIndexedInplace((i, j, score) => mask[i, j] ? score : double.NegativeInfinity, Zeros.Include);
        }

        var weights = Softmax(scores);
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
        var modelDimension = x.ColumnCount;
        RequireProjection(wq, modelDimension, nameof(wq));
        RequireProjection(wk, modelDimension, nameof(wk));
        RequireProjection(wv, modelDimension, nameof(wv));
        RequireProjection(wo, modelDimension, nameof(wo));
        Require(heads > 0 && modelDimension % heads == 0, nameof(heads), "the number of heads must be positive and divide d_model");

        var queries = x * wq;
        var keys = x * wk;
        var values = x * wv;
        var headDimension = modelDimension / heads;
        var joined = Matrix<double>.Build.Dense(x.RowCount, modelDimension);
        for (var head = 0; head < heads; head++)
        {
            // The mask is checked by Attend, once a head and under the same name.
            var attended = Attend(
                HeadColumns(queries, head, headDimension),
                HeadColumns(keys, head, headDimension),
                HeadColumns(values, head, headDimension),
                mask);
            joined.SetSubMatrix(0, head * headDimension, attended.Output);
        }

        return joined * wo;
    }

    private static Matrix<double> HeadColumns(Matrix<double> projected, int head, int headDimension)
        => projected.SubMatrix(0, projected.RowCount, head * headDimension, headDimension);

    private static void RequireProjection(Matrix<double> projection, int modelDimension, string name)
    {
        ArgumentNullException.ThrowIfNull(projection, name);
        Require(
            projection.RowCount == modelDimension && projection.ColumnCount == modelDimension,
            name,
            "a projection must be d_model × d_model");
    }

    private static void Require(bool holds, string parameter, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message, parameter);
        }
    }
}
