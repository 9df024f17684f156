using FluentAssertions;
using Xunit;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>Constructs of the language, one by one.</summary>
public sealed class ConstructTermTests
{
    [Theory]
    [InlineData("static int M(int a) => a switch { < 0 => 1, 0 => 2, _ => 3 };", "Choice(Less(a, 0), 1, Choice(Equal(a, 0), 2, 3))")]
    [InlineData("static int M(int a) { switch (a) { case 0: return 2; case > 5: return 1; default: return 3; } }", "Choice(Equal(a, 0), 2, Choice(Less(5, a), 1, 3))")]
    [InlineData("static int M(int? a) => a ?? 4;", "Choice(Equal(a, null), 4, a)")]
    [InlineData("static int? M(string? s) => s?.Length;", "Choice(Equal(s, null), null, s.Length)")]
    [InlineData("static int M(string? s) { s ??= \"\"; return s.Length; }", "Choice(Equal(s, null), \"\", s).Length")]
    [InlineData("static int M(object o) => o is string { Length: > 2 } s ? s.Length : 0;", "Choice(And(Not(Equal(o, null)), Less(2, o.Length)), o.Length, 0)")]
    [InlineData("static int M(int a) { if (a is > 1 and < 5) return 1; return 0; }", "Choice(And(Less(1, a), Less(a, 5)), 1, 0)")]
    [InlineData("static int M(int a, int b) => a < 0 ? throw new ArgumentException(nameof(a)) : b;", "b")]
    [InlineData("static int M(int a) { try { return a; } finally { Console.Write(a); } }", "a")]
    [InlineData("static int M(int a) { var x = 0; try { x = int.Parse(\"1\"); } catch (FormatException) { x = 2; } return x; }", "Join(Parse(\"1\"), 2)")]
    [InlineData("static double M(int a, int b) => a / b;", "double(Divide(a, b))")]
    [InlineData("static double M() => 1 / 3;", "double(Divide(1, 3))")]
    [InlineData("static sbyte M(double a) => (sbyte)Math.Round(a);", "sbyte(Round(a))")]
    [InlineData("static bool M(double a) => a > double.Epsilon;", "Less(5E-324, a)")]
    [InlineData("static bool M(double a, double b) => !(a <= b);", "Not(LessOrEqual(a, b))")]
    [InlineData("static int M(int[] x) => x[^1];", "Element(x, Subtract(x.Length, 1))")]
    [InlineData("static int M(Dictionary<string, int> d) => d.TryGetValue(\"a\", out var v) ? v : 0;", "Choice(TryGetValue(d, \"a\", ?), out value(TryGetValue(d, \"a\", ?)), 0)")]
    [InlineData("static int M(Dictionary<string, int> d) { var n = 0; foreach (var (_, v) in d) n += v; return n; }", "v1{0; Add(v1, Iterated@1(d).Value)}")]
    [InlineData("static int M((int A, int B) p) { var (a, b) = p; return a - b; }", "Subtract(p.Item1, p.Item2)")]
    [InlineData("record P(int X, int Y); static int M(P p) { var (x, y) = p; return x - y; }", "Subtract(p.X, p.Y)")]
    [InlineData("record P(int X, int Y); static int M(P p) { var q = p with { X = 3 }; return q.X; }", "3")]
    [InlineData("sealed class Counter(int start) { private int _n = start; public void Step() => _n += 2; } static int M(int a) { var c = new Counter(a); c.Step(); return a; }", "a")]
    [InlineData("static int M(int n) => n <= 1 ? 1 : n * M(n - 1);", "Choice(LessOrEqual(n, 1), 1, Multiply(n, M(Subtract(n, 1))))")]
    [InlineData("static double M(Func<double, double> f, double x) => f(x) + f(x);", "Add(Invoke(f, x), Invoke(f, x))")]
    [InlineData("static int M(int a) { int Next() => a++; Next(); Next(); return a; }", "Add(Add(a, 1), 1)")]
    [InlineData("static IEnumerable<int> Twice(int a) { yield return a; yield return a; } static int M(int a) { var s = 0; foreach (var e in Twice(a)) s += e; return s; }", "v1{0; Add(v1, Join(a, a))}")]
    [InlineData("static string M(int a, string b) => $\"{a}-{b}\";", "text(a, b)")]
    [InlineData("static int M(Span<int> s) { var t = s[1..]; return t[0]; }", "Element(Slice(s, 1, Subtract(s.Length, 1)), 0)")]
    public void Becomes_a_term(string members, string expected)
    {
        var graph = GraphProbe.Of(members);
        graph.Refusal.Should().BeNull();
        graph.Result!.ToString().Should().Be(expected, "of\n{0}", members);
    }

    [Fact]
    public void Goto_is_refused()
        => GraphProbe.Of("static int M(int a) { again: if (a++ < 3) goto again; return a; }").Refusal.Should().Be("goto");
}
