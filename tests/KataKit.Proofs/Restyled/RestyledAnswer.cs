using KataKit.Mutations;
using Microsoft.CodeAnalysis;

namespace KataKit.Proofs;

/// <summary>
/// Writes an answer differently by machine, and requires the same verdict of the rules: a rule that goes by names, by the kind of loop or
/// by the type of an array would change its mind. No mutant may draw a rule that the answer does not draw, and none may lose one but those
/// that are named here.
/// </summary>
internal static class RestyledAnswer
{
    /// <summary>The mutants in which the mistake itself is gone.</summary>
    public static readonly IReadOnlyList<string> Excepted =
    [
        // Without its variable the bound that never moves is a test against int.MaxValue, which is how programs ask whether there is a rank at all.
        "BpeTokenizer/wrong/BPE1_TupleNotUpdated, InlineLocal all",
    ];

    // Of one mutator's mutants of one file, which differ in the place alone, this many are judged.
    private const int MutantsPerMutator = 2;

    /// <summary>The files whose verdict is not trivially silence: the right ones, and the wrong ones that a rule must find.</summary>
    public static IEnumerable<KataFile> Files => KataFile.All.Where(file => file.IsRight || file.Rule is not null);

    /// <summary>Holds the rules' verdict of every mutant against that of the answer.</summary>
    public static async Task<Checked> CheckAsync(KataFile file)
    {
        var compilation = KataCompilation.Compile(file.Source);
        var expected = await RulesIn(compilation);
        var submission = new Submission(compilation, compilation.SyntaxTrees[^1]);
        var (mutants, misses, problems) = (0, new List<string>(), new List<string>());
        foreach (var mutant in Mutators.All.SelectMany(mutator => mutator.Mutants(submission).Take(MutantsPerMutator)))
        {
            mutants++;
            var found = await RulesIn(KataCompilation.Compile(mutant.Source));
            if (found.Except(expected).Any())
            {
                problems.Add($"{file}, {mutant.Name}: a false alarm, {Show(found)} instead of {Show(expected)}:\n{mutant.Source}");
            }
            else if (!found.SequenceEqual(expected))
            {
                misses.Add($"{file}, {mutant.Name}");
            }
        }

        var excepted = Excepted.Where(miss => miss.StartsWith(file + ", ", StringComparison.Ordinal)).ToList();
        problems.AddRange(misses.Except(excepted).Select(miss => $"{miss}: a rule that sees one spelling is half a rule, {Show(expected)} is missed"));
        problems.AddRange(excepted.Except(misses).Select(miss => $"{miss}: is excepted and need not be"));
        return new Checked(mutants, mutants > 0 ? problems : [$"{file}: a file that no mutator can rewrite proves nothing"]);
    }

    private static async Task<IReadOnlyList<string>> RulesIn(Compilation compilation)
        => [.. (await Findings.In(compilation)).Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal)];

    private static string Show(IReadOnlyList<string> rules) => rules.Count == 0 ? "silence" : string.Join('+', rules);
}
