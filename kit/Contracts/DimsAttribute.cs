namespace KataKit.Contracts;

/// <summary>
/// Names the axes of a matrix, vector or array, outermost first and separated by spaces: <c>[Dims("seq d_model")]</c>.
/// Axes of the same name have the same length everywhere within one contract member.
/// </summary>
/// <param name="axes">
/// One word an axis. A word is a dimension name, or a quotient of two such names (<c>d_model/heads</c>).
/// </param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DimsAttribute(string axes) : Attribute
{
    /// <summary>The axis names, outermost first, separated by single spaces.</summary>
    public string Axes { get; } = axes;
}
