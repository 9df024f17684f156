namespace KataKit.Analyzers.Graph.Patterns;

/// <summary>Recognises the constants that searches begin with.</summary>
internal static class Extremes
{
    /// <summary>Whether nothing of the constant's type is above it.</summary>
    public static bool IsGreatest(Term term)
        => Value(term) is double.MaxValue or double.PositiveInfinity or float.MaxValue or float.PositiveInfinity or int.MaxValue or long.MaxValue
            or uint.MaxValue or ulong.MaxValue or short.MaxValue or decimal.MaxValue;

    /// <summary>Whether nothing of the constant's type is below it, and the constant is below zero.</summary>
    public static bool IsLeast(Term term)
        => Value(term) is double.MinValue or double.NegativeInfinity or float.MinValue or float.NegativeInfinity or int.MinValue or long.MinValue
            or short.MinValue or decimal.MinValue;

    /// <summary>Whether of real numbers infinity alone is above the constant.</summary>
    public static bool IsGreatestFinite(Term term) => Value(term) is double.MaxValue or float.MaxValue;

    /// <summary>Whether of real numbers minus infinity alone is below the constant.</summary>
    public static bool IsLeastFinite(Term term) => Value(term) is double.MinValue or float.MinValue;

    /// <summary>Whether the constant is 0 or the smallest real number above it.</summary>
    public static bool IsNought(Term term) => term.IsNumber(out var value) && (value == 0 || value == double.Epsilon || value == float.Epsilon);

    private static object? Value(Term term) => term.Constant is { HasValue: true, Value: { } value } ? value : null;
}
