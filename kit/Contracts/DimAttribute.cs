namespace KataKit.Contracts;

/// <summary>Says that an integer is the length of an axis, or a count that lengths are divided by: <c>[Dim("heads")] int heads</c>.</summary>
/// <param name="name">The dimension's name, in the same vocabulary as <see cref="DimsAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DimAttribute(string name) : Attribute
{
    /// <summary>The dimension's name.</summary>
    public string Name { get; } = name;
}
