using System.Reflection;
using KataKit.Grading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KataKit.Bench;

/// <summary>An answer whose verdict is known.</summary>
/// <param name="Submission">The file.</param>
/// <param name="Source">Its text.</param>
/// <param name="Verdict">What it must get.</param>
internal sealed record KnownAnswer(Submission Submission, string Source, Verdict Verdict);

/// <summary>The answers of the repository, and the analyzers that look at them.</summary>
internal static class Katas
{
    /// <summary>The kata of the single-answer measurements: its tests are short, so that the grader's own time shows.</summary>
    public const string Usual = "SelfAttention";

    /// <summary>The katas of this repository.</summary>
    public static KataCatalogue Catalogue { get; } = KataCatalogue.Find(AppContext.BaseDirectory);

    /// <summary>Every analyzer of the kit.</summary>
    public static SubmissionAnalysis Analysis { get; } = new(
        [.. Assembly.Load("KataKit.Analyzers").GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsDefined(typeof(DiagnosticAnalyzerAttribute)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)]);

    /// <summary>Limits that a busy machine does not break.</summary>
    public static GradingLimits Patient { get; } = new() { TestTime = TimeSpan.FromSeconds(30), TotalTime = TimeSpan.FromMinutes(3) };

    /// <summary>The solution and the evidence of a kata that ends by itself, right and wrong mixed evenly.</summary>
    public static IReadOnlyList<KnownAnswer> AnswersTo(string name)
    {
        var kata = Catalogue.Get(name);
        var right = kata.Right.Prepend(new Answer(kata, kata.SolutionPath)).Select(answer => new KnownAnswer(answer.Submission, answer.Text, Verdict.Pass));
        var wrong = kata.Wrong.Select(answer => new KnownAnswer(answer.Submission, answer.Text, answer.Header.Verdict))
            .Where(answer => answer.Verdict == Verdict.Fail);
        return [.. right.Concat(wrong).Select((answer, i) => (answer, i)).OrderBy(pair => pair.i * 7919 % 104729).Select(pair => pair.answer)];
    }

    /// <summary>As many answers as wanted, over and over again.</summary>
    public static IEnumerable<KnownAnswer> Cycle(string name, int count)
    {
        var answers = AnswersTo(name);
        return Enumerable.Range(0, count).Select(i => answers[i % answers.Count]);
    }
}
