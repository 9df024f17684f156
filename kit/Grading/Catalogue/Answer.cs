namespace KataKit.Grading;

/// <summary>An answer of the evidence: a right one, kept whole, or a wrong one, kept as an edit of a right one or whole.</summary>
/// <param name="kata">The kata that it answers.</param>
/// <param name="path">The file below <c>tests/Submissions</c>.</param>
public sealed class Answer(Kata kata, string path)
{
    private readonly Lazy<string> _text = new(() => AnswerText.Read(path));

    /// <summary>The kata that it answers.</summary>
    public Kata Kata { get; } = kata;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>The file's name without folder and extension, for example <c>ATT1_TwoSteps</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The whole answer, as it could stand in for the learner's file.</summary>
    /// <exception cref="FormatException">It is an edit that cannot be read or does not apply.</exception>
    public string Text => _text.Value;

    /// <summary>What a wrong answer promises.</summary>
    /// <exception cref="FormatException">The header lacks something, or the text cannot be had.</exception>
    public SubmissionHeader Header => SubmissionHeader.Parse(Text);

    /// <summary>The answer as something to grade.</summary>
    public Submission Submission => new(Kata, Path);

    /// <summary>The right answer that was edited, as the edit names it; <see langword="null"/> for an answer that is kept whole.</summary>
    /// <exception cref="FormatException">It is an edit that cannot be read.</exception>
    public string? Base => AnswerText.IsEdit(Path) ? AnswerEdit.Parse(File.ReadAllText(Path)).Base : null;

    /// <summary>The answers of a folder, in ordinal order of their names; none where there is no such folder.</summary>
    internal static IReadOnlyList<Answer> In(Kata kata, string folder)
        => Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(AnswerText.IsAnswer).Order(StringComparer.Ordinal).Select(path => new Answer(kata, path))]
            : [];
}
