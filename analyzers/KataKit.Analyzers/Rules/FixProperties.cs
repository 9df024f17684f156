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

    /// <summary>The variable that bounds a search, or the constant that it should begin with.</summary>
    public const string Bound = "bound";

    /// <summary>The real type that a number should have.</summary>
    public const string Type = "type";

    /// <summary>A statement that puts a copy in place of a parameter.</summary>
    public const string Copy = "copy";
}
