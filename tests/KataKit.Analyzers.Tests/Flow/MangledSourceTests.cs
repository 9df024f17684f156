using System.Globalization;
using FluentAssertions;
using KataKit.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace KataKit.Analyzers.Tests.Flow;

/// <summary>
/// Code as it looks while somebody types: analyzers must not throw, whatever it is, and must say nothing about a file that the
/// compiler does not understand yet.
/// </summary>
public sealed class MangledSourceTests(ITestOutputHelper output)
{
    private const int Seed = 20_17;
    private const int DeletionsPerFile = 8;

    public static TheoryData<string> Files() => [.. KataSource.Submissions("right").Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_end_of_the_file_is_missing(string name)
    {
        var source = KataSource.Submissions("right").Single(x => x.Name == name).Source;
        var tokens = (await CSharpSyntaxTree.ParseText(source).GetRootAsync()).DescendantTokens().ToList();
        for (var missing = 1; missing <= 200; missing += 13)
        {
            var end = tokens[^(missing + 1)].SpanStart;
            await Requires_silence_unless_it_compiles(source[..end], string.Create(CultureInfo.InvariantCulture, $"{name} without its last {missing} tokens"));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Lines_are_missing(string name)
    {
        var lines = KataSource.Submissions("right").Single(x => x.Name == name).Source.Split('\n');

        // The seed must not depend on string.GetHashCode, which differs from run to run.
        var random = new Random(Seed + name.Sum(x => x));
        for (var round = 0; round < DeletionsPerFile; round++)
        {
            var first = random.Next(lines.Length);
            var count = random.Next(1, 4);
            var mangled = string.Join('\n', lines.Where((_, i) => i < first || i >= first + count));
            await Requires_silence_unless_it_compiles(
                mangled, string.Create(CultureInfo.InvariantCulture, $"{name} without {count} lines from line {first + 1} (seed {Seed})"));
        }
    }

    private async Task Requires_silence_unless_it_compiles(string source, string what)
    {
        var compilation = KataCompilation.Compile(source);

        // Throws where an analyzer throws.
        var found = (await Findings.In(compilation)).Select(Findings.Show).ToList();
        if (found.Count > 0)
        {
            compilation.GetDiagnostics().Should().NotContain(
                x => x.Severity == DiagnosticSeverity.Error, "{0} does not compile, and yet it is told {1}", what, string.Join("; ", found));
            output.WriteLine($"{what} compiles: {string.Join("; ", found)}");
        }
    }
}
