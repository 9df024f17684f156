// mistake: ATT5 the mask is applied after the softmax, and the rest is not made whole again
// fails: Attend_weights_of_the_open_keys_sum_to_one
// rule: KATA1004
// at: weights = weights.MapIndexed((i, j, w) => mask[i, j] ? w : 0);
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var peaks = logits.EnumerateRows().Select(Peak).ToArray();
        var exponentials = logits.MapIndexed((i, _, z) => z - peaks[i], Zeros.Include).PointwiseExp();
        return exponentials.NormalizeRows(1);
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (queries.ColumnCount != keys.ColumnCount)
            throw new ArgumentException("Queries and keys must be equally long.", nameof(keys));
        if (values.RowCount != keys.RowCount)
            throw new ArgumentException("Each key needs one value.", nameof(values));
        CheckMask(mask, queries.RowCount, keys.RowCount);

        var scores = queries.TransposeAndMultiply(keys).Divide(Math.Sqrt(queries.ColumnCount));
        var weights = Softmax(scores);
        if (mask != null)
            weights = weights.MapIndexed((i, j, w) => mask[i, j] ? w : 0);
        return new AttentionResult(weights, weights * values);
    }

    public static Matrix<double> Forward(
        Matrix<double> x, Matrix<double> wq, Matrix<double> wk, Matrix<double> wv, Matrix<double> wo, int heads, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(wq);
        ArgumentNullException.ThrowIfNull(wk);
        ArgumentNullException.ThrowIfNull(wv);
        ArgumentNullException.ThrowIfNull(wo);
        var dModel = x.ColumnCount;
        CheckSquare(wq, dModel, nameof(wq));
        CheckSquare(wk, dModel, nameof(wk));
        CheckSquare(wv, dModel, nameof(wv));
        CheckSquare(wo, dModel, nameof(wo));
        if (heads <= 0 || dModel % heads != 0)
            throw new ArgumentException($"{heads} heads do not divide {dModel} columns.", nameof(heads));
        CheckMask(mask, x.RowCount, x.RowCount);

        var width = dModel / heads;
        Matrix<double> Head(Matrix<double> projected, int h) => projected.SubMatrix(0, x.RowCount, h * width, width);
        var (q, k, v) = (x * wq, x * wk, x * wv);
        var joined = Enumerable.Range(0, heads)
            .Select(h => Attend(Head(q, h), Head(k, h), Head(v, h), mask).Output)
            .Aggregate((left, right) => left.Append(right));
        return joined * wo;
    }

    // 0 where nothing takes part: exp(-inf - 0) is 0, where exp(-inf - -inf) would be NaN.
    private static double Peak(Vector<double> row)
        => row.Where(z => z > double.NegativeInfinity).DefaultIfEmpty(0).Max();

    private static void CheckSquare(Matrix<double> w, int size, string name)
    {
        if (w.RowCount != size || w.ColumnCount != size)
            throw new ArgumentException($"{name} must be {size} x {size}.", name);
    }

    private static void CheckMask(bool[,]? mask, int rows, int columns)
    {
        if (mask != null && (mask.GetLength(0) != rows || mask.GetLength(1) != columns))
            throw new ArgumentException($"The mask must be {rows} x {columns}.", nameof(mask));
    }
}
