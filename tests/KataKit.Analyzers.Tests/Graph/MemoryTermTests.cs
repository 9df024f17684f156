using FluentAssertions;
using KataKit.Analyzers.Graph;
using Xunit;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>What was written is read again, until somebody may have written something else.</summary>
public sealed class MemoryTermTests
{
    [Theory]
    [InlineData("static int M(int[] x, int a) { x[0] = a; return x[0]; }", "a", "nothing came between")]
    [InlineData("static int M(int[] x, int a, int i) { x[0] = a; x[1] = 7; return x[0]; }", "a", "another element was written")]
    [InlineData("static int M(int[] x, int a, int i) { x[0] = a; x[i] = 7; return x[0]; }", "Element(x, 0)", "it may be the same element")]
    [InlineData("static int M(int[] x, int a, int[] y) { x[0] = a; y[0] = 7; return x[0]; }", "Element(x, 0)", "it may be the same array")]
    [InlineData("static int M(int a) { var x = new int[2]; var y = new int[2]; x[0] = a; y[0] = 7; return x[0]; }", "a", "two new arrays are two")]
    [InlineData("static int M(int[] x, int a) { x[0] = a; Array.Sort(x); return x[0]; }", "Element(x, 0)", "the library has moved it")]
    [InlineData("static int M(int[] x, int a) { x[0] = a; var m = Math.Max(a, 3); return x[0]; }", "a", "a pure function writes nothing")]
    [InlineData("static int M(int[] x, int a) { x[0] = a; for (var i = 0; i < 3; i++) x[i]++; return x[0]; }", "Element(x, 0)", "the loop may have written it")]
    [InlineData("int _n; int M(int a) { _n = a; return _n + 1; }", "Add(a, 1)", "fields are places")]
    [InlineData("int _n; int M(int a) { Set(a); return _n + 1; } void Set(int v) => _n = v;", "Add(a, 1)", "a helper writes for its caller")]
    [InlineData("int N { get; set; } int M(int a) { N = a; return N + 1; }", "Add(a, 1)", "so are properties")]
    [InlineData("int _n; int N { get => _n * 2; set => _n = value; } int M(int a) { N = a; return N; }", "Multiply(a, 2)", "accessors are followed")]
    [InlineData("static int M(int[] x, int i) { x[i++] += 5; return i; }", "Add(i, 1)", "the index is evaluated once")]
    [InlineData("static int M(ListNode a, ListNode b) { (a.Value, b.Value) = (1, 2); return b.Value; }", "2", "targets in order")]
    public void Reads_what_was_written(string members, string expected, string because) => GraphProbe.Of(members).Result!.ToString().Should().Be(expected, because);

    [Fact]
    public void A_tuple_evaluates_its_targets_before_its_values()
    {
        var graph = GraphProbe.Of("static void M(ListNode a, ListNode b) { (a, a.Next) = (b, null); }");
        graph.Stores.Single().Place!.Object!.ToString().Should().Be("a", "the target is the node that a was when the line began");
    }

    [Fact]
    public void Reads_before_and_after_a_write_differ()
    {
        var graph = GraphProbe.Of("static bool M(int[] x, int i, int j) { var a = x[i]; x[j] = 0; return a == x[i]; }");
        graph.Result!.Left.Equals(graph.Result.Right).Should().BeFalse("j may be i");
    }

    [Fact]
    public void Reads_with_nothing_between_are_one_value()
    {
        var graph = GraphProbe.Of("static bool M(int[] x, int i) { var a = x[i]; return a == x[i]; }");
        graph.Result!.Left.Equals(graph.Result.Right).Should().BeTrue();
    }
}
