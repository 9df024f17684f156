// mutators: ForToLinq, SwapLoops, ArrayToMatrix, MatrixToArray, MatrixToJagged, RectangularToJagged, ExtractLoop
using MathNet.Numerics.LinearAlgebra;

public static class Sample
{
    public static double[] Run()
    {
        var data = new double[5, 3];
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                data[i, j] = Math.Sin(2.5 * i + j) * (j + 1);
            }
        }

        var covariance = Covariance(data);
        return [.. Gram(covariance).Enumerate(), .. Pool(data), Frobenius(covariance), Tail(data, 2), Trace(Pow(covariance, 3)), Empty(0), .. HandedOut(data, 4), .. Kept(3)];
    }

    private static Matrix<double> Covariance(double[,] x)
    {
        int n = x.GetLength(0), d = x.GetLength(1);
        var means = new double[d];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < d; j++)
            {
                means[j] += x[i, j] / n;
            }
        }

        var c = Matrix<double>.Build.Dense(d, d);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                var sum = 0.0;
                for (int r = 0; r < n; r++)
                {
                    sum += (x[r, i] - means[i]) * (x[r, j] - means[j]);
                }

                c[i, j] = sum / (n - 1);
            }
        }

        return c;
    }

    private static Matrix<double> Gram(Matrix<double> c)
    {
        var g = Matrix<double>.Build.Dense(c.RowCount, c.RowCount);
        for (int i = 0; i < c.RowCount; i++)
        {
            for (int j = 0; j < c.RowCount; j++)
            {
                for (int k = 0; k < c.ColumnCount; k++)
                {
                    g[i, j] += c[i, k] * c[j, k];
                }
            }
        }

        return g * c;
    }

    private static double[] Pool(double[,] x)
    {
        var padded = new double[x.GetLength(0) + 1, x.GetLength(1) + 1];
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                if (x[i, j] > 0)
                {
                    padded[i, j] = x[i, j];
                }
            }
        }

        var pooled = new double[padded.GetLength(0) / 2 * (padded.GetLength(1) / 2)];
        for (int i = 0; i < pooled.Length; i++)
        {
            int r = i / (padded.GetLength(1) / 2) * 2, c = i % (padded.GetLength(1) / 2) * 2;
            pooled[i] = Math.Max(Math.Max(padded[r, c], padded[r, c + 1]), Math.Max(padded[r + 1, c], padded[r + 1, c + 1]));
        }

        return pooled;
    }

    private static double Frobenius(Matrix<double> c)
    {
        double total = 0;
        for (int i = 0; i < c.RowCount; i++)
        {
            for (int j = 0; j < c.ColumnCount; j++)
            {
                total += c[i, j] * c[i, j];
            }
        }

        return Math.Sqrt(total);
    }

    private static double Tail(double[,] x, int from)
    {
        var sum = 0.0;
        for (int i = from; i < x.GetLength(0); i++)
        {
            sum += x[i, 0];
        }

        var count = 0.0;
        for (int i = from + 9; i < x.GetLength(0); i++)
        {
            count += i;
        }

        return sum + count;
    }

    private static Matrix<double> Pow(Matrix<double> c, int n)
    {
        var result = Matrix<double>.Build.DenseIdentity(c.RowCount);
        for (int i = 0; i < n; i++)
        {
            result *= c;
        }

        return result;
    }

    private static double Trace(Matrix<double> c)
    {
        double sum = 0;
        for (int i = 0; i < c.RowCount; i++)
        {
            sum += c[i, i];
        }

        return sum;
    }

    private static double Empty(int n)
    {
        var none = new double[n, 3];
        var sum = 0.0;
        for (int i = 0; i < none.GetLength(0); i++)
        {
            sum += none[i, 0];
        }

        return sum + none.GetLength(1);
    }

    private static double[] HandedOut(double[,] data, int n)
    {
        double total = 0;
        for (int round = 1; round < 3; round++)
        {
            var part = Matrix<double>.Build.Dense(n, 2);
            var counts = new double[2, n];
            for (int i = 0; i < n; i++)
            {
                part[i, 1] = data[i, 1] * round;
                counts[1, i] = part[i, 1] + part.ColumnCount;
            }

            total += Frobenius(part) + part.Transpose().RowCount + (part * 2)[0, 1] + Largest(counts);
        }

        return [total];
    }

    private static double Largest(double[,] a)
    {
        var largest = double.NegativeInfinity;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                largest = Math.Max(largest, a[i, j]);
            }
        }

        return largest;
    }

    // Copies would do in none of these: somebody sees the array change after it was handed out.
    private static double[] Kept(int n)
    {
        var a = new double[n, n];
        var same = Same(a);
        var m = Matrix<double>.Build.Dense(n, n);
        Fill(m);
        var list = new List<Matrix<double>>();
        var late = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            a[i, i] = i;
            list.Add(late);
            late[i, 0] = i + 1;
        }

        return [same[2, 2], m[1, 1], list[0][2, 0], same == a ? 1 : 0];
    }

    private static double[,] Same(double[,] a) => a;

    private static void Fill(Matrix<double> m)
    {
        for (int i = 0; i < m.RowCount; i++)
        {
            m[i, i] = 2;
        }
    }
}
