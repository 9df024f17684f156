namespace KataKit.Contracts;

/// <summary>
/// Marks the contract of a kata. Analyzers look only at types that implement a marked interface, so a project without
/// katas pays nothing and is told nothing.
/// </summary>
/// <param name="id">The kata's identifier as the <c>kata</c> command and the READMEs spell it, for example <c>self-attention</c>.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class KataAttribute(string id) : Attribute
{
    /// <summary>The kata's identifier, lower case with hyphens.</summary>
    public string Id { get; } = id;
}
