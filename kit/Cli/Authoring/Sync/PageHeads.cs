using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>
/// The front matter of the task pages. The identifier and the members are those of the contract, the Chinese page's level and time those
/// of the English one. By hand are the titles, and in English the level and the time; what stands below is not touched.
/// </summary>
internal sealed class PageHeads : IDerivation
{
    private const string Title = "title:";

    public IEnumerable<DerivedFile> Derive(KataLibrary library) => library.Entries.SelectMany(entry => Derive(entry.Kata));

    private static IEnumerable<DerivedFile> Derive(Kata kata)
    {
        var contract = ContractOf(kata);
        var english = KataPage.ReadHead(kata.PagePath, PageText.Read(kata.PagePath));
        if (english.Difficulty < 1 || english.Minutes < 1)
        {
            throw new CliException($"The front matter of '{kata.PagePath}' must hold 'difficulty' and 'minutes'.", ExitCode.Internal);
        }

        return [Derive(kata, kata.PagePath, contract, english), Derive(kata, kata.ChinesePagePath, contract, english)];
    }

    private static DerivedFile Derive(Kata kata, string path, KataContract contract, KataPage english)
    {
        var text = PageText.Read(path);
        var head = $"""
            id: {contract.Id}
            {TitleLine(path, text)}
            difficulty: {english.Difficulty}
            minutes: {english.Minutes}
            members: [{string.Join(", ", contract.Members)}]

            """.ReplaceLineEndings("\n");
        var place = Path.GetRelativePath(kata.Root, path).Replace('\\', '/');
        return new DerivedFile(place, PageText.Fence + head + PageText.Fence + text.Body);
    }

    private static KataContract ContractOf(Kata kata)
    {
        try
        {
            return KataContract.Read(kata);
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The contract of {kata.Name} cannot be read: {exception.Message}", ExitCode.Internal);
        }
    }

    /// <summary>The line of the title as it is written, quotes and all.</summary>
    private static string TitleLine(string path, PageText text)
    {
        var title = KataPage.ReadHead(path, text).Title;
        var line = text.Head.Split('\n').FirstOrDefault(line => line.StartsWith(Title, StringComparison.Ordinal));

        // A title of several lines would lose all but its first.
        var isWhole = line is not null && WrittenYaml.Read<KataPage>(line, $"The title of '{path}'").Title == title;
        return isWhole && !string.IsNullOrWhiteSpace(title)
            ? line!
            : throw new CliException($"The front matter of '{path}' must hold 'title' on one line.", ExitCode.Internal);
    }
}
