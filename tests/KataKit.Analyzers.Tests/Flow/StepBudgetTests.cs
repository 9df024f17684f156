using FluentAssertions;
using KataKit.Analyzers.Tests.Corpus;
using KataKit.Analyzers.Tests.Verification;
using KataKit.Grading;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>
/// The work of a run is counted, not timed: an engine whose work grows with the length of a submission's loops to some power would be
/// felt at every keystroke.
/// </summary>
public sealed class StepBudgetTests(ITestOutputHelper output)
{
    private const int MostStepsOfAFile = 5_000;

    private static readonly Kata Attention = KataSource.Catalogue.Get("SelfAttention");

    public static TheoryData<string> Files() => [.. Attention.Right.Select(x => x.Name), "solution"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_right_file_is_read_to_the_end_within_the_budget(string name)
    {
        var source = name == "solution"
            ? KataSource.Solution("SelfAttention")
            : Attention.Right.Single(x => x.Name == name).Text;
        var runs = await KataRuns.Of(source);
        output.WriteLine(string.Join(", ", runs.Select(x => $"{x.Member} {x.Outcome.Steps}")));
        runs.Should().HaveCount(3).And.OnlyContain(x => x.Outcome.Steps > 0);
        runs.Where(x => !x.Outcome.IsComplete).Select(x => $"{x.Member}: {x.Outcome.Refusal}").Should().BeEmpty("a refused run judges nothing");
        runs.Sum(x => x.Outcome.Steps).Should().BeLessThan(MostStepsOfAFile);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Nested_loops_multiply_the_work_by_a_bounded_factor(int depth)
    {
        var loops = string.Concat(Enumerable.Range(0, depth).Select(x => $"for (var i{x} = 0; i{x} < queries.RowCount; i{x}++) "));
        var steps = await Steps(loops + "s += queries[0, i0] * keys[0, i0];");
        output.WriteLine($"{depth} loops: {steps} steps");
        steps.Should().BeLessThan((int)(80 * Math.Pow(1.5, depth - 1)), "a loop takes a turn or two to settle, and the loops in it are settled by then");
    }

    [Fact]
    public async Task A_run_that_would_never_end_is_given_up()
    {
        const int Calls = 12;
        var helpers = Enumerable.Range(0, Calls).Select(x => $"private static double F{x}(double v) => F{x + 1}(v) + F{x + 1}(v) + F{x + 1}(v);");
        var runs = await KataRuns.Of(KataSource.Attend("var s = F0(1); return null!;", $"{string.Concat(helpers)} private static double F{Calls}(double v) => v;"));
        runs.Single(x => x.Member == "Attend").Outcome.Refusal.Should().Be("more steps than the budget");
    }

    [Theory]
    [InlineData("a sum is squared over and over", "a = a * a;")]
    [InlineData("a remainder of itself", "a = (a % (a + 1));")]
    [InlineData("a sequence in which each number comes from two before", "var c = (a % b) + 1; a = b; b = c;")]
    [InlineData("bits are mixed", "a = a ^ (a << 3) ^ (a >> 5);")]
    public void Numbers_that_double_in_length_do_not_double_the_work(string what, string statement)
    {
        var body = $"int a = queries.RowCount + keys.RowCount, b = queries.ColumnCount + 1; {string.Concat(Enumerable.Repeat($"{{ {statement} }}", 60))} Math.Exp(a); return null!;";
        var work = InterpreterWork.In(KataCompilation.Compile(KataSource.Attend(body)));
        output.WriteLine($"{what}: {work}");
        work.Compiles.Should().BeTrue();
        work.Bytes.Should().BeLessThan(20_000_000);
    }

    private static async Task<int> Steps(string body)
        => (await KataRuns.Of(KataSource.Attend("var s = 0.0; " + body + " return null!;"))).Single(x => x.Member == "Attend").Outcome.Steps;
}
