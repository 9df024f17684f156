using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KataKit.Analyzers.Hosting;

/// <summary>The contract attributes, resolved once a compilation.</summary>
/// <param name="Kata"><c>[Kata]</c> on the interface.</param>
/// <param name="Dims"><c>[Dims]</c> on matrices, vectors and arrays.</param>
/// <param name="Dim"><c>[Dim]</c> on integers.</param>
/// <param name="Role"><c>[Role]</c> on parameters.</param>
internal readonly record struct KnownSymbols(INamedTypeSymbol Kata, INamedTypeSymbol Dims, INamedTypeSymbol Dim, INamedTypeSymbol Role)
{
    private const string Namespace = "KataKit.Contracts.";

    /// <summary>The symbols, or <see langword="null"/> in a compilation that does not reference the contracts: nothing is analysed there.</summary>
    public static KnownSymbols? In(Compilation compilation)
        => compilation.GetTypeByMetadataName(Namespace + "KataAttribute") is { } kata
           && compilation.GetTypeByMetadataName(Namespace + "DimsAttribute") is { } dims
           && compilation.GetTypeByMetadataName(Namespace + "DimAttribute") is { } dim
           && compilation.GetTypeByMetadataName(Namespace + "RoleAttribute") is { } role
            ? new KnownSymbols(kata, dims, dim, role)
            : null;

    /// <summary>The single string argument of an attribute, or <see langword="null"/> where the symbol does not carry it.</summary>
    public static string? TextOf(ISymbol symbol, INamedTypeSymbol attribute) => TextOf(symbol.GetAttributes(), attribute);

    /// <summary>The single string argument of one of several attributes, or <see langword="null"/> where it is not among them.</summary>
    public static string? TextOf(ImmutableArray<AttributeData> attributes, INamedTypeSymbol attribute)
        => attributes
            .FirstOrDefault(x => SymbolEqualityComparer.Default.Equals(x.AttributeClass, attribute))
            ?.ConstructorArguments.FirstOrDefault().Value as string;
}
