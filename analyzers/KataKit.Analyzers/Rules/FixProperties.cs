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

    /// <summary>Present when the assignment that is reported is right as soon as it adds.</summary>
    public const string Adds = "adds";

    /// <summary>An argument to add to the call or the creation at the first additional location.</summary>
    public const string Argument = "argument";

    /// <summary>A static method that does with two arguments what the call at the first additional location does with receiver and argument.</summary>
    public const string CompareOrdinal = "compare-ordinal";

    /// <summary>Present where a call of MaxBy or MinBy decides nothing between equal keys.</summary>
    public const string MaxBy = "max-by";

    /// <summary>Present where a call of OrderBy or OrderByDescending wants a ThenBy behind it.</summary>
    public const string ThenBy = "then-by";

    /// <summary>The variable that bounds a search.</summary>
    public const string Bound = "bound";

    /// <summary>The real type that a number should have.</summary>
    public const string Type = "type";

    /// <summary>A statement that puts a copy in place of a parameter.</summary>
    public const string Copy = "copy";
}
