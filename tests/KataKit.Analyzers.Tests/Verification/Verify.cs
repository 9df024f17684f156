using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluentAssertions;
using KataKit.Analyzers.Tests.Catalogue;
using KataKit.CodeFixes.Rules.Attention;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KataKit.Analyzers.Tests.Verification;

/// <summary>
/// Checks code with marks: <c>[|…|]</c> stands around each place where a rule must report, and nowhere else may that rule report.
/// </summary>
internal static class Verify
{
    /// <summary>Every code fix of the kit.</summary>
    public static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(ScoreScaleFix).Assembly.GetTypes()
            .Where(x => !x.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(x))
            .Select(x => (CodeFixProvider)Activator.CreateInstance(x)!),
    ];

    /// <summary>Requires that a rule reports exactly the marked places.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="markedSource">The code.</param>
    public static async Task Reports(string rule, string markedSource)
    {
        var (source, spans) = Marks(markedSource);
        spans.Should().NotBeEmpty("a test without a mark is a test of silence");
        var found = (await Findings.In(source)).Where(x => x.Id == rule).ToList();
        found.Select(x => (x.Id, x.Location.SourceSpan)).Should().Equal(
            spans.Select(x => (rule, x)), "it found\n{0}\nin\n{1}", string.Join("\n", found.Select(Findings.Show)), source);
    }

    /// <summary>Requires that nothing is reported.</summary>
    /// <param name="source">The code.</param>
    /// <param name="beside">A rule that may report: what it finds is not looked at.</param>
    public static async Task IsSilent(string source, string? beside = null, [CallerFilePath] string tests = "")
    {
        var rule = RuleOf(tests);
        var found = (await Findings.In(source)).Where(x => x.Id != beside && (rule is null || x.Id == rule));
        found.Select(Findings.Show).Should().BeEmpty("it is right, or at least not understood:\n{0}", source);
    }

    /// <summary>Requires that the code fix turns one text into another, which compiles and in which nothing is left to report.</summary>
    public static async Task Fixes_to(string before, string after, [CallerFilePath] string tests = "")
    {
        (await FixedText(before, tests)).Should().Be(after);
        await IsSilent(after, tests: tests);
    }

    /// <summary>The code after the fix of its first finding; <see langword="null"/> where no fix is offered.</summary>
    public static Task<string?> FixedText(string source, [CallerFilePath] string tests = "") => FixedText(KataCompilation.Document(source), tests);

    /// <inheritdoc cref="FixedText(string)"/>
    public static async Task<string?> FixedText(Document document, [CallerFilePath] string tests = "")
    {
        var rule = RuleOf(tests);
        var found = (await Findings.In(document)).First(x => rule is null || x.Id == rule);
        var offered = new List<CodeAction>();
        foreach (var fix in Fixes.Where(x => x.FixableDiagnosticIds.Contains(found.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, found, (action, _) => offered.Add(action), CancellationToken.None));
        }

        if (offered.Count == 0)
        {
            return null;
        }

        offered[0].EquivalenceKey.Should().NotBeNullOrEmpty("FixAll needs it");
        var operations = await offered[0].GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    // Tests are fragments that serve one rule: what the others say of them is no part of it. Whole answers and the samples of the pages
    // are judged by all rules together.
    private static string? RuleOf(string tests)
    {
        var name = Path.GetFileNameWithoutExtension(tests);
        var rule = name.EndsWith("FixTests", StringComparison.Ordinal) ? name[..^"FixTests".Length] : name.EndsWith("Tests", StringComparison.Ordinal) ? name[..^"Tests".Length] : name;
        return CataloguedRule.All.FirstOrDefault(x => x.Class?.Name == rule)?.Id;
    }

    private static (string Source, List<TextSpan> Spans) Marks(string marked)
    {
        var spans = new List<TextSpan>();
        for (var open = marked.IndexOf("[|", StringComparison.Ordinal); open >= 0; open = marked.IndexOf("[|", StringComparison.Ordinal))
        {
            var close = marked.IndexOf("|]", open, StringComparison.Ordinal) - 2;
            marked = marked.Remove(open, 2).Remove(close, 2);
            spans.Add(TextSpan.FromBounds(open, close));
        }

        return (marked, spans);
    }
}
