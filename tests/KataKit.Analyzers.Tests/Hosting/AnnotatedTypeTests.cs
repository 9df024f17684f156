using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Xunit;

namespace KataKit.Analyzers.Tests.Hosting;

/// <summary>Contract attributes on a reader's own type: it is its own contract, and the flow rules judge its annotated members.</summary>
public sealed class AnnotatedTypeTests
{
    private const string Rule = "KATA1001";
    private const string WrongScale = "[|Math.Sqrt(memory.RowCount)|]";
    private const string RightScale = "Math.Sqrt(memory.ColumnCount)";

    [Theory]
    [InlineData("public static class")]
    [InlineData("internal sealed class")]
    [InlineData("public readonly struct")]
    [InlineData("public sealed record")]
    public Task A_marked_type_is_judged_by_its_own_annotations(string type)
        => Verify.Reports(Rule, Source($"[Kata(\"self-attention\")] {type} CrossAttention", WrongScale));

    [Fact]
    public Task A_right_marked_type_is_told_nothing()
        => Verify.IsSilent(Source("[Kata(\"self-attention\")] public static class CrossAttention", RightScale));

    [Theory]
    [InlineData("public static class CrossAttention")]
    [InlineData("[Kata(\"max-pool\")] public static class CrossAttention")]
    [InlineData("[Obsolete(\"self-attention\")] public static class CrossAttention")]
    public Task A_type_that_is_not_marked_with_the_kata_is_told_nothing(string type)
        => Verify.IsSilent(Source(type, Unmarked(WrongScale)));

    [Theory]
    [InlineData("[Dims(\"seq_q d_k\"), Role(\"query\")] ", "")]
    [InlineData("", "[Dims(\"seq_k d_k\"), Role(\"key\")] ")]
    [InlineData("", "")]
    public Task What_is_not_annotated_is_not_known(string left, string right)
        => Verify.IsSilent(Source("[Kata(\"self-attention\")] public static class CrossAttention", Unmarked(WrongScale), left, right));

    [Fact]
    public Task A_marked_interface_still_speaks_for_those_who_implement_it()
        => Verify.Reports(
            Rule,
            """
            using KataKit.Contracts;
            using MathNet.Numerics.LinearAlgebra;

            [Kata("self-attention")]
            public interface IScores
            {
                Matrix<double> Weights([Dims("seq_q d_k"), Role("query")] Matrix<double> a, [Dims("seq_k d_k"), Role("key")] Matrix<double> b);
            }

            public sealed class Scores : IScores
            {
                public Matrix<double> Weights(Matrix<double> x, Matrix<double> y) => (x * y.Transpose() / [|Math.Sqrt(y.RowCount)|]).PointwiseExp();
            }
            """);

    [Fact]
    public async Task Only_annotated_members_are_entered()
    {
        var runs = await KataRuns.Of(Source("[Kata(\"self-attention\")] public static class CrossAttention", RightScale));
        runs.Select(x => x.Member).Should().Equal("Mix");
    }

    private static string Unmarked(string scale) => scale.Replace("[|", string.Empty, StringComparison.Ordinal).Replace("|]", string.Empty, StringComparison.Ordinal);

    private static string Source(
        string type, string scale, string left = "[Dims(\"seq_q d_k\"), Role(\"query\")] ", string right = "[Dims(\"seq_k d_k\"), Role(\"key\")] ")
        => $$"""
        using KataKit.Contracts;
        using MathNet.Numerics.LinearAlgebra;

        namespace Reader;

        {{type}}
        {
            public static Matrix<double> Mix({{left}}Matrix<double> asked, {{right}}Matrix<double> memory)
            {
                var scores = asked * memory.Transpose() / {{scale}};
                return Powers(scores);
            }

            private static Matrix<double> Powers(Matrix<double> exponents) => exponents.PointwiseExp();
        }
        """;
}
