using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Graph;

/// <summary>What calls into libraries may do. Methods that are not known are taken to change what they are given.</summary>
internal static class Purity
{
    private static readonly HashSet<string> PureTypes = new(StringComparer.Ordinal)
    {
        "System.Math", "System.MathF", "System.Double", "System.Single", "System.Int32", "System.Int64", "System.Byte", "System.Char",
        "System.String", "System.Convert", "System.BitConverter", "System.Linq.Enumerable", "System.MemoryExtensions", "System.HashCode",
        "System.ArgumentNullException", "System.ArgumentException", "System.ArgumentOutOfRangeException", "System.Numerics.BitOperations",
        "System.Globalization.CharUnicodeInfo", "System.Text.Encoding", "System.Range", "System.Index", "System.Object", "System.Tuple",
        "System.ValueTuple", "System.Collections.Generic.Comparer", "System.Collections.Generic.KeyValuePair",
    };

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "IndexOf", "LastIndexOf", "FindIndex", "BinarySearch", "Peek", "TryPeek",
        "ToArray", "ToList", "GetRange", "GetLength", "GetLowerBound", "GetUpperBound", "AsSpan", "Slice", "Exists", "TrueForAll", "Find",
        "GetValueOrDefault", "GetEnumerator", "Equals", "GetHashCode", "ToString", "GetType", "ConvertAll", "AsReadOnly",
    };

    /// <summary>Whether equal arguments give equal results and nothing is changed.</summary>
    public static bool IsPure(IMethodSymbol method)
        => method.ContainingType is { } type
           && !method.ReturnsVoid
           && PureTypes.Contains(type.ContainingNamespace + "." + type.Name)
           && method.Parameters.All(x => x.RefKind is not (RefKind.Ref or RefKind.Out))
           && !method.Parameters.Any(x => x.Type.TypeKind == TypeKind.Delegate);

    /// <summary>Whether the call may write to its receiver or its arguments.</summary>
    public static bool MayWrite(IMethodSymbol method)
        => method.MethodKind != MethodKind.DelegateInvoke
           && !Readers.Contains(method.Name)
           && method.ContainingType is { } type
           && !PureTypes.Contains(type.ContainingNamespace + "." + type.Name)
           && (method.ReturnsVoid || !IsAlgebra(type));

    /// <summary>What a write to an object of the type may change.</summary>
    public static IEnumerable<object> KeysOf(ITypeSymbol? type)
        => type switch
        {
            IArrayTypeSymbol array => [array.ElementType.ToDisplayString()],
            INamedTypeSymbol { IsReferenceType: true, SpecialType: not SpecialType.System_String } named => Members(named),
            INamedTypeSymbol { IsRefLikeType: true } span => span.TypeArguments.Select(x => (object)x.ToDisplayString()),
            _ => [],
        };

    private static IEnumerable<object> Members(INamedTypeSymbol type)
        => type.TypeArguments.Select(x => (object)x.ToDisplayString())
            .Concat(type.OriginalDefinition.GetMembers().Where(x => x is IPropertySymbol { IsIndexer: false } or IFieldSymbol));

    private static bool IsAlgebra(INamedTypeSymbol type)
        => type.ContainingNamespace.ToDisplayString().StartsWith("MathNet.Numerics", StringComparison.Ordinal);
}
