using KataKit.Grading;
using Xunit;

namespace KataKit.Submissions.Tests;

/// <summary>Every wrong answer is rejected for its own mistake, every right answer is accepted and silent.</summary>
[Collection(EvidenceCollection.Name)]
public sealed class EvidenceTests(Evidence evidence)
{
    /// <summary>Answers of so many styles must be accepted before one can say that a spec does not ask for a style.</summary>
    private const int LeastStyles = 4;

    // A wrong answer about byte order marks, which has to read them with a reader of streams.
    private const string ReadsByStream = "X53_ByteOrderMarkLost";

    public static TheoryData<string> Katas => [.. Evidence.Catalogue.Katas.Select(kata => kata.Name)];

    public static TheoryData<string, string> Wrong => Rows(kata => kata.Wrong);

    public static TheoryData<string, string> Right => Rows(kata => kata.Right);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_answer_fails_the_test_that_it_names(string kata, string file)
    {
        var graded = await GradeAsync(kata, "wrong", file);

        var problems = Judgement.OfWrong(SubmissionHeader.Parse(graded.Source), graded.Compiled, graded.Grade);

        Assert.True(problems.IsEmpty, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_right_answer_passes_in_silence(string kata, string file)
    {
        var solution = await evidence.GradeAsync(Evidence.Catalogue.Get(kata), Evidence.Catalogue.Get(kata).SolutionPath);
        var graded = await GradeAsync(kata, "right", file);

        var problems = Judgement.OfRight(graded.Compiled, graded.Grade, solution.Grade.Tests.Length);

        Assert.True(problems.IsEmpty, string.Join('\n', problems));
        Assert.StartsWith("// style: ", graded.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Katas))]
    public void A_kata_has_evidence(string name)
    {
        var kata = Evidence.Catalogue.Get(name);

        Assert.NotEmpty(kata.Wrong);
        Assert.Empty(EvidenceBalance.ProblemsOf(kata));
        Assert.True(kata.Right.Count >= LeastStyles, $"{name} has {kata.Right.Count} right answers; it needs {LeastStyles} styles.");
    }

    /// <summary>A guard that refuses honest answers would be turned off.</summary>
    [Theory]
    [MemberData(nameof(Katas))]
    public async Task No_answer_of_the_evidence_would_be_refused(string name)
    {
        var kata = Evidence.Catalogue.Get(name);
        var graded = await evidence.GradeAllAsync([new Answer(kata, kata.StubPath), new Answer(kata, kata.SolutionPath), .. kata.Right, .. kata.Wrong]);

        var escapes = graded
            .Select(file => (file.Name, Apis: file.Compiled.FindRiskyApis().Where(api => api.Risk == ApiRisk.Escapes).Select(api => api.Name).ToList()))
            .Where(file => file.Apis.Count > 0 && file.Name != ReadsByStream)
            .Select(file => $"{file.Name}: {string.Join(", ", file.Apis)}")
            .ToList();
        Assert.True(escapes.Count == 0, string.Join('\n', escapes));
    }

    private Task<GradedFile> GradeAsync(string name, string folder, string file)
    {
        var kata = Evidence.Catalogue.Get(name);
        return evidence.GradeAsync(kata, Path.Combine(kata.Root, "tests", "Submissions", kata.Track, name, folder, file));
    }

    private static TheoryData<string, string> Rows(Func<Kata, IReadOnlyList<Answer>> answers)
    {
        var rows = new TheoryData<string, string>();
        foreach (var kata in Evidence.Catalogue.Katas)
        {
            foreach (var answer in answers(kata))
            {
                rows.Add(kata.Name, Path.GetFileName(answer.Path));
            }
        }

        return rows;
    }
}
