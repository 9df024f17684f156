using Xunit;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>However a computation is cut up and spelled, its term is the same.</summary>
public sealed class ReturnedTermTests
{
    [Theory]
    [InlineData("static int M(int a, int b) => a + b * 2;", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { var t = b * 2; var u = a; return u + t; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { return F(a, b); static int F(int x, int y) => x + G(y); static int G(int z) => z * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { Func<int, int> f = x => x * 2; a += f(b); return a; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { Double(ref b); return a + b; } static void Double(ref int x) => x = x * 2;", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { Twice(b, out var t); return a + t; } static void Twice(int x, out int y) { y = x * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { var (x, y) = (b * 2, a); return y + x; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { (a, b) = (b, a); return b + a * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { var p = (First: a, Second: b); return p.First + p.Second * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("record Pair(int X, int Y); static int M(int a, int b) { var p = new Pair(a, b); return p.X + p.Y * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { var x = new[] { a, b }; return x[0] + x[1] * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) { var x = new int[2]; x[0] = b; x[1] = a; return x[1] + x[0] * 2; }", "Add(a, Multiply(b, 2))")]
    [InlineData("static int M(int a, int b) => a + 2 * b;", "Add(a, Multiply(b, 2))")]
    public void Straight_code_is_cut_up_in_many_ways(string members, string expected) => GraphProbe.Returns(members, expected);

    [Theory]
    [InlineData("static bool M(int a) => 0 == a;", "Equal(a, 0)")]
    [InlineData("static bool M(string? a) => null != a;", "Not(Equal(a, null))")]
    [InlineData("static string M(string a) => \"x\" + a;", "Add(\"x\", a)")]
    [InlineData("static int M(int a) => 1 - a;", "Subtract(1, a)")]
    public void A_constant_stands_on_the_right_where_the_sides_may_change_places(string members, string expected) => GraphProbe.Returns(members, expected);

    [Fact]
    public void What_a_callback_gives_back_is_an_operand_of_the_call()
        => GraphProbe.Returns(
            "static Matrix<double> M(Matrix<double> x) => Matrix<double>.Build.Dense(2, 3, (i, j) => x[j, i]);",
            "Dense(.Build, 2, 3, Closure#1(), Element(x, Iterated@1(j), Iterated@1(i)))");

    [Theory]
    [InlineData("static double M(double v, double lo, double hi) { if (v < lo) return lo; if (v > hi) return hi; return v; }")]
    [InlineData("static double M(double v, double lo, double hi) => v < lo ? lo : hi < v ? hi : v;")]
    [InlineData("static double M(double v, double lo, double hi) { if (lo > v) v = lo; else if (v > hi) v = hi; return v; }")]
    [InlineData("static double M(double v, double lo, double hi) => (v < lo, v > hi) switch { _ when v < lo => lo, _ when v > hi => hi, _ => v };")]
    [InlineData("static double M(double v, double lo, double hi) { double Clamp(double x) { if (!(x < lo)) { return x > hi ? hi : x; } return lo; } return Clamp(v); }")]
    public void Ways_that_meet_become_a_choice(string members) => GraphProbe.Returns(members, "Choice(Less(v, lo), lo, Choice(Less(hi, v), hi, v))");

    [Theory]
    [InlineData("static int M(int[] x) { var s = 0; for (var i = 0; i < x.Length; i++) s += x[i]; return s; }", "v1{0; Add(v1, Element(x, v2{0; Add(v2, 1)}))}")]
    [InlineData("static int M(int[] x) { var s = 0; var i = 0; while (i < x.Length) { s = s + x[i]; ++i; } return s; }", "v1{0; Add(v1, Element(x, v2{0; Add(v2, 1)}))}")]
    [InlineData("static int M(int[] x) { var s = 0; foreach (var e in x) s += e; return s; }", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static int M(int[] x) => x.Sum();", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static int M(int[] x) => x.Select(e => e).ToArray().Sum();", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static int M(int[] x) => Array.ConvertAll(x, e => e).Sum();", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static double M(double[] x) => Vector<double>.Build.DenseOfArray(x).Map(e => e).ToArray().Sum();", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static int M(int[] x) => x.Zip(x).Select(e => e.Second).Sum();", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static int M(int[] x) => x.Aggregate(0, (s, e) => s + e);", "v1{0; Add(v1, Iterated@1(x))}")]
    [InlineData("static int M(int[] x) { var s = 0; void Add(int e) => s += e; foreach (var e in x) Add(e); return s; }", "v1{0; Add(v1, Iterated@1(x))}")]
    public void A_sum_is_a_variable_of_its_loop(string members, string expected) => GraphProbe.Returns(members, expected);

    [Theory]
    [InlineData("static bool M(int a, int b, (int, int) p) => (a, b) == p;", "Equal(Tuple(a, b), p)")]
    [InlineData("static bool M(int a, int b, (int, int) p) => (a, b) != p;", "Not(Equal(Tuple(a, b), p))")]
    public void Tuples_are_compared_as_wholes(string members, string expected) => GraphProbe.Returns(members, expected);

    [Theory]
    [InlineData("static ListNode? M(ListNode? h) { ListNode? p = null; while (h != null) { var n = h.Next; h.Next = p; p = h; h = n; } return p; }", "v1{null; v2{h; v2.Next}}")]
    [InlineData("static ListNode? M(ListNode? h) { ListNode? p = null; while (h is { } c) { h = c.Next; c.Next = p; p = c; } return p; }", "v1{null; v2{h; v2.Next}}")]
    [InlineData("static ListNode? M(ListNode? h) { ListNode? p = null; while (h != null) { h.Next = p; p = h; h = h.Next; } return p; }", "v1{null; v2{h; v1}}")]
    public void A_link_is_read_before_or_after_it_is_written(string members, string expected) => GraphProbe.Returns(members, expected);

    [Fact]
    public void A_complement_is_a_difference() => GraphProbe.Returns("static int M(int a) => ~a;", "Subtract(Negate(a), 1)");
}
