using FluentAssertions;
using KataKit.Analyzers.Graph;
using KataKit.Analyzers.Graph.Patterns;
using Xunit;

namespace KataKit.Analyzers.Tests.Graph;

/// <summary>Loops that are counted out with the numbers of a call.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (x > 1) x = x < 3 ? 4 : 2;")]
    [InlineData("for (; ;) { x = -x; if (x > 9) break; }")]
    [InlineData("do x = 7 - x; while (x > 0);")]
    [InlineData("if (x < 9) while (x > 1) if (x == 0) return 0;")]
    public void A_loop_that_repeats_itself_never_ends(string code) => IsEndless(code, 5).Should().BeTrue();

    [Theory]
    [InlineData("while (x > 1) x--;")]
    [InlineData("for (; ;) { x = -x; if (x < 0) break; }")]
    [InlineData("if (x > 9) while (true) { }")]
    [InlineData("while (x > 1) x = Unknown(x);")]
    [InlineData("while (x > 1) { if (Unknown(x) > 3) break; }")]
    [InlineData("while (x > 1) { for (var i = 0; i < 2; i++) if (i == 1) return 0; }")]
    [InlineData("for (long i = 0; i < 1_000_000_000; i++) x = -x;")]
    public void A_loop_that_ends_or_is_not_understood_is_not_endless(string code) => IsEndless(code, 5).Should().BeFalse();

    private static bool IsEndless(string code, double argument)
        => Evaluation.OfCall(argument).IsEndless(GraphProbe.Of($"static double M(double x) {{ {code} return x; }} static double Unknown(double x) => Random.Shared.NextDouble() * x;").Loops[0]);
}
