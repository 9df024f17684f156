using FluentAssertions;
using KataKit.Grading;
using Xunit;

namespace KataKit.Mutations.Tests;

/// <summary>The mutants of what katas are answered with: solutions, right and wrong submissions.</summary>
/// <remarks>
/// All mutants of all files would take minutes. Each file meets one mutator in four, another four-tuple from file to file, and of each
/// the mutant that is changed most.
/// </remarks>
public class SubmissionTests
{
    private const int Share = 4;

    private static readonly KataCatalogue Catalogue = KataCatalogue.Find(AppContext.BaseDirectory);

    private static readonly Dictionary<string, Answer> RightAnswers =
        Named(kata => kata.Right.Prepend(new Answer(kata, kata.SolutionPath)));

    private static readonly Dictionary<string, Answer> WrongAnswers = Named(kata => kata.Wrong);

    public static TheoryData<string> Right => new(RightAnswers.Keys);

    public static TheoryData<string> Wrong => new(WrongAnswers.Keys);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Mutants_of_a_wrong_submission_compile(string name)
    {
        foreach (var mutant in Mutants(name, WrongAnswers))
        {
            Program.Of(mutant.Source).Errors.Should().BeEmpty("{0} of {1} must compile:\n{2}", mutant.Name, name, mutant.Source);
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Mutants_of_a_right_submission_pass_its_spec(string name)
    {
        var kata = RightAnswers[name].Kata.Name;
        foreach (var mutant in Mutants(name, RightAnswers))
        {
            var (ran, failures) = Program.Of(mutant.Source, Spec.Closing(kata)).Run(assembly => Spec.Run(assembly, kata));
            ran.Should().BePositive("the spec of {0} has tests", kata);
            failures.Should().BeEmpty("{0} of {1} must be as right as the original:\n{2}", mutant.Name, name, mutant.Source);
        }
    }

    [Fact]
    public void The_spec_rejects_a_wrong_submission()
    {
        var wrong = WrongAnswers["SelfAttention/ATT1_MatrixOperators"].Text;
        var (_, failures) = Program.Of(wrong, Spec.Closing("SelfAttention")).Run(assembly => Spec.Run(assembly, "SelfAttention"));
        failures.Should().NotBeEmpty("running the spec must be able to fail");
    }

    private static Dictionary<string, Answer> Named(Func<Kata, IEnumerable<Answer>> answers)
        => Catalogue.Katas.SelectMany(answers).ToDictionary(answer => $"{answer.Kata.Name}/{answer.Name}");

    private static List<Mutant> Mutants(string name, Dictionary<string, Answer> answers)
    {
        var submission = Program.Of(answers[name].Text).Submission;
        var number = answers.Keys.ToList().IndexOf(name);
        return [.. Mutators.All.Where((_, i) => (i + number) % Share == 0).SelectMany(mutator => mutator.Mutants(submission).Take(1))];
    }
}
