using KataKit.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Flow;

/// <summary>What a run of the interpreter found out. Rules judge complete runs only.</summary>
/// <param name="Refusal">Why the run was given up, or <see langword="null"/> for a complete run.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Numbers">What expressions over dimensions are worth, by syntax; <see langword="null"/> where calls disagree.</param>
/// <param name="Steps">How many operations were evaluated.</param>
internal sealed record Outcome(
    string? Refusal,
    IReadOnlyList<FlowEvent> Events,
    IReadOnlyDictionary<SyntaxNode, Polynomial?> Numbers,
    int Steps)
{
    /// <summary>Pairs of lengths that the code asks to be equal, somewhere on its way.</summary>
    public IReadOnlyList<(Polynomial Left, Polynomial Right)> Compared { get; init; } = [];

    /// <summary>Whether a path depends on what data are, other than on which of two is larger and on what a mask says.</summary>
    public bool TestsData { get; init; }

    public bool IsComplete => Refusal is null;
}
