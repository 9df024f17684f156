using System.Collections.Immutable;
using System.Globalization;
using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>The fast route says what <c>dotnet test</c> says, test by test.</summary>
internal static class RouteComparison
{
    /// <summary>Answers in one run of <c>dotnet test</c>.</summary>
    private const int RunSize = 60;

    /// <summary>Takes answers by both routes.</summary>
    /// <returns>The results of <c>dotnet test</c>, and what differs.</returns>
    public static async Task<Checked> CheckAsync(IReadOnlyList<Submission> answers, DotnetTestRoute reference, CancellationToken cancellation = default)
    {
        var (results, differences) = (0, new List<string>());
        foreach (var chunk in answers.Chunk(RunSize))
        {
            var slow = await reference.TestAsync(chunk, cancellation);
            var fast = await GradeAsync(chunk);
            results += slow.Sum(tests => tests.Length);
            differences.AddRange(chunk.Index().SelectMany(answer => Differences(answer.Item, fast[answer.Index], slow[answer.Index])));
        }

        return new Checked(results, differences);
    }

    /// <summary>Every stub, solution and file of the evidence of a kata.</summary>
    public static IEnumerable<Submission> All(Kata kata)
        => kata.Wrong.Concat(kata.Right).Select(answer => answer.Submission).Prepend(new Submission(kata, kata.SolutionPath)).Prepend(new Submission(kata, kata.StubPath));

    /// <summary>The answers that names stand for.</summary>
    /// <param name="names">Names of katas and paths of answers; none means every kata.</param>
    /// <exception cref="ArgumentException">There is no such kata, or a file answers none.</exception>
    public static IEnumerable<Submission> Named(IReadOnlyCollection<string> names)
        => names.Count == 0 ? KataFile.Catalogue.Katas.SelectMany(All) : names.SelectMany(name => AnswerText.IsAnswer(name) ? [At(name)] : All(KataFile.Catalogue.Get(name)));

    /// <summary>Of a kata the stub, the solution, a right answer, and a wrong one that ends by itself.</summary>
    public static IReadOnlyList<Submission> Sample(Kata kata)
    {
        var wrong = kata.Wrong.First(answer => answer.Header.Verdict == Verdict.Fail && !IsDrawnAnew(answer.Text));
        return [.. new[] { kata.StubPath, kata.SolutionPath, kata.Right[kata.Right.Count / 2].Path, wrong.Path }.Select(path => new Submission(kata, path))];
    }

    private static Submission At(string path)
    {
        var full = Path.GetFullPath(path);
        return new Submission(KataFile.Catalogue.Recognise(AnswerText.Read(full)) ?? throw new ArgumentException($"'{path}' answers no kata."), full);
    }

    /// <summary>An answer that draws other numbers in each run has no results to compare.</summary>
    private static bool IsDrawnAnew(string source) => source.Contains("new Random()", StringComparison.Ordinal);

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
}
