using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>The matrices of a failed comparison reach the grade as data, and what is no such data does not.</summary>
public sealed class MatrixDataTests : IDisposable
{
    private const string Failure = "KataKit.Specs.Checking.SpecFailureException";

    private static readonly Kata Kata = KataCatalogue.Find(AppContext.BaseDirectory).Katas[0];

    private static readonly SubmissionCompiler Compiler = new(KataBuild.Read(Kata), "KataKit.Katas.Probe");

    private readonly Grader _grader = new();

    public void Dispose() => _grader.Dispose();

    [Fact]
    public async Task A_failed_comparison_tells_both_matrices_and_which_entries_differ()
    {
        var test = await FailAsync(
            """
            var mine = new double[,] { { 1, double.NaN, 3 }, { 4, 5, 6 } };
            try { KataKit.Specs.Checking.Close.To(mine, new double[,] { { 1, double.NaN, 3.5 }, { 4 + 1e-12, 5, double.PositiveInfinity } }, "they agree"); }
            finally { Array.Clear(mine); }
            """);

        Assert.StartsWith("they agree: 2 of 6 entries differ, the first at [0, 2]", test.Message, StringComparison.Ordinal);
        Assert.Equal(new MatrixPlace(2, 3, 0, 0, 2, 3, Slice: -1), test.Matrices!.Place);
        Assert.Equal<double>([1, double.NaN, 3, 4, 5, 6], test.Matrices.Actual);
        Assert.Equal<double>([1, double.NaN, 3.5, 4 + 1e-12, 5, double.PositiveInfinity], test.Matrices.Expected);
        Assert.Equal<bool>([false, false, true, false, false, true], test.Matrices.Differs);
    }

    [Fact]
    public async Task Of_a_large_one_the_part_around_the_first_entry_that_differs_is_told()
    {
        var test = await FailAsync("var mine = new double[40, 12]; mine[30, 11] = 7; KataKit.Specs.Checking.Close.To(mine, new double[40, 12], \"zeros\");");

        var place = test.Matrices!.Place;
        Assert.Equal(new MatrixPlace(16, 12, 22, 0, 40, 12, Slice: -1), place);
        Assert.Equal((30, 11), (place.FirstRow + (test.Matrices.Differs.IndexOf(true) / 12), test.Matrices.Differs.IndexOf(true) % 12));
        Assert.Equal(7, test.Matrices.Actual.Max());
    }

    [Fact]
    public async Task Of_a_volume_the_slice_is_told_in_which_the_first_entry_differs()
    {
        var test = await FailAsync(
            "var mine = new double[3, 2, 2]; mine[2, 1, 0] = 7; KataKit.Specs.Checking.CloseVolume.To(mine, new double[3, 2, 2], \"zeros\");");

        Assert.Equal(new MatrixPlace(2, 2, 0, 0, 2, 2, Slice: 2), test.Matrices!.Place);
        Assert.Equal<double>([0, 0, 7, 0], test.Matrices.Actual);
    }

    [Theory]
    [InlineData("""Close.To(new double[,] { { 1, 2, 3 } }, new double[,] { { 1, 2, 4 } }, "a row")""")]
    [InlineData("""Close.To(new double[2, 2], new double[2, 3], "another shape")""")]
    [InlineData("""Close.To([1.0, 2], [1.0, 3], "vectors")""")]
    public async Task What_is_no_picture_is_told_in_words_alone(string comparison)
        => Assert.Null((await FailAsync($"KataKit.Specs.Checking.{comparison};")).Matrices);

    [Theory]
    [InlineData("new object()")]
    [InlineData("(new double[0, 0], new double[0, 0], new bool[0, 0], new[] { 0, 0, 0, 0, 0 })")]
    [InlineData("(new double[2, 2], new double[2, 3], new bool[2, 2], new[] { 0, 0, 2, 2, -1 })")]
    [InlineData("(new double[2, 2], (double[,])null!, new bool[2, 2], new[] { 0, 0, 2, 2, -1 })")]
    [InlineData("(new double[2, 2], new double[2, 2], new bool[2, 2], new[] { 0 })")]
    [InlineData("(new double[2, 2], new double[2, 2], new bool[2, 2], new[] { 1, 0, 2, 2, -1 })")]
    [InlineData("(new double[2, 2], new double[2, 2], new bool[2, 2], new[] { -1, 0, 2, 2, -1 })")]
    [InlineData("(new double[2, 2], new double[2, 2], new bool[2, 2], new[] { int.MaxValue, 0, int.MinValue, 2, -1 })")]
    [InlineData("(new double[4000, 4000], new double[4000, 4000], new bool[4000, 4000], new[] { 0, 0, 4000, 4000, -1 })")]
    public async Task What_an_answer_forges_is_dropped_and_its_message_stays(string data)
    {
        var test = await FailAsync($$"""var mine = new {{Failure}}("mine"); mine.Data["KataKit.Matrices"] = {{data}}; throw mine;""");

        Assert.Equal("mine", test.Message);
        Assert.Null(test.Matrices);
    }

    /// <summary>Grades a test with this body, and one that passes.</summary>
    private async Task<TestResult> FailAsync(string body)
    {
        var source = $"using Xunit;\n{await File.ReadAllTextAsync(Kata.SolutionPath)}\npublic sealed class Probe\n{{\n[Fact] public void Fails() {{ {body} }}\n[Fact] public void Good() {{ }}\n}}\n";
        var compiled = await Compiler.CompileAsync(source, "Probe.cs");
        Assert.True(compiled.Image is not null, string.Join('\n', compiled.Errors));
        var grade = await _grader.GradeAsync(compiled);
        Assert.True(grade.Verdict == Verdict.Fail, $"{grade.Verdict}: {grade.Reason}");
        Assert.Equal(TestOutcome.Passed, grade.Tests.Single(test => test.Method == "Good").Outcome);
        return grade.Tests.Single(test => test.Method == "Fails");
    }
}
