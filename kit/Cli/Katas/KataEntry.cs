using KataKit.Grading;

namespace KataKit.Cli;

/// <summary>A kata with its task and its coaching, which are read when they are asked for.</summary>
internal sealed class KataEntry(Kata kata, bool inChinese)
{
    private readonly Lazy<KataPage> _page
        = new(() => KataPage.Read(inChinese ? FirstOf(kata.ChinesePagePath, kata.PagePath) : kata.PagePath));

    private readonly Lazy<KataCoaching> _coaching
        = new(() => KataCoaching.Read(inChinese ? FirstOf(kata.ChineseCoachingPath, kata.CoachingPath) : kata.CoachingPath));

    public Kata Kata { get; } = kata;

    /// <summary>The name of its folder, its file and its class.</summary>
    public string Name => Kata.Name;

    /// <summary>The identifier that the journal uses.</summary>
    public string Id => Page.Id;

    /// <summary>The task page in the language of the command.</summary>
    public KataPage Page => _page.Value;

    /// <summary>Its hints and questions in the language of the command.</summary>
    public KataCoaching Coaching => _coaching.Value;

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

    private static string FirstOf(string chinese, string english) => File.Exists(chinese) ? chinese : english;
}
