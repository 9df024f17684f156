using System.Collections.Immutable;
using System.Globalization;
using KataKit.Grading;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Submissions.Tests;

/// <summary>
/// The fast route says what <c>dotnet test</c> says, test by test: of every stub, every solution and a sample of the evidence; of all files
/// with <c>tests/compare-routes</c>, which takes long.
/// </summary>
public sealed class RouteTests(ITestOutputHelper output)
{
    /// <summary>Set by <c>tests/compare-routes</c>: names of katas, paths of answers, or <c>all</c>.</summary>
    private const string Choice = "KATAKIT_ROUTES";

    /// <summary>Answers in one run of <c>dotnet test</c>.</summary>
    private const int RunSize = 60;

    [Fact]
    public async Task Both_routes_give_the_same_results()
    {
        var answers = Answers();
        using var reference = new DotnetTestRoute();
        var differences = new List<string>();
        foreach (var chunk in answers.Chunk(RunSize))
        {
            var slow = await reference.TestAsync(chunk);
            var fast = await GradeAsync(chunk);
            differences.AddRange(chunk.Index().SelectMany(answer => Differences(answer.Item, fast[answer.Index], slow[answer.Index])));
            output.WriteLine($"{chunk.Length} answers, {slow.Sum(tests => tests.Length)} results of dotnet test, {fast.Sum(grade => grade.Tests.Length)} of the grader");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
    }

    private static async Task<ImmutableArray<Grade>> GradeAsync(IReadOnlyList<Submission> answers)
    {
        var options = new BatchOptions { Limits = new GradingLimits { TestTime = TimeSpan.FromSeconds(15) } };
        var grades = ImmutableArray.CreateBuilder<Grade>();
        await foreach (var graded in BatchGrader.GradeAsync(answers, options))
        {
            grades.Add(graded.Grade);
        }

        return grades.ToImmutable();
    }

    private static IEnumerable<string> Differences(Submission answer, Grade fast, ImmutableArray<(string Test, bool Passed)> slow)
    {
        var name = Path.GetRelativePath(answer.Kata.Root, answer.Path);
        if (fast.Verdict is Verdict.Timeout or Verdict.Crash or Verdict.Memory)
        {
            return DifferencesUpToTheEnd(name, fast, slow);
        }

        if (fast.Verdict is not (Verdict.Pass or Verdict.Fail))
        {
            return [$"{name}: {fast.Verdict}: {fast.Reason}"];
        }

        var ours = fast.Tests.Select(test => (Test: AsInTrx(test.DisplayName), Passed: test.Outcome == TestOutcome.Passed)).Order().ToList();
        if (IsDrawnAnew(AnswerText.Read(answer.Path)))
        {
            // Which tests fail differs from run to run: that both routes run the same ones, and reject it, can be compared.
            var isSame = ours.Select(test => test.Test).SequenceEqual(slow.Select(test => test.Test).Order())
                && (fast.Verdict == Verdict.Fail) == slow.Any(test => !test.Passed);
            return isSame ? [] : [$"{name}: {fast.Verdict} by the grader, of other tests or against dotnet test"];
        }

        var onlyOurs = ours.Except(slow).Select(test => $"{name}: the grader alone says {test.Test} {(test.Passed ? "passes" : "fails")}");
        var onlyTheirs = slow.Except(ours).Select(test => $"{name}: dotnet test alone says {test.Test} {(test.Passed ? "passes" : "fails")}");
        var count = ours.Count == slow.Length ? Array.Empty<string>() : [$"{name}: {ours.Count} tests by the grader, {slow.Length} by dotnet test"];
        return onlyOurs.Concat(onlyTheirs).Concat(count).Take(5);
    }

    /// <summary>Where a test takes its process along, <c>dotnet test</c> has no results of the tests after it; those before it are compared.</summary>
    private static IEnumerable<string> DifferencesUpToTheEnd(string name, Grade fast, ImmutableArray<(string Test, bool Passed)> slow)
    {
        var ours = fast.Tests.Where(test => test.Outcome is TestOutcome.Passed or TestOutcome.Failed)
            .ToLookup(test => AsInTrx(test.DisplayName), test => test.Outcome == TestOutcome.Passed);
        var passes = slow.Length >= fast.Tests.Length && slow.All(test => test.Passed) ? new[] { $"{name}: {fast.Verdict}, but dotnet test passes." } : [];
        return passes.Concat(slow.Where(test => ours.Contains(test.Test) && !ours[test.Test].Contains(test.Passed))
            .Select(test => $"{name}: dotnet test alone says {test.Test} {(test.Passed ? "passes" : "fails")}")).Take(5);
    }

    /// <summary>A file of results spells out what takes two code units.</summary>
    private static string AsInTrx(string name)
        => string.Concat(name.Select(unit => char.IsSurrogate(unit) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}") : unit.ToString()));

    private static ImmutableArray<Submission> Answers()
    {
        var choice = Environment.GetEnvironmentVariable(Choice);
        if (string.IsNullOrEmpty(choice))
        {
            return [.. Evidence.Catalogue.Katas.Index().SelectMany(kata => Sample(kata.Item, kata.Index))];
        }

        var names = choice == "all" ? Evidence.Catalogue.Katas.Select(kata => kata.Name) : choice.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. names.SelectMany(name => AnswerText.IsAnswer(name) ? [AnswerAt(name)] : All(Evidence.Catalogue.Get(name)))];
    }

    private static IEnumerable<Submission> All(Kata kata)
        => kata.Wrong.Concat(kata.Right).Select(answer => answer.Submission).Prepend(new Submission(kata, kata.SolutionPath)).Prepend(new Submission(kata, kata.StubPath));

    private static Submission AnswerAt(string path)
    {
        var full = Path.Combine(Evidence.Catalogue.Root, path);
        return new Submission(Evidence.Catalogue.Recognise(AnswerText.Read(full)) ?? throw new ArgumentException($"'{path}' answers no kata."), full);
    }

    /// <summary>An answer that draws other numbers in each run has no results to compare.</summary>
    private static bool IsDrawnAnew(string source) => source.Contains("new Random()", StringComparison.Ordinal);

    /// <summary>Stub, solution, and one more, right and wrong by turns, that ends by itself.</summary>
    private static IEnumerable<Submission> Sample(Kata kata, int index)
    {
        var more = index % 2 == 0
            ? kata.Right[kata.Right.Count / 2]
            : kata.Wrong.First(answer => answer.Header.Verdict == Verdict.Fail && !IsDrawnAnew(answer.Text));
        return new[] { kata.StubPath, kata.SolutionPath, more.Path }.Select(path => new Submission(kata, path));
    }
}
