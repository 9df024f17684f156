using System.Globalization;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using KataKit.Mutations;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>
/// Writes every submission differently by machine, and requires the same verdict: a rule that goes by names, by the kind of loop or
/// by the type of an array would change its mind.
/// </summary>
public sealed class NameIndependenceTests(ITestOutputHelper output)
{
    // Of one mutator's mutants of one file, which differ in the place alone, this many are judged.
    private const int MutantsPerMutator = 2;

    /// <summary>The files whose verdict is not trivially silence: the right ones, and the wrong ones that a rule must find.</summary>
    public static TheoryData<string, string, string> Files()
    {
        var files = new TheoryData<string, string, string>();
        foreach (var kata in new[] { "SelfAttention", "Pca", "MaxPool" })
        {
            foreach (var kind in new[] { "right", "wrong" })
            {
                foreach (var (name, _) in KataSource.Submissions(kind, kata)
                    .Where(x => kind == "right" || !x.Source.Contains("// rule: none", StringComparison.Ordinal)))
                {
                    files.Add(kata, kind, name);
                }
            }

            files.Add(kata, "solution", kata);
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_verdict_does_not_depend_on_spelling(string kata, string kind, string name)
    {
        var source = kind == "solution"
            ? KataSource.Read("solutions", kata, kata + ".cs")
            : KataSource.Submissions(kind, kata).Single(x => x.Name == name).Source;
        var compilation = KataCompilation.Compile(source);
        var expected = await Rules(source);
        var submission = new Submission(compilation, compilation.SyntaxTrees[^1]);
        var line = $"{kata} {name} ({string.Join(" ", expected.DefaultIfEmpty("silent"))}):";
        var changed = new List<string>();
        foreach (var mutator in Mutators.All)
        {
            var mutants = mutator.Mutants(submission).Take(MutantsPerMutator).ToList();
            var same = 0;
            foreach (var mutant in mutants)
            {
                if ((await Rules(mutant.Source)).SequenceEqual(expected))
                {
                    same++;
                }
                else
                {
                    changed.Add($"{mutant.Name}:\n{mutant.Source}");
                }
            }

            line += string.Create(CultureInfo.InvariantCulture, $" {mutator.Name} {same}/{mutants.Count}");
        }

        output.WriteLine(line);
        changed.Should().BeEmpty("{0}", line);
    }

    private static async Task<IReadOnlyList<string>> Rules(string source)
        => [.. (await Findings.In(KataCompilation.Compile(source))).Select(x => x.Id).Distinct().Order(StringComparer.Ordinal)];
}
