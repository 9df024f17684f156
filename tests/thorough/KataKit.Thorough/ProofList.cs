namespace KataKit.Thorough;

/// <summary>Every proof of the second tier.</summary>
internal static class ProofList
{
    /// <summary>The proofs of a repository.</summary>
    /// <param name="root">Its root.</param>
    public static IReadOnlyList<Proof> In(string root) => [.. AnswerProofs.All, .. GraderProofs.All, .. TestClassProofs.In(root)];
}
