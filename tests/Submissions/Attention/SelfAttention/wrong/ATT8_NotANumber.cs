// mistake: ATT8 a row in which nothing takes part becomes NaN
// fails: Attend_gives_zeros_to_a_query_that_may_attend_to_nothing
// rule: KATA1007
// at: shares.SetRow(i, powers / powers.Sum());
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var shares = Matrix<double>.Build.SameAs(logits);
        foreach (var (i, row) in logits.EnumerateRowsIndexed())
        {
            // The maximum over NaN is NaN here, which then spreads over the row as it should.
            var top = row.Aggregate(double.NegativeInfinity, Math.Max);
            var powers = (row - top).PointwiseExp();
            shares.SetRow(i, powers / powers.Sum());
        }

        return shares;
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        ThrowUnless(keys.ColumnCount == queries.ColumnCount, nameof(keys), "keys and queries differ in length");
        ThrowUnless(values.RowCount == keys.RowCount, nameof(values), "keys and values differ in number");
        ThrowUnless(Fits(mask, queries.RowCount, keys.RowCount), nameof(mask), "the mask must be seq_q x seq_k");

        // Half of the scale on either side keeps the products small in low precision.
        var root = Math.Pow(queries.ColumnCount, -0.25);
        var scores = (queries * root).TransposeAndMultiply(keys * root);
        for (var i = 0; i < scores.RowCount && mask is not null; i++)
        {
            for (var j = 0; j < scores.ColumnCount; j++)
            {
                scores[i, j] = mask[i, j] ? scores[i, j] : double.NegativeInfinity;
            }
        }

        var weights = Softmax(scores);
        return new(weights, weights.Multiply(values));
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
        ThrowUnlessSquare(wq, x.ColumnCount, nameof(wq));
        ThrowUnlessSquare(wk, x.ColumnCount, nameof(wk));
        ThrowUnlessSquare(wv, x.ColumnCount, nameof(wv));
        ThrowUnlessSquare(wo, x.ColumnCount, nameof(wo));
        ThrowUnless(heads > 0, nameof(heads), "there must be a head");
        ThrowUnless(x.ColumnCount % heads == 0, nameof(heads), "heads must divide d_model");
        ThrowUnless(Fits(mask, x.RowCount, x.RowCount), nameof(mask), "the mask must be seq x seq");

        var headDim = x.ColumnCount / heads;
        var result = Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount);

        // softmax(..)·V_h·Wo_h summed over the heads equals concat(..)·Wo: Wo_h are the rows of Wo that meet head h.
        for (var head = 0; head < heads; head++)
        {
            var start = head * headDim;
            Matrix<double> Project(Matrix<double> w) => x * w.SubMatrix(0, w.RowCount, start, headDim);
            var attended = Attend(Project(wq), Project(wk), Project(wv), mask);
            result += attended.Output * wo.SubMatrix(start, headDim, 0, wo.ColumnCount);
        }

        return result;
    }

    private static bool Fits(bool[,]? mask, int rows, int columns)
        => mask is null || (mask.GetLength(0) == rows && mask.GetLength(1) == columns);

    private static void ThrowUnlessSquare(Matrix<double> w, int size, string name)
    {
        ArgumentNullException.ThrowIfNull(w, name);
        ThrowUnless(w.RowCount == size && w.ColumnCount == size, name, "a projection must be d_model x d_model");
    }

    private static void ThrowUnless(bool condition, string name, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, name);
        }
    }
}
