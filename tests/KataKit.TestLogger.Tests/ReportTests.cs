using FluentAssertions;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using Xunit;

namespace KataKit.TestLogger.Tests;

/// <summary>What a learner reads of a run.</summary>
public sealed class ReportTests
{
    [Fact]
    public void A_stub_reads_as_one_line_a_test()
        => new FabricatedRun()
            .IsNotWritten("Softmax_rows_sum_to_one")
            .IsNotWritten("Softmax_keeps_the_shape(rows: 2, columns: 3)")
            .IsNotWritten("Attend_gives_zeros_for_a_query_that_may_attend_to_nothing_at_all")
            .Completes().Should().Be(
            """

              x Softmax  rows sum to one — not written yet (NotImplementedException)
              x Softmax  keeps the shape (rows: 2, columns: 3) — not written yet (NotImplementedException)

              x Attend   gives zeros for a query that may attend to nothing at all — not written yet (NotImplementedException)

              Softmax 0/2  Attend 0/1

            Failed: 0 of 3 tests passed; 3 not written yet, 0 wrong.

            """);

    [Fact]
    public void The_teaching_message_wraps_beside_its_test()
        => new FabricatedRun()
            .Passes("Softmax_rows_sum_to_one")
            .Fails(
                "Forward_scales_by_the_head_dimension",
                "KataKit.Specs.Checking.SpecFailureException : the scores are scaled by 1/√(head dimension), and the head dimension is "
                + "d_model / heads: 4 of 8 entries differ, the first at [0, 1]: expected 0.25, got 0.5.")
            .Completes().Should().Be(
            """

              x Forward  scales by the head dimension — the scores are scaled by 1/√(head
                         dimension), and the head dimension is d_model / heads: 4 of 8
                         entries differ, the first at [0, 1]: expected 0.25, got 0.5.

              Softmax 1/1  Forward 0/1

            Failed: 1 of 2 tests passed; 0 not written yet, 1 wrong.

            """);

    [Fact]
    public void An_exception_of_the_answer_is_told_with_its_place_in_the_kata()
        => new FabricatedRun()
            .Fails(
                "Attend_accepts_cross_attention",
                "System.IndexOutOfRangeException : Index was outside the bounds of the array.",
                """
                   at MathNet.Numerics.LinearAlgebra.Matrix`1.At(Int32 row, Int32 column) in /src/Numerics/Matrix.cs:line 7
                   at KataKit.Katas.SelfAttention.Scores(Matrix`1 q) in /home/ada/KataKit/katas/Attention/SelfAttention/SelfAttention.cs:line 31
                   at KataKit.Katas.SelfAttention.Attend(Matrix`1 q) in /home/ada/KataKit/katas/Attention/SelfAttention/SelfAttention.cs:line 20
                   at KataKit.Specs.SelfAttentionSpec`1.Attend_accepts_cross_attention()
                """)
            .Completes().Should().Contain(
            """
              x Attend  accepts cross attention — threw IndexOutOfRangeException: Index was
                        outside the bounds of the array. (SelfAttention.cs:31)

            """);

    [Fact]
    public void An_inner_exception_is_named()
        => new FabricatedRun()
            .Fails(
                "Softmax_keeps_the_shape",
                "System.TypeInitializationException : The type initializer for 'X' threw an exception.\n---- System.FormatException : bad digit")
            .Completes().Should().Contain(
            """
              x Softmax  keeps the shape — threw TypeInitializationException: The type
                         initializer for 'X' threw an exception.
                         FormatException: bad digit

            """);

    [Fact]
    public void A_property_that_breaks_by_an_exception_keeps_its_seed_and_loses_its_frames()
        => new FabricatedRun(columns: 300)
            .Fails(
                "Softmax_ignores_a_shift",
                "KataKit.Specs.Checking.SpecFailureException : a shift changes nothing. It breaks for z = [1]: System.DivideByZeroException: no\n"
                + "   at KataKit.Katas.SelfAttention.Softmax(Matrix`1 z) in /home/ada/KataKit/katas/Attention/SelfAttention/SelfAttention.cs:line 12\n"
                + "   at KataKit.Specs.Checking.Property.<Holds>g__Passes|1_0(T input) (seed 42)")
            .Completes().Should().Contain(
                "a shift changes nothing. It breaks for z = [1]: System.DivideByZeroException: no (seed 42) (SelfAttention.cs:12)\n");

    [Fact]
    public void A_wrong_value_names_no_place_for_the_spec_alone_knows_it()
        => new FabricatedRun()
            .Fails(
                "Softmax_rows_sum_to_one",
                "Expected sums to be 1.",
                "   at KataKit.Katas.SelfAttention.Softmax(Matrix`1 z) in /home/ada/KataKit/katas/Attention/SelfAttention/SelfAttention.cs:line 12")
            .Completes().Should().Contain("rows sum to one — Expected sums to be 1.\n");

    [Fact]
    public void A_message_of_many_lines_is_cut_and_says_so()
    {
        var report = new FabricatedRun().Fails("Softmax_a", string.Join("\n", Enumerable.Range(1, 25).Select(i => $"line {i}"))).Completes();

        report.Should().Contain("line 20\n").And.NotContain("line 21\n").And.Contain("... 5 more lines; `--logger console` shows them all.\n");
    }

    [Fact]
    public void What_the_answer_prints_is_shown_and_what_the_adapter_prints_is_not()
        => new FabricatedRun()
            .Says("[xUnit.net 00:00:00.01] xUnit.net VSTest Adapter v3.1.5")
            .Says("scores\n0.5 0.5\n")
            .Says("to the error stream", TestMessageLevel.Warning)
            .Says("the console logger shows this", TestMessageLevel.Error)
            .Passes("Softmax_rows_sum_to_one")
            .Completes().Should().Be(
            """

            Your output:
              | scores
              | 0.5 0.5
              | to the error stream

              Softmax 1/1

            Passed: 1 of 1 tests.

            """);

    [Fact]
    public void A_flood_of_output_is_cut_and_says_so()
    {
        var report = new FabricatedRun().Says(string.Join("\n", Enumerable.Range(1, 1000))).Passes("Softmax_a").Completes();

        report.Should().Contain("  | 200\n").And.NotContain("  | 201\n").And.Contain("  ... 800 more lines of output.\n");
    }

    [Fact]
    public void A_skipped_test_is_not_a_passed_one()
        => new FabricatedRun().Passes("Softmax_a").Skips("Softmax_b", "needs a network").Completes().Should().Be(
            """

              - Softmax  b — skipped: needs a network

              Softmax 1/2

            Incomplete: 1 of 2 tests passed; 1 skipped.

            """);

    [Fact]
    public void A_run_without_tests_is_an_error()
        => new FabricatedRun().Says("No test matches the filter.", TestMessageLevel.Warning).Completes().Should().Be(
            """

              | No test matches the filter.

            Error: no test ran, so there is no verdict.

            """);

    [Fact]
    public void A_run_that_skipped_every_test_is_an_error()
        => new FabricatedRun().Skips("Softmax_a", "later").Completes().Should().EndWith("\nError: no test ran, so there is no verdict.\n");

    [Fact]
    public void A_run_that_breaks_off_is_an_error_even_if_all_tests_so_far_passed()
        => new FabricatedRun().Passes("Softmax_a").Aborts().Should().EndWith(
            """

            Error: the run broke off, so there is no verdict (tests finished: 1). `dotnet
            test --blame-hang-timeout 10s --blame-hang-dump-type none` names the test that
            was running.

            """).And.NotContain("Passed");

    [Fact]
    public void A_crash_names_the_method_of_the_answer_instead_of_printing_the_trace_again()
        => new FabricatedRun(columns: 300)
            .Says(
                """
                Stack overflow.
                   at System.Math.Exp(Double)
                   at KataKit.Katas.SelfAttention.Softmax(MathNet.Numerics.LinearAlgebra.Matrix`1<Double>)
                   at KataKit.Specs.SelfAttentionSpec`1.Softmax_a()
                """)
            .Aborts().Should().Contain("  | Stack overflow.\n")
            .And.NotContain("   at ")
            .And.EndWith(" Your code was last seen in SelfAttention.Softmax.\n");

    [Fact]
    public void A_cancelled_run_is_an_error()
        => new FabricatedRun().Passes("Softmax_a").IsCancelled().Should()
            .EndWith("\nError: the run was cancelled, so there is no verdict (tests finished: 1).\n");

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-CN")]
    [InlineData("zh")]
    public void Chinese_is_spoken_to_whoever_asks_for_it(string language)
        => new FabricatedRun(language)
            .IsNotWritten("Softmax_rows_sum_to_one")
            .Fails("Softmax_keeps_the_shape", "System.IndexOutOfRangeException : Index was outside the bounds of the array.")
            .Completes().Should().Be(
            """

              x Softmax  rows sum to one — 尚未实现（NotImplementedException）
              x Softmax  keeps the shape — 抛出了 IndexOutOfRangeException：Index was
                         outside the bounds of the array.

              Softmax 0/2

            未通过：2 个测试中通过 0 个；尚未实现 1 个，错误 1 个。

            """);

    [Fact]
    public void Chinese_errors_are_errors()
    {
        new FabricatedRun("zh-Hans").Completes().Should().Be("\n错误：没有运行任何测试，因此没有结论。\n");
        new FabricatedRun("zh-Hans", columns: 300).Aborts().Should().StartWith("\n错误：运行中断，因此没有结论（已完成的测试：0 个）。");
        new FabricatedRun("zh-Hans").IsCancelled().Should().Be("\n错误：运行被取消，因此没有结论（已完成的测试：0 个）。\n");
    }
}
