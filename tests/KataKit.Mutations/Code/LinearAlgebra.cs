using Microsoft.CodeAnalysis;

namespace KataKit.Mutations.Code;

/// <summary>MathNet's matrices and vectors, which behave as numbers do: operators and most methods give new ones.</summary>
internal static class LinearAlgebra
{
    public const string Matrix = "MathNet.Numerics.LinearAlgebra.Matrix`1";

    private const string Namespace = "MathNet.Numerics.LinearAlgebra";

    public static bool IsPart(ITypeSymbol? type)
        => type?.ContainingNamespace?.ToDisplayString() is { } name && name.StartsWith(Namespace, StringComparison.Ordinal);

    /// <summary>Whether a type is <c>Matrix&lt;double&gt;</c> or <c>Vector&lt;double&gt;</c>.</summary>
    public static bool IsValue(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Matrix" or "Vector", TypeArguments: [{ SpecialType: SpecialType.System_Double }] } && IsPart(type);

    public static bool IsMatrix(ITypeSymbol? type) => type?.Name == "Matrix" && IsValue(type);

    /// <summary>Whether a call gives a value and leaves its arguments alone: all but those that return nothing, or draw numbers.</summary>
    public static bool IsFunction(IMethodSymbol method)
        => IsPart(method.ContainingType) && !method.ReturnsVoid && !method.Name.Contains("Random", StringComparison.Ordinal);

    /// <summary>Whether a property tells a size, which never changes.</summary>
    public static bool IsSize(IPropertySymbol property)
        => IsPart(property.ContainingType) && property.Name is "RowCount" or "ColumnCount" or "Count";
}
