// mistake: X20 every head uses the weights of the first one
// fails: Forward_lets_each_head_attend_for_itself
// rule: none
using KataKit.Contracts;
using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Katas;

public sealed class SelfAttention : ISelfAttention
{
    public static Matrix<double> Softmax(Matrix<double> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        var data = logits.ToRowMajorArray();
        for (var i = 0; i < logits.RowCount; i++)
            Normalise(data.AsSpan(i * logits.ColumnCount, logits.ColumnCount));
        return Matrix<double>.Build.DenseOfRowMajor(logits.RowCount, logits.ColumnCount, data);
    }

    public static AttentionResult Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        var (seqQ, seqK, dk, dv) = (queries.RowCount, keys.RowCount, queries.ColumnCount, values.ColumnCount);
        if (keys.ColumnCount != dk)
            throw new ArgumentException($"Expected keys of length {dk}, got {keys.ColumnCount}.", nameof(keys));
        if (values.RowCount != seqK)
            throw new ArgumentException($"Expected {seqK} values, got {values.RowCount}.", nameof(values));
        if (mask != null && (mask.GetLength(0) != seqQ || mask.GetLength(1) != seqK))
            throw new ArgumentException($"Expected a {seqQ} x {seqK} mask.", nameof(mask));

        ReadOnlySpan<double> q = queries.ToRowMajorArray(), k = keys.ToRowMajorArray(), v = values.ToRowMajorArray();
        var weights = new double[seqQ * seqK];
        var output = new double[seqQ * dv];
        var scale = 1 / Math.Sqrt(dk);
        for (var i = 0; i < seqQ; i++)
        {
            var row = weights.AsSpan(i * seqK, seqK);
            row.Fill(double.NegativeInfinity);
            for (var j = 0; j < seqK; j++)
            {
                if (mask == null || mask[i, j])
                    row[j] = scale * Dot(q.Slice(i * dk, dk), k.Slice(j * dk, dk));
            }

            Normalise(row);
            var target = output.AsSpan(i * dv, dv);
            for (var j = 0; j < seqK; j++)
                AddScaled(target, row[j], v.Slice(j * dv, dv));
        }

        return new AttentionResult(
            Matrix<double>.Build.DenseOfRowMajor(seqQ, seqK, weights),
            Matrix<double>.Build.DenseOfRowMajor(seqQ, dv, output));
    }

    public static Matrix<double> Forward(
        Matrix<double> x, Matrix<double> wq, Matrix<double> wk, Matrix<double> wv, Matrix<double> wo, int heads, bool[,]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        var (seq, dModel) = (x.RowCount, x.ColumnCount);
        Check(wq, dModel, "wq");
        Check(wk, dModel, "wk");
        Check(wv, dModel, "wv");
        Check(wo, dModel, "wo");
        if (heads < 1 || dModel % heads != 0)
            throw new ArgumentException($"{dModel} columns cannot be split into {heads} heads.", nameof(heads));
        if (mask != null && (mask.GetLength(0) != seq || mask.GetLength(1) != seq))
            throw new ArgumentException($"Expected a {seq} x {seq} mask.", nameof(mask));

        ReadOnlySpan<double> q = (x * wq).ToRowMajorArray(), k = (x * wk).ToRowMajorArray(), v = (x * wv).ToRowMajorArray();
        var dHead = dModel / heads;
        var scale = Math.Pow(dHead, -0.5);
        var joined = new double[seq * dModel];
        Span<double> weights = new double[seq];
        for (var h = 0; h < heads; h++)
        {
            var offset = h * dHead;
            for (var i = 0; i < seq; i++)
            {
                weights.Fill(double.NegativeInfinity);
                for (var j = 0; j < seq; j++)
                {
                    if (mask == null || mask[i, j])
                        weights[j] = Dot(q.Slice(i * dModel, dHead), k.Slice(j * dModel, dHead)) * scale;
                }

                Normalise(weights);
                for (var j = 0; j < seq; j++)
                    AddScaled(joined.AsSpan(i * dModel + offset, dHead), weights[j], v.Slice(j * dModel + offset, dHead));
            }
        }

        return Matrix<double>.Build.DenseOfRowMajor(seq, dModel, joined) * wo;
    }

    private static void Check(Matrix<double> projection, int size, string name)
    {
        ArgumentNullException.ThrowIfNull(projection, name);
        if (projection.RowCount != size || projection.ColumnCount != size)
            throw new ArgumentException($"Expected a {size} x {size} projection.", name);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var c = 0; c < a.Length; c++)
            sum += a[c] * b[c];
        return sum;
    }

    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        for (var c = 0; c < target.Length; c++)
            target[c] += factor * source[c];
    }

    private static void Normalise(Span<double> row)
    {
        var max = double.NegativeInfinity;
        foreach (var z in row)
            max = Math.Max(max, z);
        if (double.IsNegativeInfinity(max))
        {
            row.Clear();
            return;
        }

        var sum = 0.0;
        foreach (ref var z in row)
            sum += z = Math.Exp(z - max);
        foreach (ref var z in row)
            z /= sum;
    }
}
