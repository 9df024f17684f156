using Xunit;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>The learner's own methods, local functions, lambdas, tuples and records.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData("Math.Exp(Half(8));", "private static double Half(double x) => x / 2;", "4")]
    [InlineData("Math.Exp(Half(y: 2, x: 8));", "private static double Half(double x, double y) => x / y;", "4")]
    [InlineData("Math.Exp(Root(queries));", "private static double Root(Matrix<double> m) { return Math.Sqrt(m.ColumnCount); }", "√d_k")]
    [InlineData("Math.Exp(Pick(3));", "private static double Pick(int x) { if (x > 0) { return 2; } return 2; }", "2")]
    [InlineData("Math.Exp(Width);", "private const int Width = 5;", "5")]
    [InlineData("var z = 1.0; Set(out z); Math.Exp(z);", "private static void Set(out double x) { x = 7; }", "7")]
    [InlineData("Set(out var z); Math.Exp(z);", "private static void Set(out double x) => x = 7;", "7")]
    [InlineData("var z = 3.0; Twice(ref z); Math.Exp(z);", "private static void Twice(ref double x) { x *= 2; }", "6")]
    [InlineData("var z = new double[2]; z[1] = 3; Twice(ref z[1]); Math.Exp(z[1]);", "private static void Twice(ref double x) => x *= 2;", "6")]
    [InlineData("var z = new[] { 3.0 }; Twice(z); Math.Exp(z[0]);", "private static void Twice(double[] x) { x[0] *= 2; }", "6")]
    [InlineData("var z = Make(2); var y = Make(3); Math.Exp(z[0] + y[0]);", "private static double[] Make(double x) => new[] { x };", "5")]
    [InlineData("Math.Exp(One(1));", "private static double One(int x) => Two(x) + 1; private static double Two(int x) => x * 2;", "3")]
    public Task Methods_are_read_where_they_are_called(string body, string members, string expected)
        => Probe.Knows_in_attend(body, [expected], members);

    [Theory]
    [InlineData("double Half(double x) => x / 2; Math.Exp(Half(8));", "4")]
    [InlineData("var y = 2.0; double Half(double x) => x / y; y = 4; Math.Exp(Half(8));", "2")]
    [InlineData("var y = 2.0; void Set() { y = 9; } Set(); Math.Exp(y);", "9")]
    [InlineData("Func<double, double> half = x => x / 2; Math.Exp(half(8));", "4")]
    [InlineData("Func<double, double> half = x => { return x / 2; }; Math.Exp(half.Invoke(8));", "4")]
    [InlineData("var y = 2.0; Action set = () => y = 9; set(); Math.Exp(y);", "9")]
    [InlineData("Func<double, double> root = Math.Sqrt; Math.Exp(root(16));", "4")]
    [InlineData("Func<double, double> f = mask is null ? x => x : x => x / 2; Math.Exp(f(8));", "?")]
    [InlineData("double Apply(Func<double, double> f, double x) => f(x); Math.Exp(Apply(x => x * 3, 2));", "6")]
    [InlineData("Func<double, Func<double, double>> over = y => x => x / y; Math.Exp(over(2)(8));", "?")]
    public Task Functions_as_values(string body, string expected)
        => Probe.Knows_in_attend(body, [expected]);

    [Theory]
    [InlineData("Math.Exp(Down(3));", "private static double Down(int x) => x == 0 ? 5 : Down(x - 1);", "recursion")]
    [InlineData("Math.Exp(Even(3));", "private static double Even(int x) => x == 0 ? 1 : Odd(x - 1); private static double Odd(int x) => x == 0 ? 0 : Even(x - 1);", "mutual recursion")]
    [InlineData("Math.Exp(A());", "private static double A() => B(); private static double B() => C(); private static double C() => D(); private static double D() => E(); private static double E() => F(); private static double F() => G(); private static double G() => H(); private static double H() => I(); private static double I() => J(); private static double J() => K(); private static double K() => L(); private static double L() => M(); private static double M() => 1;", "deeper than the limit")]
    [InlineData("Math.Exp(Width);", "private static double Width => 5;", "a static property")]
    [InlineData("Math.Exp(Kept);", "private static double Kept = 5;", "a field that anybody may change")]
    [InlineData("Math.Exp(Pick(mask));", "private static double Pick(bool[,]? x) => x is null ? 2 : 3 * Environment.ProcessorCount;", "two results, one not known")]
    [InlineData("var z = new[] { 3.0 }; Fill(z); Math.Exp(z[0]);", "private static void Fill(double[] x) { try { x[0] = 1; } finally { } }", "a method that is refused may write what it was given")]
    public Task What_is_not_known(string body, string members, string reason)
        => Probe.Knows_in_attend(body + $" // {reason}", ["?"], members);

    [Theory]
    [InlineData("var t = (2.0, 3.0); Math.Exp(t.Item2);", "", "3")]
    [InlineData("var t = (root: 2.0, width: 3.0); Math.Exp(t.width);", "", "3")]
    [InlineData("var (a, b) = (2.0, 3.0); (a, b) = (b, a); Math.Exp(a);", "", "3")]
    [InlineData("var (a, _) = Both(); Math.Exp(a);", "private static (double, double) Both() => (2, 3);", "2")]
    [InlineData("var ((a, b), c) = ((2.0, 3.0), 4.0); Math.Exp(b);", "", "3")]
    [InlineData("var s = new Sizes(8, 2); Math.Exp(s.Width);", "private sealed record Sizes(double Width, double Heads);", "8")]
    [InlineData("var s = new Sizes(Heads: 2, Width: 8); Math.Exp(s.Width);", "private sealed record Sizes(double Width, double Heads);", "8")]
    [InlineData("var s = new Sizes(8, 2); Math.Exp(s.Size);", "private sealed record Sizes(double Width, double Heads) { public double Size => Width / Heads; }", "4")]
    [InlineData("var s = new Sizes(8, 2); Math.Exp(s.Scaled(3));", "private sealed record Sizes(double Width, double Heads) { public double Scaled(double x) => x * Width / Heads; }", "12")]
    [InlineData("var s = new Sizes(8); s = s with { Width = 2 }; Math.Exp(s.Width);", "private sealed record Sizes(double Width);", "?")]
    [InlineData("var s = mask is null ? (2.0, 3.0) : (2.0, Math.E * Environment.ProcessorCount); Math.Exp(s.Item1); ", "", "2")]
    [InlineData("var s = new Box { Width = 3 }; Math.Exp(s.Width);", "private sealed class Box { public double Width { get; set; } }", "?")]
    public Task Tuples_and_records(string body, string members, string expected)
        => Probe.Knows_in_attend(body, [expected], members);
}
