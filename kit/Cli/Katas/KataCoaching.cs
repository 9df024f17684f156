namespace KataKit.Cli;

/// <summary>
/// What helps with a kata and what an interviewer asks afterwards, in one language. It lies with the solution, for whoever reads the
/// task must not see it; <c>kata hint</c>, <c>kata quiz</c> and the debrief show it when its time has come.
/// </summary>
internal sealed class KataCoaching
{
    public List<MemberHints> Hints { get; set; } = [];

    public List<FollowUp> FollowUps { get; set; } = [];

    /// <summary>Papers and books to read on, one a line.</summary>
    public List<string> Sources { get; set; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CliException">The file is missing, or is not what it should be.</exception>
    public static KataCoaching Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The kata has no hints and no questions: {exception.Message}", ExitCode.Internal);
        }

        var coaching = WrittenYaml.Read<KataCoaching>(text, $"'{path}'");
        return coaching.Gap is { } gap ? throw new CliException($"'{path}' {gap}", ExitCode.Internal) : coaching;
    }

    /// <summary>What is left empty. In YAML a key without a value is no error, and nothing is what it gives.</summary>
    private string? Gap
        => Hints is null || Hints.Exists(IsGap)
            ? "must give each of its 'hints' a 'member' and 'stages', none of them empty."
            : FollowUps is null || FollowUps.Exists(followUp => followUp is null || Blank(followUp.Question) || Blank(followUp.Answer))
            ? "must give each of its 'follow_ups' a 'question' and an 'answer'."
            : Sources is null || Sources.Exists(Blank)
            ? "must not hold empty 'sources'."
            : null;

    private static bool IsGap(MemberHints? hints)
        => hints is null || Blank(hints.Member) || hints.Stages is not { Count: > 0 } || hints.Stages.Exists(Blank);

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}

/// <summary>The hints for a member, each stage telling more than the one before.</summary>
internal sealed class MemberHints
{
    public string Member { get; set; } = "";

    public List<string> Stages { get; set; } = [];
}

/// <summary>What an interviewer asks when the code is written, with a model answer.</summary>
internal sealed class FollowUp
{
    public string Question { get; set; } = "";

    public string Answer { get; set; } = "";
}
