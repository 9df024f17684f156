// mutators: ExtractLoop, JaggedToRectangular, InlineMethod, SwapLoops, ForToLinq, SplitScale
public static class Sample
{
    public static double[] Run() => Scores(Rows(4, 6), Rows(3, 6)).SelectMany(row => row).Concat(Sums(5, 3)).ToArray();

    private static double[][] Scores(double[][] q, double[][] k)
    {
        var result = new double[q.Length][];
        for (var i = 0; i < q.Length; i++)
        {
            result[i] = new double[k.Length];
            for (var j = 0; j < k.Length; j++)
            {
                result[i][j] = Dot(q[i], k[j]) / Math.Sqrt(q[i].Length);
            }
        }

        return result;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var c = 0; c < a.Length; c++)
        {
            sum += a[c] * b[c];
        }

        return sum;
    }

    private static double[] Sums(int n, int m)
    {
        var table = new double[n][];
        for (int r = 0; r < n; r++)
        {
            table[r] = new double[m];
        }

        var transposed = new int[m][];
        for (int r = 0; r < m; r++)
        {
            transposed[r] = new int[n];
            transposed[r][0] = r;
        }

        for (int i = 0; i < table.Length; i++)
        {
            for (int j = 0; j < m; j++)
            {
                table[i][j] = Weight(i, j) + transposed[j][0];
            }
        }

        var sums = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < table[i].Length; j++)
            {
                sums[i] += table[i][j];
            }
        }

        return sums;
    }

    private static double Weight(int i, int j) => (i + 1) / (j + 2.0);

    private static double[][] Rows(int n, int m)
        => Enumerable.Range(0, n).Select(i => Enumerable.Range(0, m).Select(j => Math.Sin(i * m + j * 0.9)).ToArray()).ToArray();
}
