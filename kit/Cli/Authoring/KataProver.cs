using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>What is wrong with a kata.</summary>
/// <param name="File">The file that it is about.</param>
/// <param name="Text">The problem.</param>
internal sealed record KataProblem(string File, string Text);

/// <summary>What was proved of a kata.</summary>
/// <param name="Kata">Its identifier.</param>
/// <param name="Tests">The tests that the solution passes.</param>
/// <param name="Wrong">The wrong answers that were tried.</param>
/// <param name="Right">The right answers that were tried.</param>
/// <param name="Problems">What does not hold.</param>
internal sealed record KataProof(string Kata, int Tests, int Wrong, int Right, IReadOnlyList<KataProblem> Problems);

/// <summary>
/// Proves that a kata is whole: the stub is the solution without its bodies and red everywhere, the solution green and silent, every wrong
/// answer rejected for its own reason, every right one accepted in silence, the pages alike in both languages.
/// </summary>
internal sealed class KataProver(CommandContext context, KataEntry entry, int jobs)
{
    // An answer that says of itself that it never ends need not be waited for as long as one that is slow.
    private static readonly TimeSpan ShortTestTime = TimeSpan.FromSeconds(2);

    public async Task<KataProof> ProveAsync(CancellationToken cancellation)
    {
        var kata = entry.Kata;
        var problems = new List<KataProblem>(Pages());
        var wrong = new List<(string Path, SubmissionHeader Header)>();
        foreach (var answer in kata.Wrong)
        {
            try
            {
                wrong.Add((answer.Path, answer.Header));
            }
            catch (FormatException exception)
            {
                problems.Add(Problem(answer.Path, exception.Message));
            }
        }

        problems.AddRange(EvidenceBalance.ProblemsOf(kata).Select(problem => Problem(Path.GetDirectoryName(kata.Wrong[0].Path)!, problem)));
        var right = kata.Right.Select(answer => answer.Path).ToList();

        var graded = await GradeAsync([kata.StubPath, kata.SolutionPath, .. right, .. wrong.Where(file => file.Header.Verdict != Verdict.Timeout).Select(file => file.Path)], context.Host.Limits, cancellation).ConfigureAwait(false);
        var endless = await GradeAsync(
            [.. wrong.Where(file => file.Header.Verdict == Verdict.Timeout).Select(file => file.Path)], context.Host.Limits with { TestTime = ShortTestTime }, cancellation).ConfigureAwait(false);
        var all = graded.Concat(endless).ToDictionary(submission => submission.Path);
        var tests = all[kata.SolutionPath].Grade.Tests.Length;
        problems.AddRange(Stub(all[kata.StubPath], tests));
        problems.AddRange(new[] { kata.SolutionPath }.Concat(right).SelectMany(path => Judged(path, Judgement.OfRight(all[path].Compiled, all[path].Grade, tests))));
        problems.AddRange(wrong.SelectMany(file => Judged(file.Path, Judgement.OfWrong(file.Header, all[file.Path].Compiled, all[file.Path].Grade))));
        return new KataProof(entry.Id, tests, wrong.Count, right.Count, problems);
    }

    private async Task<List<GradedSubmission>> GradeAsync(IReadOnlyList<string> paths, GradingLimits limits, CancellationToken cancellation)
    {
        var options = new BatchOptions { Jobs = jobs, Analysis = AttemptGrader.AllAnalyzers, Limits = limits };
        var graded = new List<GradedSubmission>();
        await foreach (var submission in BatchGrader.GradeAsync([.. paths.Select(path => new Submission(entry.Kata, path))], options, new BatchProgressLine(context), cancellation).ConfigureAwait(false))
        {
            graded.Add(submission);
        }

        return graded;
    }

    private IEnumerable<KataProblem> Stub(GradedSubmission stub, int tests)
    {
        var expected = StubWriter.Of(KataBuild.Read(entry.Kata)).Write(File.ReadAllText(entry.Kata.SolutionPath));
        if (File.ReadAllText(entry.Kata.StubPath).ReplaceLineEndings("\n") != expected)
        {
            yield return Problem(entry.Kata.StubPath, context.Texts["ProblemStubDiffers", entry.Name]);
        }

        if (stub.Grade.Tests.Length != tests || stub.Grade.Tests.Any(test => test.ExceptionType != "System.NotImplementedException"))
        {
            var others = stub.Grade.Tests.Where(test => test.ExceptionType != "System.NotImplementedException").Select(test => test.DisplayName).Take(5);
            yield return Problem(entry.Kata.StubPath, context.Texts["ProblemStubNotRed", stub.Grade.Tests.Length, tests, string.Join(", ", others)]);
        }
    }

    private IEnumerable<KataProblem> Pages()
    {
        var folder = Path.GetDirectoryName(entry.Kata.StubPath)!;
        var english = KataPage.Read(Path.Combine(folder, "README.md"));
        var chinesePath = Path.Combine(folder, "README.zh-CN.md");
        var chinese = KataPage.Read(chinesePath);
        (string Name, object English, object Chinese)[] pairs =
        [
            ("id", english.Id, chinese.Id),
            ("track", english.Track, chinese.Track),
            ("difficulty", english.Difficulty, chinese.Difficulty),
            ("minutes", english.Minutes, chinese.Minutes),
            ("members", string.Join(", ", english.Members), string.Join(", ", chinese.Members)),
            ("hints", Stages(english), Stages(chinese)),
            ("follow_ups", english.FollowUps.Count, chinese.FollowUps.Count),
        ];
        foreach (var (name, first, second) in pairs.Where(pair => !pair.English.Equals(pair.Chinese)))
        {
            yield return Problem(chinesePath, context.Texts["ProblemPagesDiffer", name, first, second]);
        }
    }

    private static string Stages(KataPage page) => string.Join(", ", page.Hints.Select(hints => $"{hints.Member} {hints.Stages.Count}"));

    private IEnumerable<KataProblem> Judged(string path, IEnumerable<string> problems) => problems.Select(problem => Problem(path, problem));

    private KataProblem Problem(string path, string text) => new(Path.GetRelativePath(entry.Kata.Root, path).Replace('\\', '/'), text);
}
