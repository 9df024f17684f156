using System.Globalization;
using System.Text;
using KataKit.Cli;
using KataKit.Cli.Tests;
using KataKit.Grading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using static VerifyXunit.Verifier;

namespace KataKit.Snapshots.Tests;

/// <summary>What the rules say of every wrong answer of the evidence.</summary>
public sealed class RuleMessageTests
{
    private static readonly KataCatalogue Catalogue = KataCatalogue.Find(LearnersKit.Repository);

    public static TheoryData<string> Katas => [.. Catalogue.Katas.Select(kata => kata.Name)];

    [Theory]
    [MemberData(nameof(Katas))]
    public async Task A_wrong_answer_is_told_what_is_wrong(string kata)
    {
        // A finding gives its message in any language, so each answer is looked at once.
        var found = await FindAsync(Catalogue.Get(kata));
        foreach (var language in Languages.All)
        {
            await Verify(Text(found, CultureInfo.GetCultureInfo(language))).UseDirectory("texts/rules").UseFileName($"{kata}.{language}");
        }
    }

    private static async Task<IReadOnlyList<(string Answer, IReadOnlyList<Diagnostic> Findings)>> FindAsync(Kata kata)
    {
        var build = KataBuild.Read(kata);
        var found = new (string, IReadOnlyList<Diagnostic>)[kata.Wrong.Count];
        await Parallel.ForEachAsync(
            kata.Wrong.Index(),
            async (answer, _) => found[answer.Index] = (answer.Item.Name, await FindAsync(build, answer.Item)));
        return found;
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(KataBuild build, Answer answer)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(answer.Text, Encoding.UTF8), build.ParseOptions, answer.Name + ".cs");
        var options = new CompilationWithAnalyzersOptions(
            build.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var analyzed = build.Compilation.AddSyntaxTrees(tree).WithAnalyzers(AttemptGrader.AllAnalyzers.Analyzers, options);
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync())
            .OrderBy(finding => finding.Location.SourceSpan.Start)
            .ThenBy(finding => finding.Location.SourceSpan.End)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)];
    }

    private static string Text(IEnumerable<(string Answer, IReadOnlyList<Diagnostic> Findings)> found, CultureInfo culture)
    {
        var text = new StringBuilder();
        foreach (var (answer, findings) in found)
        {
            if (findings.Count == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{answer}: -\n");
            }

            foreach (var finding in findings)
            {
                var place = finding.Location.GetLineSpan().StartLinePosition;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{answer}: {place.Line + 1}:{place.Character + 1} {finding.Id} {finding.GetMessage(culture)}\n");
            }
        }

        return text.ToString();
    }
}
