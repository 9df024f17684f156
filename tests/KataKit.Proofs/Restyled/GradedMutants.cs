using KataKit.Grading;
using KataKit.Mutations;

namespace KataKit.Proofs;

/// <summary>
/// The mutants of an answer are what they pretend to be: each compiles as the answer does, and those of a right one pass its spec. Of each mutator
/// the mutant that is changed most is looked at.
/// </summary>
internal static class GradedMutants
{
    /// <summary>Compiles the mutants of an answer, and grades them where it is right.</summary>
    public static async Task<Checked> CheckAsync(KataFile file, AnswerLane lane)
    {
        var compilation = KataCompilation.Compile(file.Source);
        var submission = new Mutations.Submission(compilation, compilation.SyntaxTrees[^1]);
        var (mutants, problems) = (0, new List<string>());
        foreach (var mutant in Mutators.All.SelectMany(mutator => mutator.Mutants(submission).Take(1)))
        {
            mutants++;
            var compiled = await lane.CompileAsync(file.Answer.Kata, mutant.Source, file.Answer.Path, analysis: null);
            if (compiled.Image is null)
            {
                problems.Add($"{file}, {mutant.Name} does not compile: {compiled.Errors[0]}\n{mutant.Source}");
            }
            else if (file.IsRight && await lane.GradeAsync(compiled) is { Verdict: not Verdict.Pass } grade)
            {
                problems.Add($"{file}, {mutant.Name} must be as right as the original and gets {grade.Verdict}: {grade.Reason}\n{mutant.Source}");
            }
        }

        return new Checked(mutants, problems);
    }
}
