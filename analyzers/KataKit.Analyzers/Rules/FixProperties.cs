namespace KataKit.Analyzers.Rules;

/// <summary>What a diagnostic tells its code fix.</summary>
public static class FixProperties
{
    /// <summary>An expression, valid at the diagnostic, for the dimension that belongs there.</summary>
    public const string Dimension = "dimension";

    /// <summary>An expression that may be put in the place of the one that is marked.</summary>
    public const string Replacement = "replacement";

    /// <summary>Present when the first additional location is a matrix that has to be divided.</summary>
    public const string DividesMatrix = "divides-matrix";

    /// <summary>A variable, in scope at the diagnostic, that belongs in place of the marked one.</summary>
    public const string Variable = "variable";

    /// <summary>Present when the assignment that is reported is right as soon as it adds.</summary>
    public const string Adds = "adds";
}
