namespace KataKit.Contracts;

/// <summary>
/// Marks the contract of a kata: an interface that answers implement, or a class or struct of your own whose members carry
/// <see cref="DimsAttribute"/>, <see cref="DimAttribute"/> and <see cref="RoleAttribute"/> themselves. Analyzers look only at marked types
/// and at types that implement a marked interface, so a project without katas pays nothing and is told nothing.
/// </summary>
/// <param name="id">
/// The kata's identifier as the <c>kata</c> command and the READMEs spell it, for example <c>self-attention</c>: it says whose rules apply.
/// </param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KataAttribute(string id) : Attribute
{
    /// <summary>The kata's identifier, lower case with hyphens.</summary>
    public string Id { get; } = id;
}
