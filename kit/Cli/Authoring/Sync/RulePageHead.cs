namespace KataKit.Cli;

/// <summary>The head of a rule's page: its title, and the rows of its table that follow from the rule, the first two and the last.</summary>
internal static class RulePageHead
{
    private const string TableRule = "| --- | --- |";

    /// <summary>The page with the head that it must have.</summary>
    /// <exception cref="CliException">The page has no title, or no table below it.</exception>
    public static string Write(string page, string text, KitRule rule, RuleLanguage language)
    {
        var lines = text.Split('\n');
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal))
        {
            throw new CliException($"'{page}' must begin with a title, '# {rule.Id}: {language.TitleOf(rule)}'.", ExitCode.Internal);
        }

        var head = lines.TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        var table = head.IndexOf(TableRule) + 1;
        if (table == 0)
        {
            throw new CliException(
                $"'{page}' must hold a table, '| | |' and '{TableRule}', above its sections: severity, category and source are written into it.",
                ExitCode.Internal);
        }

        var end = table + head.Skip(table).TakeWhile(line => line.StartsWith('|')).Count();
        string[] derived = [language.SeverityRow, language.CategoryRow, language.SourceRow];
        var source = new[] { rule.ClassPath, rule.FixPath }.OfType<string>().Select(path => Link(page, path));
        return string.Join(
            '\n',
            [
                $"# {rule.Id}: {language.TitleOf(rule)}",
                .. lines[1..table],
                Row(language.SeverityRow, language.SeverityOf(rule)),
                Row(language.CategoryRow, rule.Track),
                .. lines[table..end].Where(row => !derived.Any(name => row.StartsWith($"| {name} |", StringComparison.Ordinal))),
                Row(language.SourceRow, string.Join(", ", source)),
                .. lines[end..],
            ]);
    }

    private static string Row(string name, string value) => $"| {name} | {value} |";

    private static string Link(string page, string path)
    {
        var toRoot = string.Concat(Enumerable.Repeat("../", page.Count(character => character == '/')));
        return $"[`{Path.GetFileNameWithoutExtension(path)}`]({toRoot}{path})";
    }
}
