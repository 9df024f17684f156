// mutators: ExtractMethod, ExtractLocalFunction, ExtractLoop, ExtractLocal, InlineLocal, SwapLoops, ForToWhile, ForToLinq, ArrayToMatrix, RectangularToJagged, CommuteOperands, FlipComparisons, CompoundToPlain, ReciprocalScale, SplitScale, SqrtToPower
public static class Sample
{
    public static double[] Run()
    {
        var x = Fill(5, 8, 0.7);
        return Flatten(Attend(x, Fill(4, 8, 1.3), Fill(4, 3, 0.2), 2));
    }

    private static double[,] Attend(double[,] q, double[,] k, double[,] v, int heads)
    {
        int n = q.GetLength(0), m = k.GetLength(0);
        int width = q.GetLength(1) / heads;
        var output = new double[n, v.GetLength(1)];
        for (int h = 0; h < heads; h++)
        {
            var offset = h * width;
            var scores = new double[n, m];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                {
                    double dot = 0;
                    for (int c = 0; c < width; c++)
                    {
                        dot += q[i, offset + c] * k[j, offset + c];
                    }

                    scores[i, j] = dot / Math.Sqrt(width);
                }
            }

            for (int i = 0; i < scores.GetLength(0); i++)
            {
                double max = double.NegativeInfinity;
                for (int j = 0; j < m; j++)
                {
                    max = Math.Max(max, scores[i, j]);
                }

                double total = 0;
                for (int j = 0; j < m; j++)
                {
                    scores[i, j] = Math.Exp(scores[i, j] - max);
                    total += scores[i, j];
                }

                for (int j = 0; j < m; j++)
                {
                    scores[i, j] /= total;
                }
            }

            for (int i = 0; i < n; i++)
            {
                for (int c = 0; c < v.GetLength(1); c++)
                {
                    for (int j = 0; j < m; j++)
                    {
                        output[i, c] += scores[i, j] * v[j, c];
                    }
                }
            }
        }

        return output;
    }

    private static double[,] Fill(int rows, int columns, double seed)
    {
        var result = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                result[i, j] = Math.Sin(seed * (i + 1) + 0.37 * j * j);
            }
        }

        return result;
    }

    private static double[] Flatten(double[,] a)
    {
        var flat = new double[a.Length];
        var at = 0;
        foreach (var entry in a)
        {
            flat[at++] = entry;
        }

        return flat;
    }
}
