using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>
/// The tables of all rules in the index of each language: first the rules of every kata, then a table a track, in the order in which one learns.
/// </summary>
internal sealed class RuleIndexes : IDerivation
{
    /// <inheritdoc/>
    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        var rules = KitRule.All(library);
        foreach (var language in new[] { RuleLanguage.English, RuleLanguage.Chinese })
        {
            var page = $"{language.Folder}/README.md";
            var tables = rules.GroupBy(rule => rule.Track)
                .OrderBy(track => Track.All.Any(known => known.Name == track.Key))
                .ThenBy(track => Track.PlaceOf(track.Key))
                .Select(track => Table(language.NameOf(track.Key), track, language));
            var text = DerivedRegion.Replace(page, RepositoryText.Read(library, page), "rules", $"\n{string.Join("\n\n", tables)}\n");
            yield return new DerivedFile(page, text);
        }
    }

    private static string Table(string track, IEnumerable<KitRule> rules, RuleLanguage language)
        => $"### {track}\n\n{language.IndexHead}\n| --- | --- | --- | --- |\n" + string.Join('\n', rules.Select(rule => Row(rule, language)));

    private static string Row(KitRule rule, RuleLanguage language)
        => $"| [{rule.Id}]({rule.Track}/{rule.Id}.md) | {language.TitleOf(rule)} | {language.SeverityOf(rule)} | "
            + $"{(rule.FixPath is null ? language.HasNoFix : language.HasFix)} |";
}
