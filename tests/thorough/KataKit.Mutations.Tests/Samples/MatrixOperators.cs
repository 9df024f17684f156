// mutators: RenameEverything, ExtractMethod, InlineMethod, ExtractLocal, InlineLocal, MatrixToArray, SwapLoops, CommuteOperands, ReciprocalScale, SplitScale, SqrtToPower
using MathNet.Numerics.LinearAlgebra;

public static class Sample
{
    public static double[] Run()
    {
        var x = Fill(6, 4, 0.3);
        var masked = Attend(x * Fill(4, 4, 0.9), x * Fill(4, 4, 1.9), x * Fill(4, 2, 2.9), (i, j) => j <= i);
        var open = Attend(x, Fill(3, 4, 0.1), Fill(3, 5, 0.2), (_, _) => true);
        return [.. masked.ToRowMajorArray(), .. open.ToRowMajorArray(), .. Projected(x, 2).ToRowMajorArray()];
    }

    private static Matrix<double> Attend(Matrix<double> queries, Matrix<double> keys, Matrix<double> values, Func<int, int, bool> open)
    {
        var headDimension = queries.ColumnCount;
        var scores = queries * keys.Transpose() / Math.Sqrt(headDimension);
        scores.MapIndexedInplace((i, j, score) => open(i, j) ? score : double.NegativeInfinity, Zeros.Include);
        return Softmax(scores) * values;
    }

    private static Matrix<double> Projected(Matrix<double> x, int heads)
    {
        var width = x.ColumnCount / heads;
        var joined = Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount);
        for (var head = 0; head < heads; head++)
        {
            var part = Columns(x, head, width);
            var scaled = part.TransposeThisAndMultiply(part) / Math.Sqrt(width);
            joined.SetSubMatrix(0, head * width, part * scaled + 2 * part);
        }

        return joined;
    }

    private static Matrix<double> Columns(Matrix<double> x, int head, int width) => x.SubMatrix(0, x.RowCount, head * width, width);

    private static Matrix<double> Softmax(Matrix<double> logits)
    {
        var weights = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount);
        for (var i = 0; i < logits.RowCount; i++)
        {
            var max = logits.Row(i).Maximum();
            var sum = 0.0;
            for (var j = 0; j < logits.ColumnCount; j++)
            {
                weights[i, j] = Math.Exp(logits[i, j] - max);
                sum += weights[i, j];
            }

            for (var j = 0; j < weights.ColumnCount; j++)
            {
                weights[i, j] /= sum;
            }
        }

        return weights;
    }

    private static Matrix<double> Fill(int rows, int columns, double seed)
    {
        var result = Matrix<double>.Build.Dense(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < result.ColumnCount; j++)
            {
                result[i, j] = Math.Cos(seed * (i + 1) - 0.41 * j);
            }
        }

        return result * 1.5;
    }
}
