using FluentAssertions;
using Xunit;

namespace KataKit.Mutations.Tests;

/// <summary>What each mutator makes of a shape, and the look-alikes that it leaves alone.</summary>
public class RewritingTests
{
    [Theory]
    [InlineData("CommuteOperands", "static double F(double a, double b) => a * b;", "static double F(double a, double b) => b * a;")]
    [InlineData("CommuteOperands", "static int F(int a, int b) => a - b + 1;", "static int F(int a, int b) => 1 + (a - b);")]
    [InlineData("FlipComparisons", "static bool F(int a, int b) => a <= b;", "static bool F(int a, int b) => b >= a;")]
    [InlineData("CompoundToPlain", "static void F(double[] a) { a[0] /= 1 + 2; }", "static void F(double[] a) { a[0] = a[0] / (1 + 2); }")]
    [InlineData("PlainToCompound", "static void F(int a) { a = a - 2; }", "static void F(int a) { a -= 2; }")]
    [InlineData("SqrtToPower", "static double F(int d) => Math.Sqrt(d);", "static double F(int d) => Math.Pow(d, 0.5);")]
    [InlineData("ReciprocalScale", "static double F(int d) => (d + 1) / Math.Sqrt(d);", "static double F(int d) => (d + 1) * (1 / Math.Sqrt(d));")]
    [InlineData("SplitScale", "static double F(int d) => d / Math.Sqrt(d);", "static double F(int d) => d * Math.Pow(d, -0.25) * Math.Pow(d, -0.25);")]
    [InlineData(
        "SplitScale",
        "static void F(double[] a, int d) { a[d] = a[0] / Math.Sqrt(d); }",
        "static void F(double[] a, int d) { a[d] = a[0]; a[d] /= Math.Sqrt(d); }")]
    [InlineData(
        "ForToWhile",
        "static void F(int n) { for (int i = 0; i < n; i++) { if (i == 2) continue; n--; } }",
        "static void F(int n) { { int i = 0; while (i < n) { if (i == 2) { i++; continue; } n--; i++; } } }")]
    [InlineData(
        "WhileToFor",
        "static void F(int n) { int i = 0; while (i < n) { n--; i++; } }",
        "static void F(int n) { for (int i = 0; i < n; i++) { n--; } }")]
    [InlineData(
        "WhileToFor",
        "static int F(int n) { int i = 0; while (i < n) { n--; i++; } return i; }",
        "static int F(int n) { int i = 0; for (; i < n; i++) { n--; } return i; }")]
    [InlineData(
        "ForToLinq",
        "static double F(double[] a) { var s = 0.0; for (int i = 0; i < a.Length; i++) { s += a[i]; } return s; }",
        "static double F(double[] a) { var s = Enumerable.Range(0, a.Length).Sum(i => a[i]); return s; }")]
    [InlineData(
        "ForToLinq",
        "static double F(double[] a, int b) { double s = 0; for (int i = b; i < 9; i++) s += i; return s; }",
        "static double F(double[] a, int b) { double s = Enumerable.Range(b, System.Math.Max(0, 9 - b)).Sum(i => (double)i); return s; }")]
    [InlineData(
        "LinqToFor",
        "static double F(double[] a) => Enumerable.Range(1, 3).Sum(c => a[c]) / 2;",
        "static double F(double[] a) { var sum1 = 0.0; for (var c = 1; c < 1 + 3; c++) { sum1 += a[c]; } return sum1 / 2; }")]
    [InlineData(
        "SwapLoops",
        "static void F(double[] a) { for (int i = 0; i < 2; i++) { for (int j = 0; j < 3; j++) { a[i] += i * j; } } }",
        "static void F(double[] a) { for (int j = 0; j < 3; j++) { for (int i = 0; i < 2; i++) { a[i] += i * j; } } }")]
    [InlineData(
        "ArrayToMatrix",
        "static double[,] F(int n) { double[,] a = new double[n, 2]; a[0, 1] = a.GetLength(1); return a; }",
        "static double[,] F(int n) { var a = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, 2); a[0, 1] = a.ColumnCount; return a.ToArray(); }")]
    [InlineData(
        "RectangularToJagged",
        "static int F(int n) { var a = new int[n, 2]; a[0, 1] = 3; return a[0, 1] + a.GetLength(1); }",
        "static int F(int n) { var a = new int[n][]; for (var row1 = 0; row1 < a.Length; row1++) { a[row1] = new int[2]; } a[0][1] = 3; return a[0][1] + 2; }")]
    [InlineData(
        "JaggedToRectangular",
        "static int F(int n) { var a = new int[n][]; for (int i = 0; i < n; i++) { a[i] = new int[2]; a[i][1] = i; } return a[0].Length; }",
        "static int F(int n) { var a = new int[n, 2]; for (int i = 0; i < n; i++) { a[i, 1] = i; } return a.GetLength(1); }")]
    [InlineData(
        "InlineMethod",
        "static double F(int d) => 2 * G(d + 1); static double G(double x) => x / 2;",
        "static double F(int d) => 2 * (((double)(d + 1)) / 2);")]
    [InlineData(
        "InlineMethod",
        "static void F(int d) { G(d); } static void G(int x) => ArgumentOutOfRangeException.ThrowIfNegative(x);",
        "static void F(int d) { ArgumentOutOfRangeException.ThrowIfNegative(d, paramName: \"x\"); }")]
    [InlineData(
        "InlineLocal",
        "static double F(int d) { var scale = 1 / Math.Sqrt(d); return 2 * scale; }",
        "static double F(int d) { return 2 * (1 / Math.Sqrt(d)); }")]
    [InlineData(
        "ExtractLocal",
        "static double F(int d) { return 2 * Math.Sqrt(d); }",
        "static double F(int d) { var part1 = 2 * Math.Sqrt(d); return part1; }")]
    [InlineData(
        "ExtractMethod",
        "static double F(int d) { return 2 * Math.Sqrt(d); }",
        "static double F(int d) { return Extracted1(d); } private static double Extracted1(int d) => 2 * Math.Sqrt(d);")]
    [InlineData(
        "ExtractLocalFunction",
        "static double F(int d) { return 2 * Math.Sqrt(d); }",
        "static double F(int d) { return Local1(); double Local1() => 2 * Math.Sqrt(d); }")]
    [InlineData(
        "ExtractLoop",
        "static int F(int d) { int s = 0; foreach (var c in \"ab\") { s += c; } return s + d; }",
        "static int F(int d) { int s = 0; s = Loop1(s); return s + d; } private static int Loop1(int s) { foreach (var c in \"ab\") { s += c; } return s; }")]
    [InlineData(
        "RenameEverything",
        "static int F(int d) { ArgumentOutOfRangeException.ThrowIfNegative(d); return F(d: nameof(d).Length); }",
        "static int m1(int p2) { ArgumentOutOfRangeException.ThrowIfNegative(p2, paramName: \"d\"); return m1(p2: \"d\".Length); }")]
    public void It_rewrites(string mutator, string member, string expected)
        => Mutants(mutator, member).Select(mutant => Layout.Normal(mutant.Source)).Should().Contain(Layout.Normal(Class(expected)));

    [Theory]
    [InlineData("CommuteOperands", "static string F(string a, int b) => a + b;", "joins text")]
    [InlineData("CommuteOperands", "static int F(Queue<int> q) => q.Dequeue() * q.Dequeue();", "draws in order")]
    [InlineData("CommuteOperands", "static void F(int a, int b) => ArgumentOutOfRangeException.ThrowIfNegative(a + b);", "the text of the sum is reported")]
    [InlineData("CompoundToPlain", "static void F(byte b) { b += 1; }", "hides a cast")]
    [InlineData("CompoundToPlain", "static void F(int[] a, int i) { a[i++] += 1; }", "would step twice")]
    [InlineData("PlainToCompound", "static void F(int a) { a = 2 - a; }", "takes the variable away")]
    [InlineData("SwapLoops", "static void F(double[] a) { for (int i = 0; i < 2; i++) for (int j = 0; j <= i; j++) a[i] += j; }", "the inner end depends on the outer counter")]
    [InlineData("SwapLoops", "static void F(double[] a) { for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) a[i] = 2 * a[i] + j; }", "the order of the rounds shows")]
    [InlineData("SwapLoops", "static void F(double[] a, double[] b) { for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) a[i] += b[j]; }", "both may be one array")]
    [InlineData("ForToLinq", "static double F(double[] a) { var s = 1.0; for (int i = 0; i < a.Length; i++) s += a[i]; return s; }", "does not start at nothing")]
    [InlineData("ForToLinq", "static double F(Span<double> a) { var s = 0.0; for (int i = 0; i < a.Length; i++) s += a[i]; return s; }", "a lambda cannot hold a span")]
    [InlineData("InlineLocal", "static int F(int d) { var old = d; d = 3; return old; }", "the variable has changed")]
    [InlineData("InlineLocal", "static int F(int[] a) { var old = a[0]; a[1] = 3; return old; }", "the element may have changed")]
    [InlineData("InlineLocal", "static int[] F(int d) { var a = new int[d]; a[0] = 1; return a; }", "the array is filled")]
    [InlineData("ExtractLocal", "static bool F(int[]? a) { return G() && (a!.Length * 2) > 1; } static bool G() => Console.In.Peek() > 0;", "is not always evaluated")]
    [InlineData("ExtractLocal", "static int F(int d) { return d++ + d * 2; }", "something before it has an effect")]
    [InlineData("ExtractLoop", "static int F(int d) { while (true) { if (d > 3) return d; d++; } }", "leaves the method")]
    [InlineData("ExtractMethod", "static int F(int d) => d;", "is nothing but a name")]
    [InlineData("InlineMethod", "static int F(Queue<int> q) => G(q.Dequeue()); static int G(int x) => x * x;", "would draw twice")]
    [InlineData("InlineMethod", "static int F(int d) => d == 0 ? 0 : F(d - 1);", "calls itself")]
    [InlineData("ArrayToMatrix", "static double F(double[,] b) { var a = b; return a[0, 0]; }", "is somebody else's array")]
    [InlineData("ArrayToMatrix", "static double F() { var a = new double[2, 2]; G(a); return a[0, 0]; } static void G(double[,] b) => b[0, 0] = 1;", "is filled elsewhere")]
    [InlineData("RectangularToJagged", "static object F() { var a = new int[2, 2]; return a; }", "goes out as it is")]
    [InlineData("JaggedToRectangular", "static int F(int n) { var a = new int[n][]; for (int i = 0; i < n; i++) { a[i] = new int[i]; } return a[1].Length; }", "has rows of several lengths")]
    [InlineData("WhileToFor", "static void F(int n) { do { n--; } while (n > 0); }", "runs once at least")]
    public void It_leaves_alone(string mutator, string member, string why)
        => Mutants(mutator, member).Should().BeEmpty(why);

    private static List<Mutant> Mutants(string mutator, string member)
    {
        var program = Program.Of(Class(member));
        program.Errors.Should().BeEmpty();
        return [.. Mutators.All.Single(one => one.Name == mutator).Mutants(program.Submission)];
    }

    private static string Class(string members) => $"class C {{ {members} }}";
}
