// mutators: ExtractLoop, ExtractLocalFunction, InlineMethod
public static class Sample
{
    public static double[] Run()
    {
        var counted = 0;
        double Count(double x)
        {
            counted++;
            return x + counted;
        }

        var first = Count(1) * Count(2);
        Func<double, double> scale = x => x / Math.Sqrt(counted + 2);
        counted = 7;
        var scaled = scale(3) + scale(4);
        return [first, scaled, .. Captured(), Generic(2.5, x => x * 2), .. Shadowed(3), new Sum(2).Of([1, 2, 3]), Recursive(5)];
    }

    private static List<double> Captured()
    {
        var actions = new List<Func<double>>();
        for (int i = 0; i < 3; i++)
        {
            var own = i * 10;
            actions.Add(() => own + i);
        }

        foreach (var weight in new[] { 0.5, 1.5 })
        {
            actions.Add(() => weight * 2);
        }

        return actions.ConvertAll(action => action());
    }

    private static T Generic<T>(T value, Func<T, T> map)
    {
        var mapped = map(value);
        return mapped;
    }

    private static double[] Shadowed(int n)
    {
        var result = new double[n];
        for (var i = 0; i < n; i++)
        {
            result[i] = Square(i + 1) + Twice(result[i]) + Sum(n);
        }

        return result;

        double Twice(double x) => 2 * x + n;

        static double Sum(int i) => Square(i) + 1;
    }

    private static double Square(double n) => n * n;

    private static double Recursive(int n) => n == 0 ? 1 : n * Recursive(n - 1);

    private sealed class Sum(double offset)
    {
        private double total;

        public double Of(double[] values)
        {
            foreach (var value in values)
            {
                total += Shift(value) * offset;
            }

            for (var i = 0; i < values.Length; i++)
            {
                total += values[i] / Math.Sqrt(offset + total);
            }

            return total;
        }

        private double Shift(double value) => value + offset;
    }
}
