// mutators: CompoundToPlain, ForToWhile
// Shapes that look like ones to rewrite, but where the order of evaluation shows.
public static class Sample
{
    private static readonly double[] table = [1, 2, 3];
    private static int ticks;

    public static double[] Run()
    {
        ticks = 0;
        return [.. Prefix(4), .. Aliased(), .. Recurrence(3, 4), Draws(), Stale(), Swapped(), .. SharedRow(3), LastWins(3, 4), Deferred(), Guarded(null), Guarded([2]), .. Stepped(), Tables(), State(), Lazy(), Steps(), Overflow(int.MaxValue), Interrupted([1, 2, -1, 4])];
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

    private static double[] Stepped()
    {
        var a = new double[3];
        var i = 0;
        var old = i;
        a[i++] = old + 0.5;
        var at = i;
        a[i += 1] = at;
        return [.. a, i];
    }

    private static double Tables()
    {
        var first = table[0];
        table[0] = first + 5;
        var result = first * 10 + table[0];
        table[0] = 1;
        return result;
    }

    private static double State()
    {
        var before = Current();
        Next();
        double sum = 0;
        int Seen() => ticks + (int)sum;
        var seen = Seen();
        sum = 100;
        Next();
        return before * 2 + seen + Seen();
    }

    private static int Current() => ticks;

    private static double Lazy()
    {
        var all = new List<IEnumerable<double>>();
        for (int i = 0; i < 3; i++)
        {
            all.Add(Scaled([1.0, 2.0], i));
        }

        return all.Sum(one => one.Sum());
    }

    private static IEnumerable<double> Scaled(double[] values, double factor) => values.Select(value => value * factor);

    private static double Steps()
    {
        var items = new List<int> { 3, 4 }.GetEnumerator();
        var first = items.MoveNext();
        var one = items.Current;
        var second = items.MoveNext();
        var two = items.Current;
        var position = new Position { X = 1 };
        var copy = position;
        copy.Move();
        var moved = position.X + copy.X * 10;
        for (int i = 0; i < 2; i++)
        {
            position.X += i;
            copy.Move();
        }

        var named = new { one, two };
        double total = 0;
        for (int i = 0; i < 2; i++)
        {
            total += named.one * i;
        }

        return moved + position.X * 100 + copy.X * 1000 + (first && second ? one * 7 + two : -1) + total;
    }

    private static double Overflow(int n)
    {
        try
        {
            double sum = 0;
            for (int i = 0; i < 3; i++)
            {
                sum += checked(n - 1 + (i * 2));
            }

            return sum;
        }
        catch (OverflowException)
        {
            return -1;
        }
    }

    private static double Interrupted(double[] values)
    {
        double sum = 0;
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                sum += values[i] < 0 ? throw new InvalidOperationException() : values[i];
            }
        }
        catch (InvalidOperationException)
        {
            return sum;
        }

        return -sum;
    }

    private struct Position
    {
        public int X;

        public void Move() => X++;
    }
}
