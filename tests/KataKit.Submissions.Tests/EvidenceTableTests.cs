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
    public async Task Table()
    {
        var table = new StringBuilder();
        var isWhole = true;
        foreach (var kata in Evidence.Catalogue.Katas)
        {
            var solution = await evidence.GradeAsync(kata, kata.SolutionPath);
            var wrong = await evidence.GradeAllAsync(kata, kata.WrongPaths);
            var right = await evidence.GradeAllAsync(kata, kata.RightPaths);
            var tests = solution.Grade.Tests.Length;
            var rejected = wrong.Count(file => Judgement.OfWrong(SubmissionHeader.Parse(file.Source), file.Compiled, file.Grade).IsEmpty);
            var accepted = right.Count(file => Judgement.OfRight(file.Compiled, file.Grade, tests).IsEmpty);
            isWhole &= rejected == wrong.Length && accepted == right.Length;

            GradedFile[] all = [solution, .. wrong, .. right];
            table.Append(CultureInfo.InvariantCulture, $"{kata.Name}: {tests} tests, wrong rejected {rejected}/{wrong.Length}, right accepted {accepted}/{right.Length}; ")
                .Append(CultureInfo.InvariantCulture, $"median {Median(all, file => file.Time)} ms a file, of which {Median(all, file => file.Grade.Duration)} in the worker; ")
                .Append(CultureInfo.InvariantCulture, $"analyzers {Median(all, file => file.Compiled.AnalysisTime)}\n");
            foreach (var file in all)
            {
                table.Append(Line(file));
            }
        }

        output.WriteLine(table.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "evidence.txt"), table.ToString());
        Assert.True(isWhole, table.ToString());
    }

    private static string Line(GradedFile file)
    {
        var failed = file.Grade.Tests.Count(test => test.Outcome != TestOutcome.Passed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {file.Name,-40} {file.Grade.Verdict,-10} {failed,3} not passed {file.Time.TotalMilliseconds,6:F0} ms  {string.Join(' ', file.Compiled.Findings.Select(finding => finding.Id))}\n");
    }

    private static string Median(IReadOnlyList<GradedFile> files, Func<GradedFile, TimeSpan> time)
        => files.Select(file => time(file).TotalMilliseconds).Order().ElementAt(files.Count / 2).ToString("F1", CultureInfo.InvariantCulture);
}
