using FluentAssertions;
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

    private static readonly string[] RightFiles = [.. Resource.Names("solutions"), .. Submissions("/right/")];
    private static readonly string[] WrongFiles = [.. Submissions("/wrong/")];

    public static TheoryData<string> Right => new(RightFiles);

    public static TheoryData<string> Wrong => new(WrongFiles);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Mutants_of_a_wrong_submission_compile(string name)
    {
        foreach (var mutant in Mutants(name, Array.IndexOf(WrongFiles, name)))
        {
            Program.Of(mutant.Source).Errors.Should().BeEmpty("{0} of {1} must compile:\n{2}", mutant.Name, name, mutant.Source);
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Mutants_of_a_right_submission_pass_its_spec(string name)
    {
        var kata = name.Split('/') is ["Submissions", var folder, ..] ? folder : Path.GetFileNameWithoutExtension(name);
        foreach (var mutant in Mutants(name, Array.IndexOf(RightFiles, name)))
        {
            var (ran, failures) = Program.Of(mutant.Source, Spec.Closing(kata)).Run(assembly => Spec.Run(assembly, kata));
            ran.Should().BePositive("the spec of {0} has tests", kata);
            failures.Should().BeEmpty("{0} of {1} must be as right as the original:\n{2}", mutant.Name, name, mutant.Source);
        }
    }

    [Fact]
    public void The_spec_rejects_a_wrong_submission()
    {
        var wrong = Resource.Text("Submissions/Attention/SelfAttention/wrong/ATT1_MatrixOperators.cs");
        var (_, failures) = Program.Of(wrong, Spec.Closing("SelfAttention")).Run(assembly => Spec.Run(assembly, "SelfAttention"));
        failures.Should().NotBeEmpty("running the spec must be able to fail");
    }

    private static IEnumerable<string> Submissions(string verdict)
        => Resource.Names("Submissions").Where(name => name.Contains(verdict, StringComparison.Ordinal));

    private static List<Mutant> Mutants(string name, int number)
    {
        var submission = Program.Of(Resource.Text(name)).Submission;
        return [.. Mutators.All.Where((_, i) => (i + number) % Share == 0).SelectMany(mutator => mutator.Mutants(submission).Take(1))];
    }
}
