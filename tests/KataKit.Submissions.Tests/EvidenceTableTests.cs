using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KataKit.Grading;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Submissions.Tests;

/// <summary>The evidence at a glance, printed and kept beside the tests as <c>evidence.txt</c>.</summary>
[Collection(EvidenceCollection.Name)]
public sealed class EvidenceTableTests(Evidence evidence, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_wrong_answer_is_rejected_and_every_right_one_accepted()
    {
        var table = new StringBuilder();
        var problems = 0;
        foreach (var kata in Evidence.Catalogue.Katas)
        {
            problems += await AppendAsync(table, kata);
        }

        output.WriteLine(table.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "evidence.txt"), table.ToString());
        Assert.True(problems == 0, $"{problems} files are not the evidence that they should be; the table in the output names them.");
    }

    private async Task<int> AppendAsync(StringBuilder table, Kata kata)
    {
        var solution = await evidence.GradeAsync(kata, kata.SolutionPath);
        var tests = solution.Grade.Tests.Length;
        var wrong = (await evidence.GradeAllAsync(kata.Wrong))
            .Select(file => (File: file, Problems: Judgement.OfWrong(SubmissionHeader.Parse(file.Source), file.Compiled, file.Grade))).ToList();
        var right = (await evidence.GradeAllAsync(kata.Right)).Prepend(solution)
            .Select(file => (File: file, Problems: Judgement.OfRight(file.Compiled, file.Grade, tests))).ToList();

        var all = wrong.Concat(right).ToList();
        table.AppendLine(Invariant($"{kata.Name}: {tests} tests, wrong rejected {Good(wrong)}/{wrong.Count}, right accepted {Good(right)}/{right.Count} with the solution"));
        table.AppendLine(Invariant($"  median of a file {Median(all, file => file.Time)} ms, its tests {Median(all, file => file.Grade.Duration)} ms, all analyzers {Median(all, file => file.Compiled.AnalysisTime)} ms"));
        foreach (var (file, fileProblems) in all)
        {
            table.AppendLine(Line(file, fileProblems));
        }

        return all.Count - Good(all);
    }

    private static int Good(IEnumerable<(GradedFile File, ImmutableArray<string> Problems)> files) => files.Count(file => file.Problems.IsEmpty);

    private static string Line(GradedFile file, ImmutableArray<string> problems)
    {
        var failed = file.Grade.Tests.Count(test => test.Outcome != TestOutcome.Passed);
        var rules = string.Join(' ', file.Compiled.Findings.Select(finding => finding.Id).Distinct());
        var problem = problems.IsEmpty ? "" : $" PROBLEM: {problems[0]}";
        return Invariant($"  {file.Name,-40} {file.Grade.Verdict,-10} {failed,3} not passed {file.Time.TotalMilliseconds,6:F0} ms  {rules}{problem}").TrimEnd();
    }

    private static string Median(IReadOnlyList<(GradedFile File, ImmutableArray<string> Problems)> files, Func<GradedFile, TimeSpan> time)
        => Invariant($"{files.Select(file => time(file.File).TotalMilliseconds).Order().ElementAt(files.Count / 2):F1}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
