namespace KataKit.Cli;

/// <summary>
/// The page of each rule, in each language. Its prose is written by hand, and so is the code of the English page; title, severity, category
/// and source follow from the rule, and the code of the Chinese page is that of the English one.
/// </summary>
internal sealed class RulePageParts : IDerivation
{
    /// <inheritdoc/>
    public IEnumerable<DerivedFile> Derive(KataLibrary library)
    {
        foreach (var rule in KitRule.All(library))
        {
            var (english, chinese) = (RuleLanguage.English.PageOf(rule), RuleLanguage.Chinese.PageOf(rule));
            var text = RepositoryText.Read(library, english);
            var translation = CodeBlocks.Copy(english, text, chinese, RepositoryText.Read(library, chinese));
            yield return new DerivedFile(english, RulePageHead.Write(english, text, rule, RuleLanguage.English));
            yield return new DerivedFile(chinese, RulePageHead.Write(chinese, translation, rule, RuleLanguage.Chinese));
        }
    }
}
