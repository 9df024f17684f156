// mutators: RenameEverything
using static System.Math;

public static class Sample
{
    private const double Half = 0.5;
    private static readonly double[] shared = [1, 2, 3];
    private static int calls;

    public static double[] Run()
    {
        var point = new Point(3, 4);
        var (first, second) = (shared[0], shared[1]);
        (first, second) = (second, first);
        var pair = (first, second, point.X);
        var anonymous = new { first, point.Y, calls };
        var moved = point with { X = 7 };
        var counter = new Counter { Step = 2 };
        counter.Advance(times: 3);
        if (point is { X: var x, Y: > 1 } && TryHalve(x, out var half))
        {
            return [pair.first, pair.second, pair.X, anonymous.first, anonymous.Y, anonymous.calls, moved.X, counter.Total, half, Label(x: 2), Sqrt(Half)];
        }

        return [];
    }

    private static bool TryHalve(double value, out double half)
    {
        calls++;
        half = value * Half;
        return true;
    }

    private static double Label(int x)
    {
        double Local(int y) => y > 0 ? x + Local(y - 1) : calls;
        var total = Local(x);
        switch (x)
        {
            case 2 when total > 0:
                var inner = total * 2;
                return inner;
            case var other:
                return other;
        }
    }

    private record Point(double X, double Y);

    private sealed class Counter
    {
        private int total;

        public int Step { get; init; } = 1;

        public double Total => total;

        public void Advance(int times)
        {
            for (var i = 0; i < times; i++)
            {
                total += Step;
            }
        }
    }
}
