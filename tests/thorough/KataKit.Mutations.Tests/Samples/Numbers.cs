// mutators: CommuteOperands, FlipComparisons, InlineMethod, InlineLocal, ExtractLocal, CompoundToPlain, SqrtToPower
public static class Sample
{
    public static double[] Run() => [Mixed(7, 2), Quotients(9), Wraps(250), Floats(0.1f), Longs(3_000_000_000), Compare(2, 3.5, double.NaN), Text(3), Ratio(7, 2), Unchecked(2_000_000_000)];

    private static double Mixed(int a, int b)
    {
        double quotient = a / b;
        double exact = (double)a / b;
        int width = a;
        double converted = width;
        return quotient * exact + a / b * 3 - converted / 2 + -b * -a;
    }

    private static double Quotients(int n)
    {
        var m = n / 2;
        double scale = m;
        return Half(n) + Half(3) + n / scale + 1 / Math.Sqrt(m) + (n + m) / 4 * 2.0;
    }

    private static double Half(double x) => x / 2;

    private static double Ratio(int a, int b)
    {
        double Exact(double x, double y) => x / y;
        double Floor(int x, int y) => x / y;
        return Exact(a, b) * 100 + Floor(a, b);
    }

    private static double Wraps(byte start)
    {
        byte b = start;
        b += 10;
        short s = 5;
        s *= 3;
        return b + s;
    }

    private static double Floats(float x)
    {
        float y = x * 3;
        y += x;
        double d = y;
        return d / Math.Sqrt(2) + y * y;
    }

    private static double Longs(long n)
    {
        n += 1;
        n *= 2;
        return n / 7 + n % 7;
    }

    private static double Unchecked(int n)
    {
        double sum = 0;
        int wrapped = n + n;
        double wide = n;
        return sum + wrapped + wide * 2;
    }

    private static double Compare(int a, double b, double nan)
    {
        double score = 0;
        score += a < b ? 1 : 0;
        score += a <= nan ? 2 : 0;
        score += nan >= b ? 4 : 0;
        score += b > a && a != 3 ? 8 : 0;
        score += Pick(b > a, (a) < b) ? 16 : 0;
        return score;
    }

    private static bool Pick(bool first, bool second) => first && second;

    private static double Text(int n)
    {
        string s = "a" + n;
        s += n + n;
        return s.Length + (n + n + "x").Length;
    }
}
