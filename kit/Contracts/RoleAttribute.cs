namespace KataKit.Contracts;

/// <summary>
/// Says what part a parameter plays in the formula of its contract, where the formula treats parameters of one shape
/// differently: the query and the key projection, for example. The role belongs to the parameter's position in the
/// interface, so a learner may rename the parameter freely.
/// </summary>
/// <param name="name">The role, in the field's standard term, for example <c>query</c>, <c>key</c>, <c>value</c>, <c>mask</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue)]
public sealed class RoleAttribute(string name) : Attribute
{
    /// <summary>The role's name.</summary>
    public string Name { get; } = name;
}
