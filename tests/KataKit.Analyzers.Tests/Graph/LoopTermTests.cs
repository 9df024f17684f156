using FluentAssertions;
using KataKit.Analyzers.Graph;
using Xunit;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>What a loop carries on, and what is known behind it.</summary>
public sealed class LoopTermTests
{
    [Theory]
    [InlineData("static int M(int n) { var i = 0; do { i += 2; } while (i < n); return i; }", "Add(v1{0; Add(v1, 2)}, 2)", "the step is taken before the test")]
    [InlineData("static int M(int n) { var i = 0; while (true) { if (i >= n) break; i++; } return i; }", "v1{0; Add(v1, 1)}", "a break is a way out")]
    [InlineData("static int M(int n) { var i = 0; for (; ; ) { if (i >= n) return i; i++; } }", "v1{0; Add(v1, 1)}", "so is a return")]
    [InlineData("static int M(int[] x) { var c = 0; foreach (var e in x) { if (e < 0) continue; c++; } return c; }", "v1{0; Choice(Less(Iterated@1(x), 0), v1, Add(v1, 1))}", "a round that is cut short carries on what it has")]
    [InlineData("static int M(int[] x) => x.Count(e => e > 0);", "v1{0; Choice(Less(0, Iterated@1(x)), Add(v1, 1), v1)}", "LINQ counts as a loop does")]
    [InlineData("static int M(int[] x) { var m = x[0]; foreach (var e in x) m = Math.Max(m, e); return m; }", "v1{Element(x, 0); Max(v1, Iterated@1(x))}", "a running maximum")]
    [InlineData("static int M(int[] x) { var s = 0; foreach (var e in x.Where(y => y > 0).Select(y => y * y)) s += e; return s; }", "v1{0; Add(v1, Multiply(Iterated@1(x), Iterated@1(x)))}", "operators that map are seen through")]
    [InlineData("static int M(int n) { var s = 0; for (var i = 0; i < n; i++) for (var j = 0; j < i; j++) s += j; return s; }", "v1{0; v2{v1; Add(v2, v3{0; Add(v3, 1)})}}", "the inner loop begins with what the outer one carries")]
    public void Variables_carry_on(string members, string expected, string because) => GraphProbe.Of(members).Result!.ToString().Should().Be(expected, because);

    [Fact]
    public void An_unchanged_variable_is_no_variable_of_the_loop()
        => GraphProbe.Returns("static int M(int n) { var best = int.MaxValue; var at = -1; for (var i = 0; i < n; i++) if (i < best) at = i; return at; }",
            "v1{-1; Choice(Less(v2{0; Add(v2, 1)}, 2147483647), v2, v1)}");

    [Fact]
    public void Behind_the_loop_its_condition_is_known_to_fail()
    {
        var graph = GraphProbe.Of("static int M(int n) { var i = 0; while (i < n) i++; return i; }");
        graph.Events.Single(x => x.Kind == GraphEventKind.Return).Guards.Should().ContainSingle(x => !x.Holds && x.Header == graph.Loops[0]);
        graph.Loops[0].HasOtherExit.Should().BeFalse();
    }

    [Theory]
    [InlineData("static int M(int n) { for (var i = 0; ; i++) { if (i > n) break; } return 0; }")]
    [InlineData("static int M(int n) { for (var i = 0; i < n; i++) { if (i > 3) return 1; } return 0; }")]
    [InlineData("static int M(int n) { for (var i = 0; i < n; i++) { Check(i); } return 0; } static void Check(int i) { if (i > 3) throw new Exception(); }")]
    public void Other_ways_out_are_known(string members) => GraphProbe.Of(members).Loops[0].HasOtherExit.Should().BeTrue();

    [Theory]
    [InlineData("static int M(int n) { for (var i = 0; i < n; i++) { Look(i); } return 0; } static int Look(int i) { if (i > 3) return 1; return 0; }")]
    [InlineData("static int M(int n) { for (var i = 0; i < n; i++) { switch (i) { case 1: break; default: break; } } return 0; }")]
    public void A_return_of_a_helper_or_a_break_of_a_switch_leaves_no_loop(string members) => GraphProbe.Of(members).Loops[0].HasOtherExit.Should().BeFalse();

    [Fact]
    public void Events_know_the_loops_around_them()
    {
        var graph = GraphProbe.Of("static void M(double[,] x) { for (var i = 0; i < x.GetLength(0); i++) for (var j = 0; j < x.GetLength(1); j++) x[i, j] = 0; }");
        var store = graph.Stores.Single();
        graph.Loops.Should().HaveCount(2).And.AllSatisfy(x => store.IsIn(x).Should().BeTrue());
        store.Place!.Indices.Select(x => x.IsCounter(out _, out var step) ? step : 0).Should().Equal(1, 1);
        store.Place.Indices[0].VariesIn(graph.Loops[0]).Should().BeTrue();
        store.Place.Indices[0].VariesIn(graph.Loops[1]).Should().BeFalse("the row stays while the columns run");
    }
}
