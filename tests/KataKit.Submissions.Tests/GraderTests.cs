using System.Diagnostics;
using System.Globalization;
using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>What the grader makes of answers that misbehave. The tests stand in the answer, so that each case says what it does.</summary>
public sealed class GraderTests : IDisposable
{
    private const string Good = "[Fact] public void Good() { }";

    private static readonly Kata Kata = KataCatalogue.Find(AppContext.BaseDirectory).Katas[0];

    private static readonly SubmissionCompiler Compiler = new(KataBuild.Read(Kata), "KataKit.Katas.Probe");

    private readonly Grader _grader = new(new GradingLimits { TestTime = TimeSpan.FromSeconds(3) });

    public void Dispose() => _grader.Dispose();

    [Fact]
    public async Task Passing_tests_are_a_pass_and_rows_are_told_apart()
    {
        var grade = await GradeAsync("[Theory, InlineData(1), InlineData(2)] public void Row(int n) => Assert.True(n > 0);", Good);

        Expect(Verdict.Pass, grade);
        Assert.Null(grade.Reason);
        Assert.Equal(["Good", "Row(n: 1)", "Row(n: 2)"], grade.Tests.Select(test => test.DisplayName).Order(StringComparer.Ordinal));
        Assert.Equal(["Good", "Row", "Row"], grade.Tests.Select(test => test.Method).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failing_test_is_told_with_its_exception_and_distance()
    {
        var grade = await GradeAsync(
            """[Fact] public void Far() => KataKit.Specs.Checking.Close.To(1, 1 + 5e-8, "they agree");""",
            """[Fact] public void Kind() => throw new KataKit.Specs.Checking.SpecFailureException("no");""",
            """[Fact] public void Other() => throw new InvalidOperationException("oops");""",
            Good);

        Expect(Verdict.Fail, grade);
        Assert.Equal("3 of 4 tests failed.", grade.Reason);
        Assert.Equal(("KataKit.Specs.Checking.SpecFailureException", true), (Of(grade, "Far").ExceptionType, Of(grade, "Far").Message!.StartsWith("they agree", StringComparison.Ordinal)));
        Assert.InRange(Of(grade, "Far").Tolerances!.Value, 24, 26);
        Assert.Equal(double.PositiveInfinity, Of(grade, "Kind").Tolerances);
        Assert.Equal(("System.InvalidOperationException", "oops", null), (Of(grade, "Other").ExceptionType, Of(grade, "Other").Message, Of(grade, "Other").Tolerances));
        Assert.Equal(TestOutcome.Passed, Of(grade, "Good").Outcome);
    }

    [Fact]
    public async Task An_endless_loop_times_out_alone()
    {
        var grade = await GradeAsync("[Fact] public void Hangs() { while (true) { } }", Good, "[Fact] public void Bad() => Assert.Fail();");

        Expect(Verdict.Timeout, grade);
        Assert.Equal(TestOutcome.TimedOut, Of(grade, "Hangs").Outcome);
        Assert.Contains("3 s", Of(grade, "Hangs").Message, StringComparison.Ordinal);
        Assert.Equal((TestOutcome.Passed, TestOutcome.Failed), (Of(grade, "Good").Outcome, Of(grade, "Bad").Outcome));
    }

    [Theory]
    [InlineData("Overflows(); void Overflows() { Overflows(); GC.KeepAlive(this); }", "Stack overflow")]
    [InlineData("Environment.Exit(0);", "ended")]
    [InlineData("""Environment.FailFast("I give up");""", "I give up")]
    [InlineData("""new System.Threading.Thread(() => throw new Exception("loose")).Start(); System.Threading.Thread.Sleep(1500);""", "loose")]
    public async Task The_end_of_the_process_is_a_crash_of_the_running_test_alone(string body, string message)
    {
        var grade = await GradeAsync($"[Fact] public void Crashes() {{ {body} }}", Good, "[Fact] public void Better() { }");

        Expect(Verdict.Crash, grade);
        Assert.Equal(TestOutcome.Crashed, Of(grade, "Crashes").Outcome);
        Assert.Contains(message, Of(grade, "Crashes").Message, StringComparison.Ordinal);
        Assert.Equal((TestOutcome.Passed, TestOutcome.Passed), (Of(grade, "Good").Outcome, Of(grade, "Better").Outcome));
    }

    [Fact]
    public async Task Too_much_managed_memory_is_told_of_the_test_that_asked_for_it()
    {
        var grade = await GradeAsync("[Fact] public void Hoards() { var all = new List<byte[]>(); while (true) { all.Add(new byte[1 << 20]); } }", Good);

        Expect(Verdict.Memory, grade);
        Assert.Equal((TestOutcome.OutOfMemory, TestOutcome.Passed), (Of(grade, "Hoards").Outcome, Of(grade, "Good").Outcome));
    }

    [Fact]
    public async Task Too_much_native_memory_ends_the_process()
    {
        using var frugal = new Grader(new GradingLimits { ProcessBytes = 300L << 20 });
        var hoarder = await CompileAsync(
            """
            [Fact] public void Hoards()
            {
                const int Chunk = 4 << 20;
                for (var i = 0; i < 500; i++)
                {
                    var memory = System.Runtime.InteropServices.Marshal.AllocHGlobal(Chunk);
                    for (var at = 0; at < Chunk; at += 4096) { System.Runtime.InteropServices.Marshal.WriteByte(memory, at, 1); }
                }
                System.Threading.Thread.Sleep(-1);
            }
            """,
            Good);

        var grade = await frugal.GradeAsync(hoarder);

        Expect(Verdict.Memory, grade);
        Assert.Contains("300 MB", Of(grade, "Hoards").Message, StringComparison.Ordinal);
        Assert.Equal(TestOutcome.Passed, Of(grade, "Good").Outcome);
    }

    [Fact]
    public async Task A_crash_before_any_test_is_a_crash_and_not_an_empty_pass()
    {
        var grade = await GradeAsync(
            "public static IEnumerable<object[]> Rows() { Environment.Exit(0); return []; }",
            "[Theory, MemberData(nameof(Rows))] public void Row(int n) { }",
            Good);

        Expect(Verdict.Crash, grade);
        Assert.Empty(grade.Tests);
    }

    [Fact]
    public async Task Zero_tests_are_not_a_pass()
    {
        var grade = await GradeAsync("public void NotATest() { }");

        Expect(Verdict.NoTests, grade);
    }

    [Fact]
    public async Task A_skipped_test_is_not_a_pass()
    {
        var grade = await GradeAsync("""[Fact(Skip = "later")] public void Skipped() { }""", Good);

        Expect(Verdict.Fail, grade);
        Assert.Equal(TestOutcome.Skipped, Of(grade, "Skipped").Outcome);
    }

    [Fact]
    public async Task What_does_not_compile_is_a_build_error_in_the_compilers_words()
    {
        var grade = await GradeAsync("[Fact] public void Bad() { int n = \"one\"; }");

        Expect(Verdict.BuildError, grade);
        Assert.Contains("CS0029", grade.Reason, StringComparison.Ordinal);
        Assert.Empty(grade.Tests);
    }

    [Fact]
    public async Task Output_input_and_exit_code_say_nothing()
    {
        var grade = await GradeAsync(
            """
            [Fact] public void Talks()
            {
                for (var i = 0; i < 100_000; i++) { Console.WriteLine("Passed!  - Failed: 0"); }
                using var raw = Console.OpenStandardOutput();
                raw.Write(new byte[1 << 20]);
                Assert.Null(Console.ReadLine());
                Environment.ExitCode = 7;
            }
            """,
            "[Fact] public void Bad() => Assert.Fail();");

        Expect(Verdict.Fail, grade);
        Assert.Equal((TestOutcome.Passed, TestOutcome.Failed), (Of(grade, "Talks").Outcome, Of(grade, "Bad").Outcome));
    }

    [Fact]
    public async Task Console_output_is_told_with_the_test_that_wrote_it()
    {
        var grade = await GradeAsync(
            """[Fact] public void Talks() { Console.Write("one "); Console.Error.WriteLine("two"); Console.WriteLine(3); }""", Good);

        Expect(Verdict.Pass, grade);
        Assert.Equal(("one two\n3\n", ""), (Of(grade, "Talks").Output.ReplaceLineEndings("\n"), Of(grade, "Good").Output));
        Assert.False(grade.IsOutputTruncated);
    }

    [Fact]
    public async Task Console_output_is_cut_and_the_grade_says_so()
    {
        using var quiet = new Grader(new GradingLimits { OutputChars = 100 });

        var grade = await quiet.GradeAsync(await CompileAsync("""[Fact] public void Talks() { for (var i = 0; i < 60; i++) { Console.Write("ab"); } }"""));

        Expect(Verdict.Pass, grade);
        Assert.Equal((100, true), (Of(grade, "Talks").Output.Length, grade.IsOutputTruncated));
    }

    [Fact]
    public async Task Processor_time_has_a_limit_too()
    {
        using var hasty = new Grader(new GradingLimits { ProcessorTime = TimeSpan.FromSeconds(1), TestTime = TimeSpan.FromSeconds(60) });

        var grade = await hasty.GradeAsync(await CompileAsync("[Fact] public void Hangs() { while (true) { } }", Good));

        Expect(Verdict.Timeout, grade);
        Assert.Contains("processor time", Of(grade, "Hangs").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_from_outside_changes_no_verdict()
    {
        var slow = await CompileAsync("[Fact] public void Slow() => System.Threading.Thread.Sleep(1500);", Good, "[Fact] public void Bad() => Assert.Fail();");
        _grader.WarmUp(slow);
        var grading = _grader.GradeAsync(slow);
        await Task.Delay(700);
        foreach (var worker in Process.GetProcessesByName("dotnet").Where(IsWorkerOfThisProcess))
        {
            worker.Kill();
        }

        var grade = await grading;

        Expect(Verdict.Fail, grade);
        Assert.Equal((TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Failed), (Of(grade, "Slow").Outcome, Of(grade, "Good").Outcome, Of(grade, "Bad").Outcome));
    }

    [Fact]
    public async Task What_an_answer_leaves_behind_is_not_held_against_the_next_one()
    {
        await GradeAsync("""[Fact] public void Plants() => new System.Threading.Thread(() => { System.Threading.Thread.Sleep(300); throw new Exception("late"); }).Start();""");

        var grade = await GradeAsync("[Fact] public void Slow() => System.Threading.Thread.Sleep(800);", Good);

        Expect(Verdict.Pass, grade);
    }

    [Fact]
    public async Task A_worker_forgets_the_answers_that_it_has_served()
    {
        var counts = await CompileAsync(
            $$"""
            [Fact] public void Forgotten()
            {
                for (var i = 0; i < 10; i++) { GC.Collect(); GC.WaitForPendingFinalizers(); }
                Assert.InRange(AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == "{{Kata.Name}}"), 1, 2);
            }
            """);
        for (var i = 0; i < 5; i++)
        {
            await GradeAsync(Good);
        }

        Expect(Verdict.Pass, await _grader.GradeAsync(counts));
    }

    [Fact]
    public async Task A_grade_can_be_given_up_and_the_next_one_is_right()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var hanging = await CompileAsync("[Fact] public void Hangs() { while (true) { } }");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _grader.GradeAsync(hanging, giveUp.Token));

        Expect(Verdict.Pass, await GradeAsync(Good));
    }

    [Fact]
    public async Task All_tests_together_have_a_limit_too()
    {
        using var hasty = new Grader(new GradingLimits { TestTime = TimeSpan.FromSeconds(1), TotalTime = TimeSpan.FromSeconds(1.5) });
        var hangs = Enumerable.Range(0, 5).Select(i => $"[Fact] public void Hangs{i}() {{ while (true) {{ }} }}");

        var grade = await hasty.GradeAsync(await CompileAsync([.. hangs]));

        Expect(Verdict.Timeout, grade);
        Assert.Equal(5, grade.Tests.Length);
        Assert.Contains(grade.Tests, test => test.Outcome == TestOutcome.NotRun);
        Assert.InRange(grade.Duration, TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(10));
    }

    private static bool IsWorkerOfThisProcess(Process process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
                && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("KataKit.Worker.dll", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has just ended, or the platform does not tell; then the test shows less.
            return false;
        }
    }

    private static void Expect(Verdict verdict, Grade grade)
        => Assert.True(grade.Verdict == verdict, $"expected {verdict}, got {grade.Verdict}: {grade.Reason}");

    private static TestResult Of(Grade grade, string method) => Assert.Single(grade.Tests, test => test.Method == method);

    private async Task<Grade> GradeAsync(params string[] members) => await _grader.GradeAsync(await CompileAsync(members));

    /// <summary>Compiles an answer with tests of its own in place of the kata's spec.</summary>
    private static Task<CompiledSubmission> CompileAsync(params string[] members)
        => Compiler.CompileAsync(
            $"using Xunit;\n{File.ReadAllText(Kata.SolutionPath)}\npublic sealed class Probe\n{{\n{string.Join('\n', members)}\n}}\n", "Probe.cs");
}
