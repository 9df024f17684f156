// mutators: CompoundToPlain, ForToWhile
// Shapes that look like ones to rewrite, but where the order of evaluation shows.
public static class Sample
{
    private static int ticks;

    public static double[] Run()
    {
        ticks = 0;
        return [.. Prefix(4), .. Aliased(), .. Recurrence(3, 4), Draws(), Stale(), Swapped(), .. SharedRow(3), LastWins(3, 4), Deferred(), Guarded(null), Guarded([2])];
    }

    private static double[] Prefix(int n)
    {
        var a = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = 1 + (i > 0 ? a[i - 1, j] : 0) + (j > 0 ? 2 * a[i, j - 1] : 0);
            }
        }

        return a.Cast<double>().ToArray();
    }

    private static double[] Aliased()
    {
        var a = new double[3, 3];
        var b = a;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                a[i, j] = i - j + b[j, i] * 2;
            }
        }

        return a.Cast<double>().ToArray();
    }

    private static double[] Recurrence(int n, int m)
    {
        var state = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                state[j % n] = 0.5 * state[j % n] + i;
            }
        }

        return state;
    }

    private static double Draws()
    {
        var first = Next();
        var second = Next();
        double a = Next() - 10 * Next();
        var both = second * 100 + first;
        return a + both + (Next() < Next() ? 1000 : 0);
    }

    private static int Next() => ++ticks;

    private static double Stale()
    {
        var values = new double[] { 1, 2, 3 };
        var first = values[0];
        var count = ticks;
        values[0] = 10;
        Next();
        double total = first * 2;
        for (int i = 0; i < 3; i++)
        {
            var before = total;
            total += i;
            values[i] = before + count;
        }

        return values.Sum() + first;
    }

    private static double Swapped()
    {
        double x = 1, y = 2;
        var old = x;
        x = y;
        y = old;
        return x * 10 + y;
    }

    private static double[] SharedRow(int n)
    {
        var row = new double[n];
        var rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = row;
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = rows[n - 1 - i][j] * 2 + i + j;
            }
        }

        return row;
    }

    private static double LastWins(int n, int m)
    {
        double last = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                last = i * 10 + j;
            }
        }

        return last;
    }

    private static double Deferred()
    {
        var factor = 2.0;
        var scaled = new[] { 1.0, 2.0 }.Select(value => value * factor);
        factor = 3;
        var kept = factor + 1;
        Func<double> later = () => kept + factor;
        factor = 5;
        return scaled.Sum() + later();
    }

    private static double Guarded(double[]? values)
    {
        var safe = values != null && values[0] * 2 > 1;
        return (safe ? values![0] / Math.Sqrt(values.Length) : -1) + (values?[0] * 2 ?? 0.5);
    }
}
