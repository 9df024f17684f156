namespace KataKit.Analyzers.Rules;

/// <summary>What a diagnostic tells its code fix.</summary>
public static class FixProperties
{
    /// <summary>An expression, valid at the diagnostic, for the dimension that belongs there.</summary>
    public const string Dimension = "dimension";

    /// <summary>Present when the first additional location is a matrix that has to be divided.</summary>
    public const string DividesMatrix = "divides-matrix";

    /// <summary>Present when the assignment that is reported is right as soon as it adds.</summary>
    public const string Adds = "adds";
}
