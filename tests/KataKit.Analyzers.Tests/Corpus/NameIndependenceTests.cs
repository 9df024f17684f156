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
    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var kind in new[] { "right", "wrong" })
        {
            foreach (var (name, source) in KataSource.Submissions(kind).Where(x => kind == "right" || !x.Source.Contains("// rule: none", StringComparison.Ordinal)))
            {
                files.Add(kind, name);
            }
        }

        files.Add("solution", "SelfAttention");
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_verdict_does_not_depend_on_spelling(string kind, string name)
    {
        var source = kind == "solution"
            ? KataSource.Read("solutions", "SelfAttention", "SelfAttention.cs")
            : KataSource.Submissions(kind).Single(x => x.Name == name).Source;
        var compilation = KataCompilation.Compile(source);
        var expected = await Rules(source);
        var submission = new Submission(compilation, compilation.SyntaxTrees[^1]);
        var line = $"{name} ({string.Join(" ", expected.DefaultIfEmpty("silent"))}):";
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
