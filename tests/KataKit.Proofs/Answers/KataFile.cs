using KataKit.Grading;

namespace KataKit.Proofs;

/// <summary>A complete answer to a kata that the repository holds: a solution, or a file of the evidence.</summary>
/// <param name="Answer">Where it lies.</param>
/// <param name="Kind"><c>solution</c>, <c>right</c> or <c>wrong</c>.</param>
internal sealed record KataFile(Answer Answer, string Kind)
{
    /// <summary>The katas of this repository.</summary>
    public static KataCatalogue Catalogue { get; } = KataCatalogue.Find(AppContext.BaseDirectory);

    /// <summary>Every answer of every kata, in order of kata, kind and name.</summary>
    public static IReadOnlyList<KataFile> All { get; } =
    [
        .. Catalogue.Katas.SelectMany(kata =>
            new[] { new KataFile(new Answer(kata, kata.SolutionPath), "solution") }
                .Concat(kata.Right.Select(answer => new KataFile(answer, "right")))
                .Concat(kata.Wrong.Select(answer => new KataFile(answer, "wrong")))),
    ];

    /// <summary>The names of the katas.</summary>
    public static IEnumerable<string> Katas => Catalogue.Katas.Select(kata => kata.Name);

    /// <summary>The kata's name: <c>SelfAttention</c>.</summary>
    public string Kata => Answer.Kata.Name;

    /// <summary>The file's name without extension.</summary>
    public string Name => Answer.Name;

    /// <summary>Its text.</summary>
    public string Source => Answer.Text;

    /// <summary>Whether the analyzers must be silent.</summary>
    public bool IsRight => Kind != "wrong";

    /// <summary>What a wrong answer says of its mistake; <see langword="null"/> for a right one.</summary>
    public SubmissionHeader? Header => IsRight ? null : Answer.Header;

    /// <summary>The rule that must report; <see langword="null"/> where none must.</summary>
    public string? Rule => Header?.Rule;

    public override string ToString() => $"{Kata}/{Kind}/{Name}";
}
