namespace KataKit.Mutations;

/// <summary>A submission written differently: it compiles, and computes what the original computes.</summary>
/// <param name="Name">The mutator, and the number of the one place that was rewritten with its line in the original, or <c>all</c>.</param>
/// <param name="Source">The whole file.</param>
public sealed record Mutant(string Name, string Source);
