// mistake: X18 Enumerable.Max skips NaN, so a row of NaN and minus infinity passes for an empty one
// fails: Softmax_answers_NaN_with_a_row_of_NaN
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        return FromRows(logits.ToRowArrays().Select(SoftmaxOfRow), logits.RowCount, logits.ColumnCount);
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        Demand(keys.ColumnCount == queries.ColumnCount, nameof(keys));
        Demand(values.RowCount == keys.RowCount, nameof(values));
        Demand(mask is null || (mask.GetLength(0) == queries.RowCount && mask.GetLength(1) == keys.RowCount), nameof(mask));

        var keyRows = keys.ToRowArrays();
        var valueColumns = values.ToColumnArrays();
        var weights = queries.ToRowArrays()
            .Select((query, i) => SoftmaxOfRow(keyRows
                .Select((key, j) => mask is null || mask[i, j] ? Dot(query, key) / Math.Sqrt(query.Length) : double.NegativeInfinity)
                .ToArray()))
            .ToArray();
        var output = weights.Select(row => valueColumns.Select(column => Dot(row, column)).ToArray());
        return new AttentionResult(
            FromRows(weights, queries.RowCount, keys.RowCount),
            FromRows(output, queries.RowCount, values.ColumnCount));
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
        var projections = new Dictionary<string, Matrix<double>> { ["wq"] = wq, ["wk"] = wk, ["wv"] = wv, ["wo"] = wo };
        foreach (var (name, projection) in projections)
        {
            ArgumentNullException.ThrowIfNull(projection, name);
            Demand(projection.RowCount == x.ColumnCount && projection.ColumnCount == x.ColumnCount, name);
        }

        Demand(heads > 0 && x.ColumnCount % heads == 0, nameof(heads));
        Demand(mask is null || (mask.GetLength(0) == x.RowCount && mask.GetLength(1) == x.RowCount), nameof(mask));

        var size = x.ColumnCount / heads;
        var outputs = Enumerable.Range(0, heads)
            .Select(head => new[] { wq, wk, wv }.Select(w => x * w.SubMatrix(0, x.ColumnCount, head * size, size)).ToArray())
            .Select(parts => Attend(parts[0], parts[1], parts[2], mask).Output)
            .ToArray();
        return Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount, (i, c) => outputs[c / size][i, c % size]) * wo;
    }

    private static double[] SoftmaxOfRow(double[] row)
    {
        var max = row.Max();
        if (double.IsNegativeInfinity(max))
            return new double[row.Length];
        var powers = row.Select(z => Math.Exp(z - max)).ToArray();
        var total = powers.Sum();
        return powers.Select(power => power / total).ToArray();
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (u, v) => u * v).Sum();

    private static Matrix<double> FromRows(IEnumerable<double[]> rows, int count, int columns)
    {
        var list = rows.ToList();
        return Matrix<double>.Build.Dense(count, columns, (i, j) => list[i][j]);
    }

    private static void Demand(bool condition, string parameter)
    {
        if (!condition)
            throw new ArgumentException("Shapes do not fit together.", parameter);
    }
}
