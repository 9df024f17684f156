using System.Globalization;
using System.Text;
using KataKit.TestLogger.Tests;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests;

/// <summary>What <c>dotnet test</c> says of a kata.</summary>
public sealed class DotnetTestTests
{
    private const string Kata = "/home/ada/KataKit/katas/Attention/SelfAttention/SelfAttention.cs";

    private static readonly (string Title, Func<FabricatedRun, string> Run)[] Runs =
    [
        ("a stub", run => run
            .IsNotWritten("Softmax_rows_sum_to_one")
            .IsNotWritten("Softmax_keeps_the_shape(rows: 2, columns: 3)")
            .IsNotWritten("Attend_gives_zeros_for_a_query_that_may_attend_to_nothing_at_all")
            .Completes()),
        ("failures", run => run
            .Says("scores\n0.5 0.5\n")
            .Passes("Softmax_rows_sum_to_one")
            .Skips("Softmax_keeps_the_shape", "needs a network")
            .Fails(
                "Attend_accepts_cross_attention",
                "System.IndexOutOfRangeException : Index was outside the bounds of the array.",
                $"   at KataKit.Katas.SelfAttention.Scores(Matrix`1 q) in {Kata}:line 31")
            .Fails(
                "Forward_scales_by_the_head_dimension",
                "KataKit.Specs.Checking.SpecFailureException : the scores are scaled by 1/√(head dimension), and the head dimension is "
                + "d_model / heads: 4 of 8 entries differ, the first at [0, 1]: expected 0.25, got 0.5.")
            .Fails("Forward_keeps_the_shape", string.Join('\n', Enumerable.Range(1, 25).Select(line => $"line {line}")))
            .Completes()),
        ("a pass", run => run.Passes("Softmax_rows_sum_to_one").Passes("Attend_accepts_cross_attention").Completes()),
        ("a crash", run => run
            .Passes("Softmax_rows_sum_to_one")
            .Says(
                """
                Stack overflow.
                   at System.Math.Exp(Double)
                   at KataKit.Katas.SelfAttention.Softmax(MathNet.Numerics.LinearAlgebra.Matrix`1<Double>)
                   at KataKit.Specs.SelfAttentionSpec`1.Softmax_a()
                """)
            .Aborts()),
        ("no tests", run => run.Completes()),
        ("a run that was cancelled", run => run.Passes("Softmax_rows_sum_to_one").IsCancelled()),
    ];

    [Theory]
    [ClassData(typeof(Languages))]
    public async Task A_run_is_told_by_its_tests_and_its_end(string language)
    {
        var text = new StringBuilder();
        foreach (var (title, run) in Runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"=== {title}\n{run(new FabricatedRun(language))}\n");
        }

        await Verify(text.ToString()).UseDirectory("texts").UseFileName($"dotnet-test.{language}");
    }
}
