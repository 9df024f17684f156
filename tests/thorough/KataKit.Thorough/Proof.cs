namespace KataKit.Thorough;

/// <summary>Something that must hold.</summary>
/// <param name="Name">Its name, in parts from the general to the particular: <c>name-independence/Pca/right/IndexLoops</c>.</param>
/// <param name="Inputs">The files and folders that it depends on, from the root of the repository. Nothing else may change its outcome.</param>
/// <param name="CheckAsync">Looks whether it holds.</param>
internal sealed record Proof(string Name, IReadOnlyList<string> Inputs, Func<Tools, CancellationToken, Task<Checked>> CheckAsync)
{
    /// <summary>Whether nothing may run beside it: it uses up what it can get, or all cores itself.</summary>
    public bool RunsAlone { get; init; }

    /// <summary>What its outcome depends on beside the inputs.</summary>
    public string Circumstances { get; init; } = "";
}
