// mutators: LinqToFor, RenameEverything, ExtractMethod, InlineLocal, CommuteOperands, ReciprocalScale
public static class Sample
{
    public static double[] Run()
    {
        var (q, k) = (Fill(3, 4, 0.5), Fill(5, 4, 1.5));
        var weights = Weights(q, k);
        var mean = Enumerable.Range(1, 4).Sum(c => c * 0.5) / 4;
        var named = from row in weights let total = row.Sum() where total > 0 select new { total, row.Length };
        var centred = weights[0].Select(w => w - mean).ToArray();
        return [.. weights.SelectMany(row => row), mean, .. named.Select(item => item.total * item.Length), .. centred, Dot(weights[0], weights[1]), Norm(weights[2]), Spread([1, 2, 4])];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (u, v) => u * v).Sum();

    private static double Norm(double[] a)
    {
        var shifted = 1 + a.Sum(v => v * v) / Math.Sqrt(a.Length);
        double u = 2;
        return a.Zip(a, (x, u) => x - 2 * u).Sum() + shifted * u;
    }

    private static double Spread(List<double> values)
    {
        var mean = values.Sum() / values.Count;
        return values.Count > 1 ? values.Select(value => value - mean).Sum(gap => gap * gap) : 0;
    }

    private static double[][] Weights(double[,] q, double[,] k)
    {
        var d = q.GetLength(1);
        var result = new double[q.GetLength(0)][];
        for (var i = 0; i < result.Length; i++)
        {
            var scores = new double[k.GetLength(0)];
            for (var j = 0; j < scores.Length; j++)
            {
                scores[j] = Enumerable.Range(0, d).Sum(c => q[i, c] * k[j, c]) / Math.Sqrt(d);
            }

            var max = scores.Max();
            var exps = scores.Select(s => Math.Exp(s - max)).ToArray();
            var sum = exps.Sum();
            result[i] = exps.Select(e => e / sum).ToArray();
        }

        return result;
    }

    private static double[,] Fill(int n, int m, double seed)
    {
        var a = new double[n, m];
        foreach (var (i, j) in Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, m).Select(j => (i, j))))
        {
            a[i, j] = Math.Sin(seed * i + j);
        }

        return a;
    }
}
