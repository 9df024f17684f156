using System.Text.RegularExpressions;

namespace KataKit.Cli;

/// <summary>The list of new rules that are not shipped yet. What was shipped stays in the list beside it, as it was.</summary>
internal sealed partial class RuleReleases : IDerivation
{
    private const string Shipped = "analyzers/KataKit.Analyzers/AnalyzerReleases.Shipped.md";
    private const string Unshipped = "analyzers/KataKit.Analyzers/AnalyzerReleases.Unshipped.md";
    private const string NewRules = "### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n";

    /// <inheritdoc/>
    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        var shipped = Rule().Matches(RepositoryText.Read(library, Shipped)).Select(match => match.Groups[1].Value).ToHashSet();
        var text = RepositoryText.Read(library, Unshipped);
        var start = text.IndexOf(NewRules, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new CliException($"'{Unshipped}' must hold these lines: the rules are written below them.\n\n{NewRules}", ExitCode.Internal);
        }

        start += NewRules.Length;
        var rows = KitRule.All(library).Where(rule => !shipped.Contains(rule.Id)).Select(rule =>
            $"{rule.Id} | {rule.Track} | {Severity(rule)} | {rule.Class}, [documentation]({rule.Descriptor.HelpLinkUri})\n");
        yield return new DerivedFile(Unshipped, text[..start] + string.Concat(rows) + OldRows().Replace(text[start..], "", 1));
    }

    // The words of Roslyn's release tracking.
    private static string Severity(KitRule rule) => rule.Descriptor.IsEnabledByDefault ? $"{rule.Descriptor.DefaultSeverity}" : "Disabled";

    [GeneratedRegex(@"^(KATA\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\A(KATA.*\n)*")]
    private static partial Regex OldRows();
}
