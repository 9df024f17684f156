namespace KataKit.Cli;

/// <summary>An interview question with a model answer.</summary>
/// <param name="Id">Tells it from all others, in every language; the journal uses it.</param>
/// <param name="Topic">The kata's identifier, or the topic in the file of questions.</param>
/// <param name="Text">The question.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Question(string Id, string Topic, string Text, string Answer);

/// <summary>The questions of a repository: the follow-ups of its katas, and those of <c>docs/interview-questions.yml</c>.</summary>
internal static class QuestionBank
{
    /// <summary>Where the questions without a kata are.</summary>
    public static string PathIn(string root) => Path.Combine(root, "docs", "interview-questions.yml");

    /// <summary>Reads the questions, those of the katas first.</summary>
    /// <exception cref="CliException">The file of questions is not what it should be.</exception>
    public static IReadOnlyList<Question> Read(KataLibrary library, Texts texts)
        => [.. library.Entries.SelectMany(FollowUps), .. ReadFile(PathIn(library.Root), texts.IsChinese)];

    private static IEnumerable<Question> FollowUps(KataEntry entry)
        => entry.Coaching.FollowUps.Select((followUp, index) => new Question($"{entry.Id}/{index + 1}", entry.Id, followUp.Question.Trim(), followUp.Answer.Trim()));

    private static IEnumerable<Question> ReadFile(string path, bool inChinese)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        return WrittenYaml.Read<List<BankEntry>>(File.ReadAllText(path), $"'{path}'")
            .Select(entry => (entry, text: inChinese ? entry.Zh : entry.En))
            .Select(entry => new Question(entry.entry.Id, entry.entry.Topic, entry.text.Question.Trim(), entry.text.Answer.Trim()));
    }

    private sealed class BankEntry
    {
        public string Id { get; set; } = "";

        public string Topic { get; set; } = "";

        public FollowUp En { get; set; } = new();

        public FollowUp Zh { get; set; } = new();
    }
}
