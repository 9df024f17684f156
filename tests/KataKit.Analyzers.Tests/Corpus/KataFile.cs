using KataKit.Analyzers.Tests.Verification;
using KataKit.Grading;

namespace KataKit.Analyzers.Tests.Corpus;

/// <summary>A complete answer to a kata that the repository holds: a solution, or a file of the evidence.</summary>
/// <param name="Kata">The kata's name: <c>SelfAttention</c>.</param>
/// <param name="Kind"><c>solution</c>, <c>right</c> or <c>wrong</c>.</param>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Source">Its text.</param>
public sealed record KataFile(string Kata, string Kind, string Name, string Source)
{
    /// <summary>Every answer of every kata, in order of kata, kind and name.</summary>
    public static IReadOnlyList<KataFile> All { get; } =
    [
        .. KataSource.Catalogue.Katas.SelectMany(kata =>
            new[] { Of("solution", new Answer(kata, kata.SolutionPath)) }
                .Concat(kata.Right.Select(answer => Of("right", answer)))
                .Concat(kata.Wrong.Select(answer => Of("wrong", answer)))),
    ];

    /// <summary>The names of the katas.</summary>
    public static IEnumerable<string> Katas => All.Select(x => x.Kata).Distinct();

    /// <summary>Whether the analyzers must be silent.</summary>
    public bool IsRight => Kind != "wrong";

    /// <summary>What a wrong answer says of its mistake; <see langword="null"/> for a right one.</summary>
    public SubmissionHeader? Header => IsRight ? null : SubmissionHeader.Parse(Source);

    /// <summary>The rule that must report; <see langword="null"/> where none must.</summary>
    public string? Rule => Header?.Rule;

    public override string ToString() => $"{Kata}/{Kind}/{Name}";

    private static KataFile Of(string kind, Answer answer) => new(answer.Kata.Name, kind, answer.Name, answer.Text);
}
