using System.Collections.Immutable;
using KataKit.Grading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Evidence that does not show what it should is found out.</summary>
public sealed class JudgementTests
{
    private const string SpecFailure = "KataKit.Specs.Checking.SpecFailureException";
    private static readonly SubmissionHeader Header = new("ATT1 scaled by the model width", "Forward_scales", Rule: null, Verdict.Fail);

    [Theory]
    [InlineData(SpecFailure, 10.0)]
    [InlineData(SpecFailure, double.PositiveInfinity)]
    [InlineData("Xunit.Sdk.XunitException", null)]
    public void A_far_failure_of_the_named_test_is_good_evidence(string exceptionType, double? tolerances)
        => Assert.Empty(Judgement.OfWrong(Header, Compiled(), Failing("Forward_scales", exceptionType, tolerances)));

    [Theory]
    [InlineData("Forward_scales", SpecFailure, 9.9, "10 tolerances")]
    [InlineData("Forward_scales", SpecFailure, double.NaN, "10 tolerances")]
    [InlineData("Forward_scales", "System.IndexOutOfRangeException", null, "no assertion")]
    [InlineData("Forward_scales", "System.NotImplementedException", null, "no assertion")]
    [InlineData("Softmax_sums", SpecFailure, 100.0, "Not passed are: Softmax_sums")]
    public void A_failure_by_another_cause_is_not(string method, string exceptionType, double? tolerances, string problem)
        => Assert.Contains(problem, Assert.Single(Judgement.OfWrong(Header, Compiled(), Failing(method, exceptionType, tolerances))), StringComparison.Ordinal);

    [Fact]
    public void A_survivor_is_named()
    {
        var grade = new Grade(Verdict.Pass, null, [new TestResult("Forward_scales", "Forward_scales", TestOutcome.Passed)], default);

        Assert.Contains("survives", Judgement.OfWrong(Header, Compiled(), grade)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_the_spec_does_not_have_is_named()
        => Assert.Contains(
            "no test Forward_glows",
            Assert.Single(Judgement.OfWrong(Header with { Fails = "Forward_glows" }, Compiled(), Failing("Forward_scales", SpecFailure, 100))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Verdict.Timeout, TestOutcome.TimedOut)]
    [InlineData(Verdict.Crash, TestOutcome.Crashed)]
    public void A_promised_end_must_be_the_end_of_the_named_test(Verdict verdict, TestOutcome outcome)
    {
        var header = Header with { Verdict = verdict };
        var ended = new Grade(verdict, "why", [new TestResult("Forward_scales", "Forward_scales", outcome)], default);
        var endedElsewhere = new Grade(verdict, "why", [new TestResult("Softmax_sums", "Softmax_sums", outcome)], default);

        Assert.Empty(Judgement.OfWrong(header, Compiled(), ended));
        Assert.Single(Judgement.OfWrong(Header, Compiled(), ended), problem => problem.Contains("its header says Fail", StringComparison.Ordinal));
        Assert.Single(Judgement.OfWrong(header, Compiled(), endedElsewhere));
        Assert.NotEmpty(Judgement.OfWrong(header, Compiled(), Failing("Forward_scales", SpecFailure, 100)));
    }

    [Fact]
    public void What_does_not_compile_is_no_evidence()
    {
        var compiled = Compiled() with { Image = null };
        var grade = new Grade(Verdict.BuildError, "CS0029", [], default);

        Assert.Contains("CS0029", Assert.Single(Judgement.OfWrong(Header, compiled, grade)), StringComparison.Ordinal);
        Assert.NotEmpty(Judgement.OfRight(compiled, grade, tests: 0));
    }

    [Theory]
    [InlineData(null, new string[0], true)]
    [InlineData(null, new[] { "CA1000" }, true)]
    [InlineData(null, new[] { "KATA1001" }, false)]
    [InlineData("KATA1001", new[] { "KATA1001", "KATA1002" }, true)]
    [InlineData("KATA1001", new string[0], false)]
    [InlineData("KATA1001", new[] { "KATA1002" }, false)]
    [InlineData("KATA1001", new[] { "KATA1001", "AD0001" }, false)]
    public void The_rule_must_be_reported_and_no_rule_must_be_silent(string? rule, string[] findings, bool isGood)
        => Assert.Equal(
            isGood,
            Judgement.OfWrong(Header with { Rule = rule }, Compiled(findings), Failing("Forward_scales", SpecFailure, 100)).IsEmpty);

    [Theory]
    [InlineData("wrong();", true)]
    [InlineData("right();", false)]
    public void The_rule_must_be_reported_on_the_line_of_the_mistake(string at, bool isGood)
    {
        var tree = CSharpSyntaxTree.ParseText("right();\nwrong();\n");
        var compiled = Compiled() with { Findings = [Finding("KATA1001", Location.Create(tree, new TextSpan(9, 5)))] };
        var problems = Judgement.OfWrong(Header with { Rule = "KATA1001", At = at }, compiled, Failing("Forward_scales", SpecFailure, 100));

        Assert.Equal(isGood, problems.IsEmpty);
        Assert.All(problems, problem => Assert.Contains("must be reported at `right();`, but is at KATA1001 in line 2", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_right_answer_passes_every_test_in_silence()
    {
        var pass = new Grade(Verdict.Pass, null, [new TestResult("Forward_scales", "Forward_scales", TestOutcome.Passed)], default);

        Assert.Empty(Judgement.OfRight(Compiled(), pass, tests: 1));
        Assert.Contains("2 are expected", Assert.Single(Judgement.OfRight(Compiled(), pass, tests: 2)), StringComparison.Ordinal);
        Assert.Contains("silent", Assert.Single(Judgement.OfRight(Compiled("KATA1001"), pass, tests: 1)), StringComparison.Ordinal);
        Assert.NotEmpty(Judgement.OfRight(Compiled(), Failing("Forward_scales", SpecFailure, 100), tests: 2));
    }

    private static Grade Failing(string method, string exceptionType, double? tolerances)
        => new(
            Verdict.Fail,
            "1 of 2 tests failed.",
            [
                new TestResult("Softmax_is_fine", "Softmax_is_fine", TestOutcome.Passed),
                new TestResult(method, method, TestOutcome.Failed) { ExceptionType = exceptionType, Message = "off", Tolerances = tolerances },
            ],
            default);

    private static CompiledSubmission Compiled(params string[] findings) => new()
    {
        Image = [],
        Errors = [],
        Findings = [.. findings.Select(Finding)],
        AnalysisTime = default,
        TestTypeName = "KataKit.Katas.SelfAttentionTests",
        TestMethods = ["Forward_scales", "Softmax_is_fine", "Softmax_sums"],
        RuntimeAssemblies = [],
    };

    private static Diagnostic Finding(string id) => Finding(id, Location.None);

    private static Diagnostic Finding(string id, Location location)
        => Diagnostic.Create(
            id, "Test", "message", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning, isEnabledByDefault: true, warningLevel: 1, location: location);
}
