using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using KataKit.Mutations;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Writes every answer differently by machine, and requires the same verdict: a rule that goes by names, by the kind of loop or by the
/// type of an array would change its mind. No mutant may draw a rule that the answer does not draw, and none may lose one but those that
/// are named here. The matrix, answer by mutator, is printed and kept beside the tests as <c>name-independence-….txt</c>.
/// </summary>
public sealed class NameIndependenceTests(ITestOutputHelper output)
{
    // Of one mutator's mutants of one file, which differ in the place alone, this many are judged.
    private const int MutantsPerMutator = 2;

    // The mutants in which the mistake itself is gone.
    private static readonly string[] Excepted =
    [
        // Without its variable the bound that never moves is a test against int.MaxValue, which is how programs ask whether there is a rank at all.
        "BpeTokenizer/wrong/BPE1_TupleNotUpdated, InlineLocal all",
    ];

    public static TheoryData<string> Katas() => [.. KataFile.Katas];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task The_verdict_does_not_depend_on_spelling(string kata)
    {
        // The files whose verdict is not trivially silence: the right ones, and the wrong ones that a rule must find.
        var files = KataFile.All.Where(x => x.Kata == kata && (x.IsRight || x.Rule is not null)).ToList();
        var rows = new MutationRow[files.Count];
        await Parallel.ForAsync(0, files.Count, async (i, _) => rows[i] = await Row(files[i]));
        var matrix = MutationRow.Matrix(kata, rows);
        output.WriteLine(matrix);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"name-independence-{kata}.txt"), matrix);
        rows.SelectMany(x => x.FalseAlarms).Should().BeEmpty("a false alarm is worse than a miss; {0}", matrix);
        rows.SelectMany(x => x.Misses).Should().Equal(Excepted.Where(x => x.StartsWith(kata + "/", StringComparison.Ordinal)), "a rule that sees one spelling is half a rule; {0}", matrix);
        rows.Sum(x => x.Mutants).Should().BeGreaterThan(files.Count, "files that no mutator can rewrite prove nothing");
    }

    private static async Task<MutationRow> Row(KataFile file)
    {
        var compilation = KataCompilation.Compile(file.Source);
        var expected = await Rules(compilation);
        var submission = new Submission(compilation, compilation.SyntaxTrees[^1]);
        var row = new MutationRow(file, expected);
        foreach (var mutator in Mutators.All)
        {
            foreach (var mutant in mutator.Mutants(submission).Take(MutantsPerMutator))
            {
                row.Add(mutator, mutant, await Rules(KataCompilation.Compile(mutant.Source)));
            }
        }

        return row;
    }

    private static async Task<IReadOnlyList<string>> Rules(Compilation compilation)
        => [.. (await Findings.In(compilation)).Select(x => x.Id).Distinct().Order(StringComparer.Ordinal)];
}
