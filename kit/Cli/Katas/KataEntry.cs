using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>A kata with its task pages, which are read when they are asked for.</summary>
internal sealed class KataEntry(Kata kata, bool inChinese)
{
    private readonly Lazy<KataPage> _page = new(() => KataPage.Read(PagePath(kata, inChinese)));

    public Kata Kata { get; } = kata;

    /// <summary>The name of its folder, its file and its class.</summary>
    public string Name => Kata.Name;

    /// <summary>The identifier that the journal uses.</summary>
    public string Id => Page.Id;

    /// <summary>The task page in the language of the command.</summary>
    public KataPage Page => _page.Value;

    /// <summary>The learner's file, without its folder.</summary>
    public string FileName => Path.GetFileName(Kata.StubPath);

    /// <summary>The learner's file as it is now.</summary>
    /// <exception cref="CliException">It is gone.</exception>
    public string ReadSource()
    {
        try
        {
            return File.ReadAllText(Kata.StubPath);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"'{Kata.StubPath}' is gone. `kata reset {Name}` writes a fresh one.");
        }
    }

    private static string PagePath(Kata kata, bool inChinese)
    {
        var folder = Path.GetDirectoryName(kata.StubPath)!;
        var chinese = Path.Combine(folder, "README.zh-CN.md");
        return inChinese && File.Exists(chinese) ? chinese : Path.Combine(folder, "README.md");
    }
}
